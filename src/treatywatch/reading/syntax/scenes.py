"""Scenes: each clause with everything that was found in it, ready for the claim readers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.naming.passing import is_set_beside
from treatywatch.reading.syntax.among_others import without_itself
from treatywatch.reading.syntax.cast import Party, Stand, cast
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.syntax.coordination import cues_in, divided, governed
from treatywatch.reading.syntax.ellipsis import with_borrowed
from treatywatch.reading.syntax.insets import outside, over_insets
from treatywatch.reading.vocabulary.in_order import InOrder, Meeting
from treatywatch.reading.vocabulary.spans import (
    DateMention,
    DurationMention,
    Mention,
    NumberMention,
)
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense
from treatywatch.reading.vocabulary.words_syntax import Syntax
from treatywatch.values import frozen


@frozen
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
    naming: frozenset[int] = frozenset()  # where dates stand that only name a treaty

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


@frozen(slots=False, eq=False)
class Stage:
    """A report set out for the claim readers: its context, its scenes, and the words in use.

    Two stages are the same only if they are the same object.
    """

    context: ReadingContext
    scenes: tuple[Scene, ...]
    acts: ActWords

    @cached_property
    def text(self) -> str:
        """The text that all offsets refer to."""
        return self.context.report.text

    @cached_property
    def folded(self) -> str:
        """The text as words are compared."""
        return self.context.folded

    @cached_property
    def in_order(self) -> Meeting[Scene]:
        """The scenes, so that those in a stretch of the text are looked up at once."""
        return Meeting(self.scenes)

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
    parts = divided(governed(clauses, row, context.folded, acts), row, context, acts)
    for clause, inset in over_insets(parts, row, context.folded):
        scene = _scene(len(scenes), clause, outside(inset, cues_in(row, clause)), context, acts)
        scene = replace(scene, dates=outside(inset, scene.dates))
        if clause.elliptical and scenes:
            scene = _spelt_out(scene, scenes[-1])
        scene = _come_back(scene, scenes, context.folded, acts)
        scenes.append(_among_others(scene, scenes, context.folded, acts))
    return Stage(context, tuple(scenes), acts)


def _among_others(scene: Scene, told: Sequence[Scene], folded: str, acts: ActWords) -> Scene:
    """The scene with groups that leave out whoever was told of: "its Baltic neighbours"."""
    if not any(p.group for p in scene.parties):
        return scene
    paragraph = scene.clause.passage.paragraph
    near = (s for s in reversed(told[-_BACK:]) if paragraph - s.clause.passage.paragraph <= 1)
    earlier = [acting for s in near if (acting := s.acting()) is not None]
    return replace(scene, parties=without_itself(scene.parties, earlier, folded, acts))


_BACK = 4  # clauses back to whoever was told of last


def _come_back(scene: Scene, told: Sequence[Scene], folded: str, acts: ActWords) -> Scene:
    """The scene with the subject that it comes back to: "Norway, which ..., stays in"."""
    relative = acts.grammar["relative"]
    if (
        scene.clause.opener
        or not acts.grammar["before_verb"]
        or scene.start == scene.clause.passage.start
        or not _follows(scene, told)
    ):
        return scene
    described = _described(told[-1], folded)
    if not described and not any(s.clause.opener in relative for s in told[-_SET_APART:]):
        return scene
    if scene.acting() is not None or not _opens_with_verb(scene, folded, acts):
        return scene
    if described is not None:
        return _said_of(scene, described, told[-1])
    after: int | None = None
    for earlier in reversed(told):
        if earlier.clause.passage != scene.clause.passage:
            break
        if earlier.clause.opener in relative | acts.grammar["joins"]:
            after = earlier.start
            continue
        subject = _before(earlier, after) if after is not None else None
        return scene if subject is None else _said_of(scene, subject, earlier)
    return scene


def _described(earlier: Scene, folded: str) -> Party | None:
    """Whom a clause without a verb only describes: "Britain, a member since 1998, left"."""
    subject = earlier.acting()
    if subject is None or folded[subject.end : subject.end + 1] != ",":
        return None
    if earlier.clause.opener or subject.start - earlier.start > _NEXT:
        return None
    told = any(cue.tense in (Tense.PAST, Tense.PRESENT) for cue in earlier.cues)
    return None if told else subject


def _before(earlier: Scene, after: int) -> Party | None:
    """Whom words set apart are about: the name right before them, else who acts in the clause."""
    near = [p for p in earlier.parties if (p.ids or p.one) and after - p.end <= _NEXT]
    return near[-1] if near else earlier.acting()


def _said_of(scene: Scene, subject: Party, earlier: Scene) -> Scene:
    """The scene with the subject, and the "neither" before it, of a clause that came earlier."""
    at = scene.start - 1
    denials = (c for c in earlier.of(CueKind.NEGATION) if 0 < subject.start - c.end <= _DENIED)
    cues = (*(c._replace(start=at, end=at) for c in denials), *scene.cues)
    parties = (replace(subject, start=at, end=at), *scene.parties)
    return replace(scene, cues=cues, by_kind=by_kind(cues), parties=parties)


_DENIED = 8  # characters of " of the " between "none" and the subject
_NEXT = 3  # characters of ", " between a name and the clause about it
_SET_APART = 2  # clauses of "which signed the ban but did not ratify it" before the verb


def _follows(scene: Scene, told: Sequence[Scene]) -> bool:
    """Whether the clause goes on after a comma in the same sentence."""
    return bool(told) and told[-1].clause.passage == scene.clause.passage


def _opens_with_verb(scene: Scene, folded: str, acts: ActWords) -> bool:
    """Whether a verb stands first, at most after adverbs or a day: "has left", "on Friday left"."""
    adverbs = acts.grammar["before_verb"]
    days = (d.end + 1 for d in scene.dates[:1] if d.start - scene.start <= _ON)
    offset = next(days, scene.start)
    for word in folded[offset : scene.end].split():
        if word not in adverbs:
            break
        offset += len(word) + 1
    verbs = (c for c in scene.cues if c.start in {scene.start, offset})
    first = folded[offset : offset + _AUXILIARY].split()[:1]
    return any(c.tense is not Tense.NOUN for c in verbs) or bool(
        set(first) & acts.grammar["restarts"]
    )


_ON = 4  # characters of "on " before a day
_AUXILIARY = 8  # characters of the longest auxiliary verb


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
    treaties, dates = context.treaties_in(start, end), context.dates_in(start, end)
    treaties = tuple(t for t in treaties if not is_set_beside(context.folded, t, acts))
    return Scene(
        index=index,
        start=start,
        end=end,
        clause=clause,
        cues=cues,
        treaties=treaties,
        people=people,
        parties=cast(context.folded, (start, end), people, cues, acts),
        dates=dates,
        durations=context.durations_in(start, end),
        numbers=context.numbers_in(start, end),
        by_kind=by_kind(cues),
        syntax=acts.syntax,
        naming=frozenset(
            date.start
            for date in dates
            if any(_names(context.folded, date, t, acts) for t in treaties)
        ),
    )


def _names(folded: str, date: DateMention, treaty: Mention, acts: ActWords) -> bool:
    """Whether the date only names the treaty: "the 1987 treaty", "the Rome Statute of 1998"."""
    if treaty.start <= date.start < treaty.end:
        return True
    before = -1 <= treaty.start - date.end <= 2 and date.first.day is None
    before = before and "," not in folded[date.end : treaty.start]
    dated = acts.grammar["dated_by" if date.first.month is None else "dated_on"]
    return before or (treaty.end < date.start and folded[treaty.end : date.start].strip() in dated)
