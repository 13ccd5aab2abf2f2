"""What a treaty obliges to behind what it forbids: "bans poison gas and obliges members to"."""

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_JOINT = 6  # characters of " and " before a verb
_THOSE = 14  # characters of " those" before a relative clause about them


def further_duty(stage: Stage, scene: Scene, ban: CueHit) -> CueHit | None:
    """The verb that goes on from the ban to a duty."""
    for cue in scene.of(CueKind.OBLIGE):
        finite = cue.tense in {Tense.PRESENT, Tense.PAST}
        before = stage.folded[max(ban.end, cue.start - _JOINT) : cue.start].split()[-1:]
        if finite and cue.start > ban.end and set(before) & stage.acts.grammar["joins"]:
            return cue
    return None


def before_joint(stage: Stage, verb: CueHit) -> int:
    """Where the words before "and" and the verb end."""
    return stage.folded.rfind(" ", 0, verb.start - 1)


def end_of_duty(stage: Stage, scene: Scene, duty: CueHit) -> int:
    """Where the duty ends: with the clause about those whom it obliges, where there is one."""
    later = stage.scenes[scene.index + 1 : scene.index + 2]
    brief = scene.end - duty.end <= _THOSE
    relative = stage.acts.grammar["relative"]
    goes_on = (s for s in later if s.clause.passage == scene.clause.passage)
    return next((s.end for s in goes_on if brief and s.clause.opener in relative), scene.end)
