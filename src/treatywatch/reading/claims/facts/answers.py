"""What a question asked for, answered without a verb: "What does it ban? Bombs in orbit"."""

from collections.abc import Iterator

from treatywatch.reading.acts.of_treaty import treaty_nearby
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import claim_over
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind

_OPENS = 12  # characters of "The whole " before the first deed of an answer
_LABEL = 20  # characters of "A:" or a name before an answer
_ENDS = " \n\"')*_"  # what may stand behind the mark of a question
_COLON = ": "
_LONG = 160  # characters of an answer
_REACH = 4  # clauses of a question


def asks(stage: Stage, scene: Scene) -> bool:
    """Whether the clause is part of a question, which states nothing."""
    passage = scene.clause.passage
    return stage.folded[passage.start : passage.end].rstrip(_ENDS).endswith("?")


def answered_bans(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """The deeds that open the answer to what a treaty forbids."""
    deeds = [c for c in scene.of(CueKind.BAN_ACT) if c.start - scene.start <= _OPENS]
    passage = scene.clause.passage
    if not deeds or scene.start - passage.start > _LABEL or asks(stage, scene):
        return
    if scene.start > passage.start and not stage.folded.startswith(_COLON, scene.start - 2):
        return
    if scene.has(CueKind.BAN_VERB) or not _is_asked(stage, scene):
        return
    treaty = stage.context.treaty_at(scene.start)
    span = (scene.start, max(scene.end, min(passage.end, scene.start + _LONG)))
    yield claim_over(stage.text, span, ClaimType.TREATY_FACT, treaty, "prohibits")


def _is_asked(stage: Stage, scene: Scene) -> bool:
    """Whether the sentence before asks what is forbidden."""
    passage = scene.clause.passage
    asked = [
        one
        for one in stage.scenes[max(0, scene.index - _REACH) : scene.index]
        if one.clause.passage != passage and one.end - one.start > _LABEL
    ]
    if not asked or not asks(stage, asked[-1]) or not treaty_nearby(stage, scene):
        return False
    question = [one for one in asked if one.clause.passage == asked[-1].clause.passage]
    return any(one.has(CueKind.BAN_VERB) for one in question)
