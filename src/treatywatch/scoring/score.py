"""The score: precision, recall and F1 by type, how often a verdict is right, what was caught."""

from collections.abc import Mapping, Sequence

from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.reading.claim import ClaimType
from treatywatch.scoring.gold import GoldClaim
from treatywatch.scoring.matching import Pairs, match
from treatywatch.values import frozen

WRONG = frozenset({Verdict.CONTRADICTED, Verdict.PREMATURE, Verdict.OUTDATED})
_HOLDS_OR_OPEN = frozenset({Verdict.BORNE_OUT, Verdict.UNDETERMINED})


@frozen
class Tally:
    """How many claims were wanted, found, and both."""

    wanted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Share of the found that were wanted; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the wanted that were found; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
        return 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else 1.0


@frozen
class Judged:
    """One finding beside the gold claim whose span it shares; either may be missing."""

    report: str
    gold: GoldClaim | None
    finding: Finding | None

    @property
    def words(self) -> str:
        """The words of the report, as gold cut them or else as we did."""
        if self.gold is not None:
            return self.gold.quote
        assert self.finding is not None
        return self.finding.claim.quote


@frozen
class Score:
    """Everything measured on one gold set.

    ``by_span`` holds each pair, each miss and each surplus; ``strictly`` the pairs that agree in
    full. The two are matched separately, each as large as possible.
    """

    by_span: tuple[Judged, ...]
    strictly: tuple[tuple[GoldClaim, Finding], ...]

    def span(self, kind: ClaimType | None = None) -> Tally:
        """By span, of one type or of all."""
        pairs = sum(
            j.gold is not None and j.finding is not None and _of(kind, j.gold.type)
            for j in self.by_span
        )
        return self._tally(kind, pairs)

    def strict(self, kind: ClaimType | None = None) -> Tally:
        """Strictly, of one type or of all."""
        return self._tally(kind, sum(_of(kind, gold.type) for gold, _ in self.strictly))

    def _tally(self, kind: ClaimType | None, right: int) -> Tally:
        wanted = sum(j.gold is not None and _of(kind, j.gold.type) for j in self.by_span)
        found = sum(j.finding is not None and _of(kind, j.finding.claim.type) for j in self.by_span)
        return Tally(wanted, found, right)

    @property
    def verdicts(self) -> Tally:
        """Over strict pairs: all of them, those with a verdict of ours, those where it is right."""
        given = [(g, f) for g, f in self.strictly if f.verdict is not Verdict.NOT_CHECKED]
        return Tally(len(self.strictly), len(given), sum(g.verdict is f.verdict for g, f in given))

    @property
    def not_checked(self) -> float:
        """Share of the strict pairs to which we give no verdict."""
        tally = self.verdicts
        return 1 - tally.found / tally.wanted if tally.wanted else 0.0

    @property
    def wrong_claims(self) -> tuple[Judged, ...]:
        """Gold claims that do not hold (contradicted, premature, outdated), caught or not."""
        return tuple(j for j in self.by_span if j.gold is not None and j.gold.verdict in WRONG)

    @property
    def caught(self) -> tuple[Judged, ...]:
        """Those of them that we too call one of the three."""
        return tuple(j for j in self.wrong_claims if j.finding and j.finding.verdict in WRONG)

    @property
    def wrong_contradicted(self) -> tuple[Judged, ...]:
        """Where we say contradicted and gold says borne out or undetermined, by span."""
        return tuple(
            j for j in self._contradicted if j.gold is not None and j.gold.verdict in _HOLDS_OR_OPEN
        )

    @property
    def contradicted_unmarked(self) -> tuple[Judged, ...]:
        """Where we say contradicted of words that gold does not mark: to be looked at."""
        return tuple(j for j in self._contradicted if j.gold is None)

    @property
    def _contradicted(self) -> tuple[Judged, ...]:
        return tuple(
            j for j in self.by_span if j.finding and j.finding.verdict is Verdict.CONTRADICTED
        )


def score(gold: Sequence[GoldClaim], findings: Mapping[str, Sequence[Finding]]) -> Score:
    """Hold findings (by name of report) against gold.

    A report that gold does not mention has no claims in it, so all that is found there is surplus;
    one that was not read counts as missed.
    """
    by_span: list[Judged] = []
    strictly: list[tuple[GoldClaim, Finding]] = []
    for name in sorted({claim.report for claim in gold} | set(findings)):
        wanted = [claim for claim in gold if claim.report == name]
        found = findings.get(name, ())
        pairs, strict_pairs = match(wanted, found)
        by_span += _judged(name, wanted, found, pairs)
        strictly += [(wanted[i], found[j]) for i, j in strict_pairs.items()]
    return Score(tuple(by_span), tuple(strictly))


def _judged(
    name: str, wanted: Sequence[GoldClaim], found: Sequence[Finding], pairs: Pairs
) -> list[Judged]:
    answered = set(pairs.values())
    return [
        Judged(name, claim, found[pairs[i]] if i in pairs else None)
        for i, claim in enumerate(wanted)
    ] + [Judged(name, None, finding) for i, finding in enumerate(found) if i not in answered]


def _of(kind: ClaimType | None, other: ClaimType) -> bool:
    return kind is None or kind is other
