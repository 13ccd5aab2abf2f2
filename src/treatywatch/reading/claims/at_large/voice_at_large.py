"""How an act is meant that only the loose rules find: done, to come, or only intended."""

from treatywatch.reading.acts.voice import is_to_act
from treatywatch.reading.claim import Voice
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind


def voice_at_large(stage: Stage, scene: Scene, party: Party | None, *, ahead: bool) -> Voice:
    """The voice of what a clause tells of a party; ``ahead`` where it is known to be to come."""
    if ahead or scene.has(CueKind.FUTURE) or is_to_act(stage, scene, party):
        return Voice.WILL
    return Voice.INTENDS if scene.has(CueKind.INTEND) else Voice.DID
