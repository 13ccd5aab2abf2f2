"""Joining that is only supposed ("if India ratifies") or waited for ("until Turkey ratifies")."""

from enum import Enum, auto

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense


class Supposed(Enum):
    """How a joining stands in the report."""

    TOLD = auto()
    AWAITED = auto()  # not done yet, since something waits for it
    ONLY = auto()  # nothing is said of whether it is done


_JOINS = frozenset({CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE})
_HAVE = 3  # words before a participle among which "has" stands
_FAR = 70  # characters between "until" and its verb


def supposed(stage: Stage, scene: Scene, head: CueHit) -> Supposed:
    """Whether the head is a condition of something else."""
    if head.kind in _JOINS and head.tense is Tense.NOUN and scene.has(CueKind.NEEDED):
        return Supposed.ONLY  # "fifty ratifications are needed"
    if head.kind not in _JOINS or not _may_be_to_come(stage, scene, head):
        return Supposed.TOLD
    if scene.has(CueKind.NEEDED) or _only_would(stage, scene, head):
        return Supposed.ONLY
    before = [c for c in scene.of(CueKind.CONDITION) if 0 < head.start - c.end <= _FAR]
    words = {stage.folded[c.start : c.end] for c in before} | {scene.clause.opener}
    if words & stage.acts.grammar["awaits"] and before:
        return Supposed.AWAITED
    return Supposed.ONLY if words & stage.acts.grammar["supposes"] else Supposed.TOLD


def _only_would(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is said what would be, not what somebody says will be."""
    before = stage.folded[scene.start : head.start].split()[-1:]
    would = bool(set(before) & stage.acts.grammar["would"])
    return would and not scene.has(CueKind.ANNOUNCE, CueKind.DECIDE, CueKind.INTEND)


def _may_be_to_come(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the form of the verb leaves open that it is done: "ratifies", "has ratified"."""
    if head.tense in {Tense.BASE, Tense.PRESENT}:
        return True
    before = stage.folded[scene.start : head.start].split()[-_HAVE:]
    return head.tense is Tense.PAST and bool(set(before) & stage.acts.grammar["have"])
