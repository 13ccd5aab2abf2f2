"""Whether a number can be one of States towards a treaty at all."""

from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.words_acts import CueKind

_MOST = 200  # no treaty has more parties than there are States
_FEW = 3  # so many are mostly those whom the report has named: "all three", "the two Baltic States"
_BESIDE = 16  # characters of " of its " between a number and its noun
_NOUNS = (CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE, CueKind.PARTY_NOUN, CueKind.WORLD)


def may_count(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether so many can belong to a treaty, and are told by their number rather than named."""
    if number.percent or number.ordinal:
        return True
    if number.high > _MOST or _is_of_a_parliament(stage, scene, number):
        return False
    return number.high > _FEW or not _are_named(stage, scene, number)


def _is_of_a_parliament(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """ "One of the three governing parties"."""
    words = stage.folded[number.end : scene.end].split()[:1]
    return any(word.strip(".,;:") in stage.acts.grammar["in_parliament"] for word in words)


def _are_named(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether a few are those spoken of before: "all three", "the two neighbours"."""
    before = stage.folded[max(0, number.start - _BESIDE) : number.start].split()[-1:]
    if set(before) & stage.acts.grammar["merely"]:
        return False
    counted = any(0 <= c.start - number.end <= _BESIDE for c in scene.of(*_NOUNS))
    return bool(set(before) & stage.acts.grammar["named_few"]) or not counted
