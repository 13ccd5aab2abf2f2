"""Scenes: each clause with everything that was found in it, ready for the claim readers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from treatywatch.reading.cast import Party, Stand, cast
from treatywatch.reading.clauses import Clause
from treatywatch.reading.context import ReadingContext
from treatywatch.reading.coordination import cues_in, divided, governed
from treatywatch.reading.ellipsis import with_borrowed
from treatywatch.reading.in_order import InOrder
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.spans import DateMention, DurationMention, Mention, NumberMention
from treatywatch.reading.words_acts import ActWords, CueKind
from treatywatch.reading.words_syntax import Syntax


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause and what is in it. ``index`` counts the scenes of the report."""

    index: int
    start: int
    end: int
    clause: Clause
    cues: tuple[CueHit, ...]
    treaties: tuple[Mention, ...]
    people: tuple[Mention, ...]
    parties: tuple[Party, ...]
    dates: tuple[DateMention, ...]
    durations: tuple[DurationMention, ...]
    numbers: tuple[NumberMention, ...]
    by_kind: Mapping[CueKind, tuple[CueHit, ...]]
    syntax: Syntax

    @property
    def kinds(self) -> Set[CueKind]:
        """The kinds of cue that stand in the clause."""
        return self.by_kind.keys()

    def of(self, *kinds: CueKind) -> tuple[CueHit, ...]:
        """The cues of these kinds, in text order."""
        by_kind = self.by_kind
        if len(kinds) == 1:
            return by_kind.get(kinds[0], ())
        if by_kind.keys().isdisjoint(kinds):
            return ()
        there = [by_kind[kind] for kind in kinds if kind in by_kind]
        if len(there) == 1:
            return there[0]
        return tuple(cue for cue in self.cues if cue.kind in kinds)

    def has(self, *kinds: CueKind) -> bool:
        """Whether a cue of one of these kinds stands in the clause."""
        return not self.by_kind.keys().isdisjoint(kinds)

    def acting(self) -> Party | None:
        """The first party that stands as a subject, if any."""
        return next((p for p in self.parties if p.stand is Stand.ACTS and p.ids), None)


@dataclass(frozen=True, eq=False)
class Stage:
    """A report set out for the claim readers: its context, its scenes, and the words in use.

    Two stages are the same only if they are the same object.
    """

    context: ReadingContext
    scenes: tuple[Scene, ...]
    acts: ActWords

    @property
    def text(self) -> str:
        """The text that all offsets refer to."""
        return self.context.report.text

    @property
    def folded(self) -> str:
        """The text as words are compared."""
        return self.context.folded

    @cached_property
    def protagonist(self) -> str | None:
        """The participant that acts most often in the report, the first named among equals."""
        acting = Counter(
            party.ids[0]
            for scene in self.scenes
            for party in scene.parties
            if party.stand is Stand.ACTS and len(party.ids) == 1
        )
        return max(acting, key=lambda i: acting[i]) if acting else None


def set_out(
    context: ReadingContext,
    clauses: Sequence[Clause],
    cues: Sequence[CueHit],
    acts: ActWords,
) -> Stage:
    """Gather what lies in each clause, governed clauses joined and coordinated ones divided."""
    scenes: list[Scene] = []
    row = InOrder(cues)
    for clause in divided(governed(clauses, row, context.folded, acts), row, context, acts):
        scene = _scene(len(scenes), clause, cues_in(row, clause), context, acts)
        scenes.append(_spelt_out(scene, scenes[-1]) if clause.elliptical and scenes else scene)
    return Stage(context, tuple(scenes), acts)


def _spelt_out(scene: Scene, earlier: Scene) -> Scene:
    """The scene of an elliptical clause, with the words understood from the one before it."""
    day = scene.dates[0].start if scene.dates else scene.end
    ends = [p.end for p in scene.parties] + [c.end for c in scene.cues]
    subject = max((end for end in ends if end <= day), default=scene.start)
    cues = with_borrowed(scene.cues, earlier.cues, subject)
    parties = tuple(replace(party, stand=Stand.ACTS) for party in scene.parties)
    return replace(scene, cues=cues, by_kind=by_kind(cues), parties=parties)


def by_kind(cues: Iterable[CueHit]) -> Mapping[CueKind, tuple[CueHit, ...]]:
    """The cues sorted by their kind."""
    sorted_out: dict[CueKind, list[CueHit]] = {}
    for cue in cues:
        sorted_out.setdefault(cue.kind, []).append(cue)
    return {kind: tuple(hits) for kind, hits in sorted_out.items()}


def _scene(
    index: int, clause: Clause, cues: tuple[CueHit, ...], context: ReadingContext, acts: ActWords
) -> Scene:
    start, end = clause.start, clause.end
    people = context.people_in(start, end)
    return Scene(
        index=index,
        start=start,
        end=end,
        clause=clause,
        cues=cues,
        treaties=context.treaties_in(start, end),
        people=people,
        parties=cast(context.folded, (start, end), people, cues, acts),
        dates=context.dates_in(start, end),
        durations=context.durations_in(start, end),
        numbers=context.numbers_in(start, end),
        by_kind=by_kind(cues),
        syntax=acts.syntax,
    )
