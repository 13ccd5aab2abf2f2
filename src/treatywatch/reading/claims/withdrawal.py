"""Claims that somebody leaves a treaty, suspends it, takes back consent, or is on the way to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.reading.cast import Party
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial, hull, nearest_date
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.objects import (
    joins_between,
    object_after,
    object_before,
    owns_noun,
    stands_alone,
)
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.spans import Mention
from treatywatch.reading.stages import stage_of
from treatywatch.reading.subjects import (
    Subject,
    carried_on,
    party_of,
    protagonist,
    speaks_for_one,
)
from treatywatch.reading.topics import Topic, topics
from treatywatch.reading.voice import hedged, negated, voice
from treatywatch.reading.words_acts import CueKind, Tense

_DIRECT = (
    CueKind.TAKE_BACK,
    CueKind.END_RATIFICATION,
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.TAKE_OUT,
    CueKind.RELEASED,
    CueKind.SUSPEND,
    CueKind.REVOKE,
    CueKind.OBJECT,
    CueKind.EXPIRE,
)
_PROCESS = (CueKind.APPROVE, CueKind.ENACT, CueKind.NOTIFY, CueKind.PROPOSE, CueKind.EFFECT)
_SPOKEN = (CueKind.ANNOUNCE, CueKind.RECOMMEND)


@dataclass(frozen=True, slots=True)
class Exit:
    """One mention of leaving: the clause, the word that says it, the treaty and the party named."""

    scene: Scene
    head: CueHit
    treaty: str | None
    treaty_words: tuple[Mention, ...]
    party: Party | None
    direct: bool


def withdrawal_claims(stage: Stage) -> list[Claim]:
    """The claims of type withdrawal, in text order."""
    exits = list(_exits(stage))
    company = _Company(stage, exits)
    return [claim for one in exits for claim in company.claims(one)]


def _exits(stage: Stage) -> Iterator[Exit]:
    about = topics(stage)
    for scene in stage.scenes:
        found = _direct(stage, scene)
        if found is None and about[scene.index] is Topic.EXIT:
            found = _again(stage, scene) or _process(stage, scene) or _spoken(stage, scene)
        if found is not None:
            yield found


def _direct(stage: Stage, scene: Scene) -> Exit | None:
    for kind in _DIRECT:
        for head in scene.of(kind):
            if not _is_exit(stage, scene, head):
                continue
            treaties = _objects(scene, head)
            treaty = treaties[0].ids[0] if treaties else stage.context.treaty_at(head.start)
            return Exit(scene, head, treaty, treaties, party_of(scene, head), direct=True)
    return None


def _objects(scene: Scene, head: CueHit) -> tuple[Mention, ...]:
    after = object_after(scene, head)
    before = owns_noun(scene, head) or object_before(scene, head)
    chosen = after or before
    return (chosen,) if chosen is not None else ()


def _is_exit(stage: Stage, scene: Scene, head: CueHit) -> bool:
    treaty = object_after(scene, head, 60 if head.kind is CueKind.EXIT_OBJECT else 130)
    if treaty is not None and joins_between(scene, head, treaty):
        return False
    if head.kind is CueKind.TAKE_OUT:
        out = [c for c in scene.of(CueKind.OUT_OF) if 0 <= c.start - head.end <= 60]
        return bool(out) and treaty is not None
    if treaty is not None or owns_noun(scene, head) is not None:
        return True
    if head.kind in {CueKind.TAKE_BACK, CueKind.END_RATIFICATION}:
        return True
    if head.kind is CueKind.EXPIRE:
        return object_before(scene, head) is not None
    if head.kind is CueKind.EXIT and stands_alone(stage, scene, head):
        return not _owned_by_other(scene, head)
    if head.kind is CueKind.EXIT_OBJECT and head.tense is Tense.NOUN:
        return stands_alone(stage, scene, head) and _pointed_at(stage, scene, head)
    return False


def _owned_by_other(scene: Scene, head: CueHit) -> bool:
    """Whether the words around speak of troops and the like rather than of a treaty."""
    return any(abs(c.start - head.end) < 25 for c in scene.of(CueKind.PEOPLE))


def _pointed_at(stage: Stage, scene: Scene, head: CueHit) -> bool:
    owner = stage.folded[max(scene.start, head.start - 12) : head.start].split()
    return bool(owner) and (owner[-1] in stage.acts.grammar["article"] or owner[-1].endswith("'s"))


def _again(stage: Stage, scene: Scene) -> Exit | None:
    for head in scene.of(CueKind.SAME_AGAIN):
        party = party_of(scene, head)
        if party is not None:
            return Exit(scene, head, stage.context.treaty_at(head.start), (), party, direct=False)
    return None


def _process(stage: Stage, scene: Scene) -> Exit | None:
    """A step of the process that does not say of what: "Parliament then gave its approval"."""
    for kind in _PROCESS:
        for head in scene.of(kind):
            if _is_step(scene, head):
                treaty = stage.context.treaty_at(head.start)
                return Exit(scene, head, treaty, (), party_of(scene, head), direct=False)
    return None


def _is_step(scene: Scene, head: CueHit) -> bool:
    if head.kind is CueKind.APPROVE:
        return scene.has(CueKind.PARLIAMENT) and not scene.has(CueKind.PEOPLE)
    if head.kind is CueKind.ENACT:
        return True
    if head.kind is CueKind.NOTIFY:
        return scene.has(CueKind.DEPOSITARY) or head.tense is Tense.NOUN
    if head.kind is CueKind.PROPOSE:
        return scene.has(CueKind.GOVERNMENT)
    treaty = object_before(scene, head)
    follows = scene.clause.opener in {"which", "that"} and treaty is None
    return follows or scene.has(CueKind.WHOSE_EFFECT) or scene.has(CueKind.STEP)


def _spoken(stage: Stage, scene: Scene) -> Exit | None:
    """An announcement that has an owner: "Finland's recent announcement"."""
    for head in scene.of(*_SPOKEN):
        if head.tense is Tense.NOUN:
            party = party_of(scene, head)
            near = party is not None and min(
                abs(head.start - party.end), abs(party.start - head.end)
            )
            if party is not None and near < 30:
                treaty = stage.context.treaty_at(head.start)
                return Exit(scene, head, treaty, (), party, direct=False)
    return None


class _Company:
    """Who leaves, over the whole report: what "five countries" and "Parliament" fall back on."""

    def __init__(self, stage: Stage, exits: list[Exit]) -> None:
        self._stage = stage
        self._protagonist = protagonist(stage.scenes)
        self._leaving: dict[str | None, tuple[str, ...]] = {}
        self._last: tuple[str, ...] = ()
        for one in exits:
            if one.party is not None and one.party.ids and not negated(one.scene, one.head):
                known = self._leaving.get(one.treaty, ())
                self._leaving[one.treaty] = tuple(dict.fromkeys((*known, *one.party.ids)))

    def claims(self, one: Exit) -> Iterator[Claim]:
        """The claim that a mention of leaving makes, if it can be told who leaves what."""
        subject = self._subject(one)
        kind = stage_of(one.scene, one.head, self._stage.context.words.language)
        if kind is None or one.treaty is None or not subject.ids:
            return
        date = nearest_date(one.scene, one.head)
        parts = (subject.party, one.head, *one.treaty_words, date, *_governing(one.scene))
        start, end = hull(self._stage, one.scene, parts)
        self._last = subject.ids
        yield Claim(
            type=ClaimType.WITHDRAWAL,
            quote=self._stage.text[start:end],
            start=start,
            end=end,
            treaty=one.treaty,
            participants=subject.ids,
            stage=kind,
            voice=voice(one.scene, one.head),
            negated=negated(one.scene, one.head),
            hedged=hedged(one.scene, one.head),
            date=as_partial(date),
            named_group=subject.group,
        )

    def _subject(self, one: Exit) -> Subject:
        party = one.party
        if party is not None and party.ids:
            return Subject(party.ids, party, party.group)
        leaving = self._leaving.get(one.treaty, ())
        if party is not None and party.vague and not party.one:
            ids = tuple(i for i in leaving if not party.other or i not in self._last)
            words = self._stage.text[party.start : party.end]
            return Subject(ids or leaving, party, words)
        if speaks_for_one(one.scene, one.head):
            return Subject(self._one(leaving), party, inherited=True)
        ids = carried_on(self._stage, one.scene)
        return Subject(ids or self._last or leaving, party, inherited=True)

    def _one(self, leaving: tuple[str, ...]) -> tuple[str, ...]:
        if len(self._last) == 1:
            return self._last
        if self._protagonist in leaving:
            return (self._protagonist,)
        return self._last[:1] or leaving[:1]


def _governing(scene: Scene) -> tuple[CueHit, ...]:
    kinds = (CueKind.ANNOUNCE, CueKind.DECIDE, CueKind.RECOMMEND, CueKind.CONSIDER)
    return scene.of(*kinds, CueKind.APPROVE, CueKind.NOTIFY, CueKind.EFFECT, CueKind.ENACT)
