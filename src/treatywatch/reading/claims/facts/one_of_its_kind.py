"""What a treaty is by itself: "New START, the last accord that limits the two arsenals".

Such words stand beside the treaty, whoever leaves or joins it in the same sentence, and say what it
alone does; of a first one, that it was the first.
"""

import re
from collections.abc import Iterator

from treatywatch.reading.acts.of_treaty import treaty_nearby
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import claim_over, trim
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import PassageKind
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_FIRST, _CONTENT = "first_ever", "content"
_NEAR = 3  # clauses back to the treaty that is one of its kind


def one_of_its_kind(stage: Stage, told: list[Claim]) -> Iterator[Claim]:
    """What treaties are called for what they alone do, where no fact has it yet."""
    if not stage.acts.grammar["ranks_alone"]:
        return
    taken = Meeting(told)
    for scene in stage.scenes:
        if scene.clause.passage.kind is PassageKind.HEADLINE:
            continue
        for found in _alone(stage.acts).finditer(stage.folded, scene.start, _end(stage, scene)):
            if found.start() >= scene.end or not treaty_nearby(stage, scene, _NEAR):
                continue
            span = trim(stage.text, *found.span())
            if taken.meeting(*span) or stage.context.is_quoted(span[0]):
                continue
            first = found["rank"] in stage.acts.grammar["ranks_first"]
            treaty = stage.context.treaty_at(span[0])
            kind = _FIRST if first else _CONTENT
            yield claim_over(stage.text, span, ClaimType.TREATY_FACT, treaty, kind)


def _end(stage: Stage, scene: Scene) -> int:
    """Where the words may end: "that limits", which follows, is a clause of its own."""
    following = stage.scenes[scene.index + 1 : scene.index + 2]
    same = [one for one in following if one.clause.passage == scene.clause.passage]
    return same[0].end if same else scene.end


@grammar
def _alone(acts: ActWords) -> re.Pattern[str]:
    nouns = acts.cues_of(CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK)
    rank = rf"(?P<rank>{acts.any_of('ranks_alone')})"
    which = acts.any_of("alone_does")
    leads = rf"(?:{acts.any_of('article')}\s)?{acts.maybe('of_all_the_world')}"
    return re.compile(rf"\b{leads}{rank}\s(?:[\w'-]+\s){{0,4}}?{nouns}\s{which}\s[^.;,:()]*\w")
