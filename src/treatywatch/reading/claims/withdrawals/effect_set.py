"""Acts that are told with the day on which they will count: "gave notice, to take effect in May".

The clause tells the notice; its effect is only set by it.
"""

import re
from dataclasses import replace

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.claims.span import nearest_date
from treatywatch.reading.syntax.scenes import Scene, Stage, by_kind
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_TELLS = (CueKind.NOTIFY, CueKind.EXIT_NOTICE, CueKind.ANNOUNCE, CueKind.DECIDE)
_TOLD = frozenset({Tense.PAST, Tense.PRESENT})


def without_effect_set(stage: Stage, one: Exit) -> Scene:
    """The clause of an act that was told, without the effect that only follows it after a comma."""
    scene = one.scene
    effects = scene.of(CueKind.EFFECT)
    if not effects or one.head.kind is CueKind.EFFECT:
        return scene
    verbs = (one.head, *scene.of(*_TELLS))
    told = [c.end for c in verbs if c.kind in _TELLS and c.tense in _TOLD]
    only_set = _only_set(stage.acts)
    day = nearest_date(scene, one.head)
    if not told or (day is not None and day.start > effects[0].start):
        return scene  # the day is that of the effect, and so is what is told
    if not all(
        min(told) < e.start and only_set.search(stage.folded, min(told), e.start) for e in effects
    ):
        return scene
    cues = tuple(c for c in scene.cues if c.kind is not CueKind.EFFECT)
    return replace(scene, cues=cues, by_kind=by_kind(cues))


@grammar
def _only_set(acts: ActWords) -> re.Pattern[str]:
    """The end of what stands before the words of effect: ", to", ", with"."""
    return re.compile(rf",\s(?:(?:{acts.any_of('sets_effect')})\s)?$")
