"""A treaty's days told by the way: "Norway has cleared its fields since the treaty took effect".

Who acts before such words is no subject of theirs: a word of time opens them, and the treaty is
what stands right behind it.
"""

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_SHORT = 24  # characters between the treaty and what became of it: " had at last been "
_LED = 16  # characters of "since the whole "


def told_by_the_way(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a word of time and the treaty stand before the head, and its day behind it."""
    before = [t for t in scene.treaties if t.end <= head.start]
    if not before or not any(date.start >= head.end for date in scene.dates):
        return False
    return _is_subject(stage, scene, head, before[-1]) and _is_of_time(stage, scene, before[-1])


def _is_subject(stage: Stage, scene: Scene, head: CueHit, treaty: Mention) -> bool:
    """Whether nobody stands between the two, and what is done to a text is told in the passive."""
    if head.start - treaty.end > _SHORT or any(
        treaty.end <= party.start < head.start for party in scene.parties
    ):
        return False
    between = set(stage.folded[treaty.end : head.start].split())
    if head.kind is CueKind.EFFECT:
        return head.tense in (Tense.PAST, Tense.PRESENT)
    return head.tense is Tense.PAST and bool(between & stage.acts.grammar["be"])


def _is_of_time(stage: Stage, scene: Scene, treaty: Mention) -> bool:
    """Whether a word of time stands before the treaty, with no more than its article between."""
    words = stage.folded[max(scene.start, treaty.start - _LED) : treaty.start].split()
    if words and words[-1] in stage.acts.grammar["article"]:
        words.pop()
    return bool(words) and words[-1] in stage.acts.grammar["time_joins"]
