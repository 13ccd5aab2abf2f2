"""Weighing: how far each sentence of a report, and each clause of it, is like a claim of a type."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from treatywatch.reading.claim import ClaimType
from treatywatch.reading.learned.likeness import has_own, likeness_of
from treatywatch.reading.learned.network import layers_of
from treatywatch.reading.learned.signs import Signs
from treatywatch.reading.learned.windows import window_of
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.values import frozen


@frozen
class Weighed:
    """A stretch, and the chance that it makes a claim of each type.

    ``exit_stages`` has that of each stage, if it tells of an exit; nothing where it hardly does.
    """

    start: int
    end: int
    chances: Mapping[ClaimType, float]
    exit_stages: Mapping[str, float] = field(default_factory=dict)

    @property
    def exit_stage(self) -> str | None:
        """The likeliest stage of an exit, where one may be told."""
        return max(self.exit_stages, key=self.exit_stages.__getitem__, default=None)

    def best(self) -> tuple[ClaimType, float]:
        """The type that it is most like, and the chance of it."""
        return max(self.chances.items(), key=lambda one: one[1])


class Sentence:
    """A sentence weighed as a whole, and by its clauses if these are asked for."""

    def __init__(self, whole: Weighed, weigh_parts: Callable[[], Sequence[Weighed]]) -> None:
        self.whole, self._weigh_parts = whole, weigh_parts

    @cached_property
    def parts(self) -> Sequence[Weighed]:
        """Its clauses in text order; the sentence where it has none but itself."""
        return self._weigh_parts()

    def together(self) -> Weighed:
        """The sentence with the mean of its own chances and the best of its clauses'."""
        chances = {kind: self._mean(kind, self.parts) for kind in self.whole.chances}
        return replace(self.whole, chances=chances)

    def reaches(self, least: float, kind: ClaimType, start: int, end: int) -> bool:
        """Whether the mean is so great, of the clauses that reach into a stretch of it."""
        if self.whole.chances[kind] >= 2 * least:
            return True  # whatever its clauses come to
        parts = [one for one in self.parts if one.start < end and one.end > start]
        return self._mean(kind, parts) >= least

    def _mean(self, kind: ClaimType, parts: Sequence[Weighed]) -> float:
        own = self.whole.chances[kind]
        return (own + max((part.chances[kind] for part in parts), default=own)) / 2


class Weighing:
    """The sentences of one report, each weighed when it is first asked for."""

    def __init__(
        self,
        context: ReadingContext,
        cues: Iterable[CueHit],
        clauses: Sequence[Clause],
    ) -> None:
        language = context.words.language
        self._passages, self._likeness = context.passages, likeness_of(language)
        self._signs = Signs(context, cues, words=has_own(language))
        self._clauses = InOrder(clauses)
        self._by_start = InOrder(context.passages)
        self._layers = layers_of(language)
        self._weighed: dict[int, Sentence] = {}

    def sentence(self, number: int) -> Sentence:
        """The passage with this number, from 0."""
        weighed = self._weighed.get(number)
        if weighed is None:
            weighed = self._weighed[number] = self._weigh(number)
        return weighed

    def clause_spans(self, number: int) -> list[tuple[int, int]]:
        """Where the clauses of the passage with this number begin and end."""
        passage = self._passages[number]
        inside = self._clauses.within(passage.start, passage.end)
        return [(one.start, one.end) for one in inside]

    def is_like(self, kind: ClaimType, start: int, end: int, least: float) -> bool:
        """Whether the chance that a stretch of the report makes a claim of the type is so great."""
        first = max(0, self._by_start.before(start + 1) - 1)
        sentences = map(self.sentence, range(first, self._by_start.before(end)))
        return any(one.reaches(least, kind, start, end) for one in sentences)

    def nearest(self, start: int, end: int) -> Weighed | None:
        """The sentence or the clause that shares the most with a stretch, in one sentence alone."""
        first = max(0, self._by_start.before(start + 1) - 1)
        numbers = range(first, self._by_start.before(end))
        if len(numbers) != 1:
            return None
        sentence = self.sentence(first)
        return max((*sentence.parts, sentence.whole), key=lambda one: _shared(one, start, end))

    def _weigh(self, number: int) -> Sentence:
        passage = self._passages[number]
        clauses = self._clauses.within(passage.start, passage.end)
        own, *parts = self._in_order(number, clauses)
        whole = self._of(passage.start, passage.end, self._signs.of_sentence(number), own)
        if is_whole(passage, clauses):
            return Sentence(whole, lambda: (whole,))
        return Sentence(whole, lambda: self._parts(clauses, parts))

    def _in_order(self, number: int, clauses: Sequence[Clause]) -> Sequence[Mapping[str, float]]:
        """What the words in their order say of the sentence and of its clauses, as log odds."""
        if self._layers is None:
            return [{} for _ in range(len(clauses) + 1)]
        return self._layers.odds(window_of(self._signs, number, clauses))

    def _parts(
        self, clauses: Sequence[Clause], in_order: Sequence[Mapping[str, float]]
    ) -> Sequence[Weighed]:
        of_clauses = enumerate(zip(clauses, in_order, strict=True))
        return tuple(
            self._of(one.start, one.end, self._signs.of_clause(one, place, len(clauses)), odds)
            for place, (one, odds) in of_clauses
        )

    def _of(
        self, start: int, end: int, signs: frozenset[str], in_order: Mapping[str, float]
    ) -> Weighed:
        weights = self._likeness.of(signs)
        chances = weights.chances(in_order)
        may_leave = chances[ClaimType.WITHDRAWAL] >= _MAY_BE
        return Weighed(start, end, chances, weights.stages() if may_leave else {})


def _shared(one: Weighed, start: int, end: int) -> float:
    """The share of what both cover together that they have in common."""
    return (min(end, one.end) - max(start, one.start)) / (max(end, one.end) - min(start, one.start))


_MAY_BE = 0.1  # the chance from which it is asked at which stage an exit is


def is_whole(passage: Passage, clauses: Sequence[Clause]) -> bool:
    """Whether a sentence has no clauses but itself."""
    return not clauses or (
        len(clauses) == 1 and (clauses[0].start, clauses[0].end) == (passage.start, passage.end)
    )
