"""Gold claims and findings made by hand, for the tests of scoring."""

from treatywatch.checking.grounds.finding import Basis, BasisKind, Finding, Verdict
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.scoring.gold import GoldClaim

BASIS = (Basis(BasisKind.ARTICLE, "apmbc 20(3)"),)


def marked(
    start: int,
    end: int,
    kind: ClaimType = ClaimType.WITHDRAWAL,
    *,
    report: str = "a.txt",
    participants: tuple[str, ...] = ("FIN",),
    stage: str | None = "announced",
    value: float | None = None,
    verdict: Verdict = Verdict.BORNE_OUT,
) -> GoldClaim:
    return GoldClaim(
        report,
        kind,
        "x" * (end - start),
        start,
        end,
        "apmbc",
        frozenset(participants),
        stage,
        value,
        verdict,
    )


def found(
    start: int,
    end: int,
    kind: ClaimType = ClaimType.WITHDRAWAL,
    *,
    participants: tuple[str, ...] = ("FIN",),
    stage: str | None = "announced",
    value: float | None = None,
    verdict: Verdict = Verdict.BORNE_OUT,
    treaty: str | None = "apmbc",
) -> Finding:
    claim = Claim(kind, "x" * (end - start), start, end, treaty, participants, stage, value=value)
    return Finding(claim, verdict, ("a reason",), BASIS, "2025-04-04", verdict)
