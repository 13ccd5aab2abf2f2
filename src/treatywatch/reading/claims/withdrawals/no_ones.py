"""Words of leaving that are nobody's claim about a State: a rule, "no country", "we".

"A party may leave" is of any party whichever, "no country has left" of none at all, and "we shall
never leave" of whoever speaks.
"""

import re

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.notices import is_somebodys
from treatywatch.reading.acts.of_treaty import any_party
from treatywatch.reading.claims.withdrawals.nobody import is_of_nobody
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense


def is_a_rule(stage: Stage, one: Exit) -> bool:
    """Whether it is said of any party, whichever: "a party may leave"."""
    named = one.party is not None and bool(one.party.ids)
    if one.head.kind is CueKind.NOTIFY and not named and _from_then_on(stage, one):
        return True
    if named or one.head.tense is Tense.PAST or one.head.kind is CueKind.SAME_AGAIN:
        return False
    if one.head.tense is Tense.NOUN:
        before = stage.folded[max(0, one.head.start - 12) : one.head.start].split()
        takes_effect = one.scene.has(CueKind.EFFECT) and not one.scene.dates
        said = takes_effect and set(before[-1:]) <= stage.acts.grammar["anyone"]
        opens = one.head.start == one.scene.start
        said = said or (opens and _needs(stage.acts).match(stage.folded, one.head.end) is not None)
        return said or goes_on_with_a_rule(stage, one.scene)
    anyone = any_party(stage, one.scene)
    return anyone is not None and not one.head.start <= anyone < one.head.end


@grammar
def _needs(acts: ActWords) -> re.Pattern[str]:
    """What leaving takes, whoever leaves: "withdrawal requires a year's notice"."""
    return re.compile(rf"\s(?:{acts.any_of('leaving_needs') or '(?!)'})(?!\w)")


def goes_on_with_a_rule(stage: Stage, scene: Scene) -> bool:
    """Whether the sentence has just said what a party may do: "withdrawal takes effect then"."""
    effect = any(c.tense is Tense.PRESENT for c in scene.of(CueKind.EFFECT))
    if not effect or scene.index == 0 or any(p.ids for p in scene.parties):
        return False
    earlier = stage.scenes[scene.index - 1]
    same = earlier.clause.passage == scene.clause.passage
    return same and any_party(stage, earlier) is not None


def _from_then_on(stage: Stage, one: Exit) -> bool:
    """Whether a period runs from notice, whenever it is given: "a year after it is told"."""
    start = max(one.scene.clause.passage.start, one.head.start - _RUNS_FROM)
    spans = stage.context.durations_in(start, one.head.start)
    between = stage.folded[spans[-1].end : one.head.start].split() if spans else []
    later = set(between) & stage.acts.grammar["later"]
    theirs = any(c.end < one.head.start for c in one.scene.of(CueKind.PRONOUN))
    done = theirs and one.head.tense is Tense.PAST  # "six months after they had told the UN"
    return bool(later) and not (one.scene.dates or done or _has_come(stage, one))


def _has_come(stage: Stage, one: Exit) -> bool:
    """Whether the notice is somebody's and has come: "six months after Oslo's letter arrived"."""
    came = (c for c in one.scene.of(*_COMES) if c.end <= one.head.end)
    return any(c.tense is Tense.PAST for c in came) and is_somebodys(stage, one.head)


_COMES = (CueKind.ARRIVE, CueKind.HAND_IN)


def says_nobody(stage: Stage, one: Exit) -> bool:
    """Whether it is said of no State at all: "no country has left"."""
    if is_of_nobody(stage, one.scene, one.scene.start, one.head.end):
        return True
    nouns = one.scene.of(CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE)
    words = stage.acts.grammar["none"]
    before = (stage.folded[max(0, n.start - _NONE) : n.start].split() for n in nouns)
    return any(set(part[-3:]) & words for part in before)


def spoken_by_us(stage: Stage, one: Exit) -> bool:
    """Whether it is said in quotation marks by somebody who says "we" or "I".

    Not a claim that is only quoted to be checked: "It has also left the climate treaty".
    """
    if not stage.context.is_quoted(one.head.start):
        return False
    pronouns = (c for c in one.scene.of(CueKind.PRONOUN) if c.end <= one.head.start)
    third = stage.acts.grammar["single"] | stage.acts.grammar["several"]
    of_others = any(stage.folded[c.start : c.end] in third for c in pronouns)
    return not (of_others and one.treaty_words and one.head.tense is Tense.PAST)


_NONE = 24  # characters of "no other European " before a noun
_RUNS_FROM = 80  # characters of "six months after the United Nations has been "
