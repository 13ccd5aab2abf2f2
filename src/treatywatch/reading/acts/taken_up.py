"""Which act "did the same" takes up: joining, where that was told right before."""

from treatywatch.reading.acts.notices import JOINING
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind

_JOINS = frozenset({*JOINING, CueKind.NEEDED})
_OTHERS = frozenset(
    {
        CueKind.EXIT,
        CueKind.EXIT_OBJECT,
        CueKind.EXIT_NOTICE,
        CueKind.OUT_OF,
        CueKind.TAKE_BACK,
        CueKind.END_PROVISIONAL,
        CueKind.RELEASED,
        CueKind.SUSPEND,
        CueKind.NOTIFY,
        CueKind.PAPER,
        CueKind.APPROVE,
        CueKind.ENACT,
        CueKind.ANNOUNCE,
        CueKind.DECIDE,
        CueKind.VOTE,
    }
)


def takes_up_joining(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the act just told is joining: "joined as the last one to do so".

    Or that of the sentence before: "Peru has never ratified. Chile did the same".
    """
    before = stage.scenes[max(0, scene.index - 2) : scene.index]
    same = [s for s in before if s.clause.passage == scene.clause.passage]
    exits = {CueKind.EXIT, CueKind.EXIT_OBJECT}
    told = [c for s in (*same, scene) for c in s.of(*exits, *_JOINS) if c.start < head.start]
    if told:
        return told[-1].kind in _JOINS
    return joined_before(stage, scene, head)


def joined_before(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the sentence before tells joining, and who stands beside the words did so too."""
    beside = [p for p in scene.parties if p.ids and 0 < head.start - p.end <= _HAS]
    if not scene.index or not beside:
        return False
    last = stage.scenes[scene.index - 1]
    return last.clause.passage != scene.clause.passage and _only_joins(stage, last, scene)


_HAS = 8  # characters of " has " between who did the same and the words


def _only_joins(stage: Stage, last: Scene, scene: Scene) -> bool:
    """Whether the clause that ends the sentence before tells joining and no step of leaving."""
    beside = last.clause.passage.paragraph == scene.clause.passage.paragraph
    which = last.clause.opener in stage.acts.grammar["relative"]
    return beside and not which and last.has(*_JOINS) and not last.has(*_OTHERS)
