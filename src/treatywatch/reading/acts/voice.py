"""Voice: what the report does with an act — tells it done, to come, intended, urged, or denied."""

from treatywatch.reading.claim import Voice
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_NEXT = 1  # character between a verb and a "not" right after it: with a comma it says more
_REACH = 45  # characters before a verb within which a small word bears on it
_ONE_OF = 12  # characters of " one of the " between "not" and a list of names


def negated(scene: Scene, head: CueHit) -> bool:
    """Whether "not", "never", "yet to" or the like bears on the head.

    The verb that governs an infinitive may follow it: "выходить из договора не намерена", and that
    of a notice: "заявления о выходе Ереван не направлял".
    """
    led = head.tense is Tense.BASE or head.kind is CueKind.EXIT_NOTICE
    governed = led and scene.syntax.object_before
    far = _REACH if scene.syntax.negation_after or governed else _NEXT
    after = any(0 < cue.start - head.end <= far for cue in scene.of(CueKind.NEGATION))
    near = _near(scene, head, CueKind.NEGATION) or _near(scene, head, CueKind.ECHO_NOT)
    return after or near or _denied_of_all(scene, head)


def _denied_of_all(scene: Scene, head: CueHit) -> bool:
    """Whether a long list is the subject, and denied: "none of the United States, ... has signed".

    However far it keeps the verb from the word that denies it.
    """
    for cue in scene.of(CueKind.NEGATION):
        for party in scene.parties:
            opens = len(party.ids) > 1 and 0 < party.start - cue.end <= _ONE_OF
            if opens and 0 < head.start - party.end <= _REACH:
                return True
    return False


def hedged(scene: Scene, head: CueHit) -> bool:
    """Whether "may", "reportedly" or the like stands before the head in its clause."""
    return any(cue.end <= head.end for cue in scene.of(CueKind.HEDGE))


def voice(scene: Scene, head: CueHit) -> Voice:
    """The voice of the head."""
    if _near(scene, head, CueKind.DUE):
        return Voice.WILL
    if _near(scene, head, CueKind.URGING):
        return Voice.URGED
    if _is_considered(scene, head):
        return Voice.CONSIDERS
    if any(cue.end <= head.start for cue in scene.of(CueKind.INTEND)):
        return Voice.INTENDS
    if _near(scene, head, CueKind.FUTURE) or _near(scene, head, CueKind.HEDGE):
        return Voice.WILL
    if scene.syntax.simple_future and _will_be_done(scene, head):
        return Voice.WILL
    if head.tense is Tense.PROGRESSIVE and scene.has(CueKind.ANNOUNCE):
        return Voice.INTENDS
    return Voice.DID


def is_to_act(stage: Stage, scene: Scene, party: Party | None) -> bool:
    """Whether an infinitive alone follows the name, as headlines tell what is to come.

    "Britain to follow", "Latvia and Poland to go"; not "Latvia went on to join".
    """
    if party is None:
        return False
    after = stage.folded[party.end : scene.end].split()[:1]
    return bool(set(after) & stage.acts.grammar["to_act"])


def _will_be_done(scene: Scene, head: CueHit) -> bool:
    """Whether a step is told in the simple future: "Latvia notificēs", "уведомит о выходе"."""
    if head.kind in _STEPS:
        return head.tense is Tense.PROGRESSIVE
    return head.tense is Tense.NOUN and any(
        cue.tense is Tense.PROGRESSIVE for cue in scene.of(*_STEPS, CueKind.EFFECT)
    )


_STEPS = (
    CueKind.NOTIFY,
    CueKind.ENACT,
    CueKind.APPROVE,
    CueKind.SIGN,
    CueKind.RATIFY,
    CueKind.ACCEDE,
    CueKind.SUSPEND,
)


def _is_considered(scene: Scene, head: CueHit) -> bool:
    """Whether the act is only weighed.

    "Signed a decree that spoke of leaving" is done all the same, and so is what stands in the past
    before another matter that is weighed: "signed in 2005 and is considering its departure".
    """
    if head.kind is CueKind.ENACT:
        return False
    joined = head.kind in _JOINING and head.tense is Tense.PAST
    weighed = scene.of(CueKind.CONSIDER)
    return any(not joined or cue.start < head.start for cue in weighed)


_JOINING = frozenset({CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE})


def _near(scene: Scene, head: CueHit, kind: CueKind) -> bool:
    cues = scene.of(kind)
    return bool(cues) and any(head.start - _REACH <= cue.start <= head.start for cue in cues)
