"""Joining told by taking up what was told before: "so has Russia", "Lithuania followed".

The act is that of the joining told last; "neither" and "not" turn it round.
"""

import re

from treatywatch.reading.bare_joinings import timed
from treatywatch.reading.cast import Party, Stand
from treatywatch.reading.grammar import grammar
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.objects import stands_alone
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.words_acts import ActWords, CueKind, Tense

_AGAIN = (CueKind.ECHO, CueKind.ECHO_NOT)
_AFTER_SUBJECT = (CueKind.SAME_AGAIN, CueKind.FOLLOW, CueKind.AMONG_THEM)
_SUBJECT = 12  # characters between "so has" and whoever it is said of
_BY = 45  # characters between "followed by" and whoever follows
_LIST = 45  # characters between a name and "followed"


def echo_in(stage: Stage, scene: Scene) -> tuple[CueHit, Party, bool] | None:
    """The words that take up an act, of whom, and whether they turn it round; None without any."""
    for cue in scene.of(*_AGAIN):
        reach = _BY if cue.tense is Tense.PAST else _SUBJECT
        after = [p for p in scene.parties if 0 < p.start - cue.end <= reach and p.ids]
        if after:
            return cue, after[0], cue.kind is CueKind.ECHO_NOT
    for cue in scene.of(*_AFTER_SUBJECT):
        before = [p for p in scene.parties if p.ids and 0 < cue.start - p.end <= _LIST]
        if before and before[-1].stand is Stand.ACTS and _free(stage, scene, cue):
            return cue, before[-1], False
    return _left_out(stage, scene)


def _free(stage: Stage, scene: Scene, cue: CueHit) -> bool:
    """Whether nothing follows that is followed or joined, nor a list after "among them"."""
    if cue.kind is CueKind.FOLLOW:
        return stands_alone(stage, scene, cue) or timed(stage, scene, cue)
    follows = any(0 < p.start - cue.end <= 2 for p in scene.parties)
    after = stage.folded[cue.end : scene.end].split()[:1]
    follows = follows or bool(set(after) & stage.acts.grammar["rank_to"])  # "the first to ratify"
    return cue.kind is not CueKind.AMONG_THEM or not follows


def _left_out(stage: Stage, scene: Scene) -> tuple[CueHit, Party, bool] | None:
    """ "Russia has not": a verb left out after its auxiliary."""
    if not scene.has(CueKind.NEGATION):
        return None
    found = _ends_without_verb(stage.acts).search(stage.folded, scene.start, scene.end)
    if found is None:
        return None
    before = [p for p in scene.parties if p.ids and 0 < found.start() - p.end <= _SUBJECT]
    if not before or before[-1].stand is not Stand.ACTS:
        return None
    cue = CueHit(found.start(), found.end(), CueKind.NEGATION, Tense.OTHER)
    return cue, before[-1], True


@grammar
def _ends_without_verb(acts: ActWords) -> re.Pattern[str]:
    goes_on = acts.any_of("joins")
    return re.compile(rf"\b(?:{acts.any_of('left_out')})(?=[\s.,;!\"')]*$|[,;]\s+(?:{goes_on})\s)")


def as_told(head: CueHit, cue: CueHit) -> CueHit:
    """The act told before, standing where it is taken up."""
    return CueHit(cue.start, cue.end, head.kind, Tense.PAST)
