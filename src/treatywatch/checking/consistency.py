"""Two sentences of one report that cannot both be right."""

from collections.abc import Iterator, Sequence

from treatywatch.checking.dates import agree
from treatywatch.checking.finding import Basis, BasisKind
from treatywatch.checking.judgement import Judgement
from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reports.report import Report

_DATED = frozenset({"adoption", "signature", "entry_into_force"})
_QUOTED = 90


def within_the_report(
    report: Report, claims: Sequence[Claim], judgements: Sequence[Judgement]
) -> list[Judgement]:
    """The same judgements, each with a word about the sentences that it cannot stand beside.

    The contradiction never decides a verdict: which of the two is right, only the record can tell.
    """
    noted = list(judgements)
    for i, j in _at_odds(claims):
        noted[i] = _with_other(noted[i], report, claims[j])
        noted[j] = _with_other(noted[j], report, claims[i])
    return noted


def _at_odds(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(claims):
        for j in range(i + 1, len(claims)):
            if at_odds(one, claims[j]):
                yield i, j


def at_odds(one: Claim, other: Claim) -> bool:
    """Whether two claims give the same fact of the same treaty another date or number."""
    if one.type is not other.type or one.treaty != other.treaty or one.stage != other.stage:
        return False
    if one.negated or other.negated or one.hedged or other.hedged:
        return False
    if one.type is ClaimType.TREATY_FACT and one.stage in _DATED:
        return one.date is not None and other.date is not None and not agree(one.date, other.date)
    comparable = one.type is ClaimType.COUNT or one.stage == "notice_period"
    same_day = one.date == other.date and one.unit == other.unit
    exact = one.bound is Bound.EXACT and other.bound is Bound.EXACT
    return (
        comparable
        and same_day
        and exact
        and None not in (one.value, other.value)
        and (one.value != other.value)
    )


def _with_other(judgement: Judgement, report: Report, other: Claim) -> Judgement:
    words = " ".join(other.quote.split())
    shown = words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"
    basis = Basis(BasisKind.CLAIM, f"{report.name}:{other.start}-{other.end}")
    return Judgement(
        judgement.verdict,
        (*judgement.reasons, f'The same report also says "{shown}".'),
        (*judgement.basis, basis),
    )
