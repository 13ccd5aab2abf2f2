"""Leaving that nobody has announced: it is only supposed, or said not to be intended.

"It would be the first country to leave" tells what would be, and "does not intend to leave" what
will not: both speak of leaving as of something weighed.
"""

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.voice import negated, voice
from treatywatch.reading.claim import Voice
from treatywatch.reading.claims.withdrawals.days_of_exit import LEAVES
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind

_TOLD = (
    CueKind.ANNOUNCE,
    CueKind.DECIDE,
    CueKind.NOTIFY,
    CueKind.INTEND,
    CueKind.APPROVE,
    CueKind.ENACT,
    CueKind.PROPOSE,
)
_MODAL = 60  # characters of "would be the first European country ever to "


def only_supposed(stage: Stage, one: Exit) -> bool:
    """Whether an exit that its words leave to come is not even announced by them."""
    if one.head.kind not in (*LEAVES, CueKind.TAKE_OUT):
        return False
    if negated(one.scene, one.head):
        return voice(one.scene, one.head) is Voice.INTENDS
    return _would(stage, one)


def _would(stage: Stage, one: Exit) -> bool:
    """Whether "would" governs it, and no word of the clause tells who said so."""
    scene, head = one.scene, one.head
    words = stage.acts.grammar
    hangs = scene.clause.opener in words["that"] | words["relative"]  # on who said or listed it
    if hangs or scene.dates or scene.has(*_TOLD):
        return False
    start = max(scene.start, head.start - _MODAL)
    before = set(stage.folded[start : head.start].split())
    return bool(before & words["supposing"]) and not _said_before(stage, one)


def _said_before(stage: Stage, one: Exit) -> bool:
    """Whether the sentence began with somebody's saying so: "he said on Friday that ... would"."""
    scene = one.scene
    before = stage.scenes[max(0, scene.index - 2) : scene.index]
    return any(s.has(*_TOLD) for s in before if s.clause.passage == scene.clause.passage)
