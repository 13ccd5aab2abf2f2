"""Where a report speaks of joining a treaty, belonging to it, breaking it or staying outside."""

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.reading.bare_joinings import agent_follows, is_passive, joins_bare
from treatywatch.reading.cast import Party, Stand
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.objects import (
    object_after,
    object_before,
    object_of,
    refers_by_pronoun,
    stands_alone,
)
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.spans import Mention
from treatywatch.reading.subjects import party_of
from treatywatch.reading.topics import Topic, topics
from treatywatch.reading.voice import negated
from treatywatch.reading.words_acts import CueKind, Tense

_HEADS = (
    CueKind.SIGN,
    CueKind.RATIFY,
    CueKind.ACCEDE,
    CueKind.BELONG,
    CueKind.OUTSIDE,
    CueKind.HOLDOUT,
    CueKind.ATTRACT,
    CueKind.SIGNATORY,
    CueKind.SUBMIT_RATIFICATION,
    CueKind.VIOLATE,
    CueKind.APPROVE,
    CueKind.REJECT,
    CueKind.EFFECT,
)
_LEAVING = (
    CueKind.EXIT,
    CueKind.TAKE_BACK,
    CueKind.RELEASED,
    CueKind.END_RATIFICATION,
    CueKind.SUSPEND,
)
_ALWAYS_OUT = (CueKind.OUTSIDE, CueKind.HOLDOUT, CueKind.ATTRACT)
_NEAR_OBJECT = 90  # characters between a verb and the treaty that it is about


@dataclass(frozen=True, slots=True)
class Joining:
    """One mention of joining, belonging or staying outside."""

    scene: Scene
    head: CueHit
    treaty: str | None
    object: Mention | None
    party: Party | None
    out: bool


def joinings(stage: Stage) -> Iterator[Joining]:
    """Every mention of joining, belonging or staying outside, in text order."""
    about = topics(stage)
    for scene in stage.scenes:
        if scene.has(*_LEAVING) or (scene.has(CueKind.TAKE_OUT) and scene.has(CueKind.OUT_OF)):
            continue
        for head in _heads(stage, scene, about[scene.index]):
            found = object_of(scene, head, _NEAR_OBJECT) or object_before(scene, head)
            treaty = found.ids[0] if found else stage.context.treaty_at(head.start)
            if found is not None and _of_an_exit(scene, head, found):
                continue
            out = negated(scene, head) or head.kind in _ALWAYS_OUT
            if head.kind is CueKind.VIOLATE and out:
                continue
            yield Joining(scene, head, treaty, found, _party(stage, scene, head), out)


def _of_an_exit(scene: Scene, head: CueHit, treaty: Mention) -> bool:
    """Whether it is an exit that is ratified: "must ratify Kyiv's exit from the treaty"."""
    exits = scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT)
    return any(head.end <= c.start < treaty.start for c in exits)


def _heads(stage: Stage, scene: Scene, about: Topic) -> list[CueHit]:
    """The heads of a clause: one for each party or date that it has of its own."""
    heads = [h for h in scene.of(*_HEADS) if _is_joining(stage, scene, h, about)]
    chosen: list[CueHit] = []
    for head in heads:
        if chosen and not _separate(scene, chosen[-1], head):
            if chosen[-1].tense is Tense.NOUN or head.kind in _ALWAYS_OUT:
                chosen[-1] = head
            continue
        chosen.append(head)
    return chosen


def _separate(scene: Scene, one: CueHit, other: CueHit) -> bool:
    between = [p for p in scene.parties if one.end <= p.start < other.start and p.ids]
    dated = any(one.end <= d.start < other.start for d in scene.dates)
    after = any(d.start >= other.end for d in scene.dates)
    return bool(between) or (dated and after and one.kind is not other.kind)


def _is_joining(stage: Stage, scene: Scene, head: CueHit, about: Topic) -> bool:
    """Whether the head is an act towards a treaty, or a standing in one."""
    special = _by_kind(stage, scene, head, about)
    if special is not None:
        return special
    if head.tense is Tense.PAST and head.kind in _CONSENTS and _says_only_when(stage, scene, head):
        return False
    if _is_only_described(scene, head):
        return False
    if object_of(scene, head, 40) or refers_by_pronoun(stage, scene, head):
        return True
    if head.kind in {CueKind.OUTSIDE, CueKind.VIOLATE}:
        alone = head.kind is CueKind.OUTSIDE and stands_alone(stage, scene, head)
        named = any(p.ids and p.end <= head.start for p in scene.parties)
        listed = any(p.ids and 0 <= p.start - head.end <= _LISTED for p in scene.parties)
        return object_of(scene, head, _NEAR_OBJECT) is not None or (alone and named) or listed
    if head.kind is CueKind.BELONG:
        return about is Topic.JOIN and scene.acting() is not None
    if head.kind is CueKind.SIGNATORY:
        return negated(scene, head)
    if head.tense is Tense.NOUN:
        return object_before(scene, head) is not None or agent_follows(scene, head)
    return joins_bare(stage, scene, head, about)


_LISTED = 12  # characters between "outside" and the list of those who are: " are the "
_CONSENTS = frozenset({CueKind.SIGN, CueKind.RATIFY})
_CLOSE = 25  # characters between a parliament's vote and the treaty that it is on


def _by_kind(stage: Stage, scene: Scene, head: CueHit, about: Topic) -> bool | None:
    """The answer for the kinds of words that have a rule of their own; None for the others."""
    if head.kind is CueKind.SIGN and scene.has(CueKind.ENACT):
        return False
    if head.kind is CueKind.HOLDOUT:
        return any(p.ids for p in scene.parties)
    if head.kind in {CueKind.ATTRACT, CueKind.SUBMIT_RATIFICATION}:
        return True
    if head.kind is CueKind.EFFECT:
        for_it = refers_by_pronoun(stage, scene, head)
        return bool(scene.treaties) and (for_it or _for_whom(scene, head) is not None)
    if head.kind is CueKind.REJECT:
        return scene.has(CueKind.PARLIAMENT) and object_of(scene, head, _CLOSE) is not None
    if head.kind is CueKind.APPROVE:
        return about is Topic.JOIN and object_of(scene, head, _CLOSE) is not None
    return None


def _for_whom(scene: Scene, head: CueHit) -> Party | None:
    """For whom the treaty enters into force: "for Angola", "for the country"."""
    return next((p for p in scene.parties if 0 < p.start - head.end <= _FOR), None)


_FOR = 9  # characters of " for the "


def _is_only_described(scene: Scene, head: CueHit) -> bool:
    """Whether the treaty before the verb is its subject: nobody else is named as acting."""
    if not scene.syntax.object_before or head.kind not in _CONSENTS:
        return False
    own = negated(scene, head) or scene.parties or scene.has(CueKind.PRONOUN)
    return object_before(scene, head) is not None and not own


def _says_only_when(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it only dates the treaty: "signed in 1997, the Ottawa Convention"."""
    own = negated(scene, head) or any(p.ids for p in scene.parties)
    return is_passive(stage, scene, head) and not own and not agent_follows(scene, head)


def _party(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """Who joins; after the head for nouns and lists turned round ("the holdouts are China")."""
    if head.kind is CueKind.EFFECT:
        return _for_whom(scene, head)
    if head.kind in {CueKind.ATTRACT, CueKind.HOLDOUT, CueKind.OUTSIDE}:
        after = [p for p in scene.parties if p.ids and p.start >= head.end]
        near = after and (head.kind is not CueKind.OUTSIDE or after[0].start - head.end <= _LISTED)
        if near and not any(p.ids for p in scene.parties if p.end <= head.start):
            return after[0]
    agents = [p for p in scene.parties if p.stand is Stand.AGENT and p.ids and p.start > head.end]
    if head.tense is Tense.NOUN and agents and agents[0].start - head.end < 30:
        return agents[0]
    return party_of(stage, scene, head)
