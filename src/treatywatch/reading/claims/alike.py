"""Claims in sentences and clauses that no rule reads, but that are like those which make claims.

The very last layer: it looks only at what every other has left alone, and weighs signs of which
none means anything by itself. What it finds is marked as not sure (``Claim.sure``): it may be borne
out, and is never called wrong.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.alike_told import told_of
from treatywatch.reading.clauses import Clause
from treatywatch.reading.in_order import InOrder, Meeting
from treatywatch.reading.likeness import Likeness, likeness_of
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.scenes import Stage
from treatywatch.reading.signs import Signs
from treatywatch.reading.spans import Passage, PassageKind
from treatywatch.values import frozen

Chances = Mapping[ClaimType, float]

_SENTENCE = 0.35  # the chance from which a sentence that nothing was read from makes a claim
_CLAUSE = 0.5  # the same of a clause beside one that makes a claim already
_LIKEWISE = 0.5  # share of the best chance from which another clause belongs to the claim
_TAKEN = 0.3  # share of the shorter from which a claim says what a stretch says
_WORDS = 3  # fewer make no claim by themselves


@frozen
class _Weighed:
    """A stretch with its signs and its chances."""

    start: int
    end: int
    signs: frozenset[str]
    chances: Chances

    def best(self) -> tuple[ClaimType, float]:
        """The type that it is most like, and how much."""
        return max(self.chances.items(), key=lambda one: one[1])


def claims_alike(
    stage: Stage, cues: Iterable[CueHit], clauses: Sequence[Clause], told: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims of what ``told`` has left alone; none in a language of which nothing was learned.

    ``clauses`` are those of the whole report, in its order.
    """
    likeness = likeness_of(stage.context.words.language)
    if likeness is None or not told:
        return ()
    reading = _Reading(stage, Signs(stage.context, cues), likeness, Meeting(told))
    in_order = InOrder(clauses)
    found: list[Claim] = []
    for number, passage in enumerate(stage.context.passages):
        if passage.kind is not PassageKind.BOILERPLATE:
            inside = in_order.within(passage.start, passage.end)
            found.extend(reading.of_sentence(number, passage, inside))
    return tuple(found)


class _Reading:
    """One report, what was read from it, and what its stretches are like."""

    def __init__(
        self, stage: Stage, signs: Signs, likeness: Likeness, told: Meeting[Claim]
    ) -> None:
        self._stage, self._signs, self._likeness, self._told = stage, signs, likeness, told

    def of_sentence(
        self, number: int, passage: Passage, clauses: Sequence[Clause]
    ) -> Iterator[Claim]:
        """What a sentence claims, as a whole where nothing was read from it, else by clauses."""
        if self._is_told(passage.start, passage.end):
            for place, clause in enumerate(clauses):
                if not self._is_told(clause.start, clause.end):
                    part = self._weighed(clause, place, len(clauses))
                    kind, chance = part.best()
                    if chance >= _CLAUSE:
                        yield self._told_of(kind, [part])
            return
        signs = self._signs.of_sentence(number)
        whole = _Weighed(passage.start, passage.end, signs, self._likeness.chances(signs))
        parts = [self._weighed(one, n, len(clauses)) for n, one in enumerate(clauses)] or [whole]
        kind, chance = _together(whole, parts).best()
        if chance >= _SENTENCE:
            least = _LIKEWISE * max(part.chances[kind] for part in parts)
            yield self._told_of(kind, [part for part in parts if part.chances[kind] >= least])

    def _told_of(self, kind: ClaimType, parts: Sequence[_Weighed]) -> Claim:
        """The claim from the first part to the last; of an exit, with the stage of the likeliest."""
        best = max(parts, key=lambda part: part.chances[kind])
        exit_stage = self._likeness.stage(best.signs) if kind is ClaimType.WITHDRAWAL else None
        return told_of(self._stage, kind, parts[0].start, parts[-1].end, exit_stage)

    def _weighed(self, clause: Clause, place: int, clauses: int) -> _Weighed:
        signs = self._signs.of_clause(clause, place, clauses)
        return _Weighed(clause.start, clause.end, signs, self._likeness.chances(signs))

    def _is_told(self, start: int, end: int) -> bool:
        """Whether there is too little to say anything, or a claim says it."""
        if len(self._stage.folded[start:end].split()) < _WORDS:
            return True
        return any(
            min(end, one.end) - max(start, one.start)
            >= _TAKEN * min(end - start, one.end - one.start)
            for one in self._told.meeting(start, end)
        )


def _together(whole: _Weighed, parts: Sequence[_Weighed]) -> _Weighed:
    """The sentence with the mean of its own chances and the best of its clauses'."""
    chances = {
        kind: (own + max(part.chances[kind] for part in parts)) / 2
        for kind, own in whole.chances.items()
    }
    return replace(whole, chances=chances)
