"""What a report is about at each point: leaving a treaty, joining one, or neither yet.

Words such as "Parliament gave its approval" say nothing of a treaty; the acts named before them do.
"""

from enum import StrEnum
from functools import lru_cache

from treatywatch.reading.acts.objects import (
    joins_between,
    object_after,
    object_before,
    object_of,
    owns_noun,
)
from treatywatch.reading.acts.undone import notice_undone
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import OTHER_BODY
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense


class Topic(StrEnum):
    """The kind of act that the words nearby are about."""

    EXIT = "exit"
    JOIN = "join"
    NONE = "none"


_EXITS = (CueKind.EXIT, CueKind.EXIT_OBJECT)
_TAKING = (CueKind.TAKE_OUT, CueKind.FOLLOW)
_OTHER_EXITS = (
    CueKind.EXIT_NOTICE,
    CueKind.TAKE_BACK,
    CueKind.RELEASED,
    CueKind.SUSPEND,
    CueKind.END_PROVISIONAL,
    CueKind.END_RATIFICATION,
)
_JOINS = (CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE)


_OUT_OF = 12  # characters between "out of" and the treaty


def topics(stage: Stage) -> tuple[Topic, ...]:
    """The topic of every scene: that of the last act before it, at the head the first one's."""
    return topics_and_whether_exits(stage)[0]


@lru_cache(maxsize=2)  # every reader of acts asks
def topics_and_whether_exits(stage: Stage) -> tuple[tuple[Topic, ...], bool]:
    """The topics, and whether the report speaks of leaving at least as often as of joining."""
    own = [_own_topic(scene) for scene in stage.scenes]
    mainly = own.count(Topic.EXIT) >= max(1, own.count(Topic.JOIN))
    return _carried(own), mainly


def _carried(own: list[Topic]) -> tuple[Topic, ...]:
    current = next((topic for topic in own if topic is not Topic.NONE), Topic.NONE)
    run: list[Topic] = []
    for topic in own:
        current = topic if topic is not Topic.NONE else current
        run.append(current)
    return tuple(run)


def _own_topic(scene: Scene) -> Topic:
    told = scene.has(*_EXITS, *_TAKING, *_OTHER_EXITS, *_JOINS, CueKind.OUT_OF, CueKind.UNDO)
    if not told or _is_of_another_body(scene):
        return Topic.NONE
    for cue in scene.cues:
        if cue.kind in _EXITS and clear_exit(scene, cue):
            return Topic.EXIT
        if cue.kind is CueKind.EXIT and cue.tense is Tense.NOUN and not scene.has(CueKind.PEOPLE):
            return Topic.EXIT
        if cue.kind in _TAKING and scene.has(CueKind.OUT_OF) and scene.treaties:
            return Topic.EXIT
        if cue.kind in _OTHER_EXITS and scene.treaties:
            return Topic.EXIT
        if cue.kind is CueKind.UNDO and scene.treaties and notice_undone(scene, cue):
            return Topic.EXIT
        if cue.kind is CueKind.UNDO and _consent_after(scene, cue):
            return Topic.EXIT
        if cue.kind is CueKind.OUT_OF and scene.parties and object_after(scene, cue, _OUT_OF):
            return Topic.EXIT
    for cue in scene.cues:
        if cue.kind in _JOINS and (object_after(scene, cue) or object_before(scene, cue)):
            return Topic.JOIN
    return Topic.NONE


def _is_of_another_body(scene: Scene) -> bool:
    """Whether no treaty is what is joined or left: "Finland joined NATO"."""
    ids = {treaty.ids for treaty in scene.treaties}
    return ids == {(OTHER_BODY,)}


def _consent_after(scene: Scene, head: CueHit) -> bool:
    """Whether consent is what is undone: "a law taking back Russia's ratification"."""
    nouns = (c for c in scene.of(CueKind.RATIFY, CueKind.SIGN) if c.tense is Tense.NOUN)
    return any(0 <= c.start - head.end <= _NEAR_CONSENT for c in nouns)


_NEAR_CONSENT = 35  # characters of " the Russian Federation's " before "ratification"


def clear_exit(scene: Scene, head: CueHit) -> bool:
    """Whether the head surely is leaving a treaty: the treaty stands beside it as its object."""
    treaty = object_of(scene, head, 130 if head.kind is CueKind.EXIT else 60)
    if treaty is not None:
        return not joins_between(scene, head, treaty)
    return owns_noun(scene, head) is not None and head.tense is Tense.NOUN
