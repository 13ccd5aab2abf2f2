"""Words of joining that are no claim about a State: of any at all, or denied of another verb."""

from treatywatch.reading.acts.bare_joinings import comes_back
from treatywatch.reading.acts.joinings import Joining
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.words_acts import CueKind


def another_denied(stage: Stage, one: Joining) -> bool:
    """Whether it is another verb that is denied: "did not accept it and came back"."""
    if not one.out or not comes_back(stage, one.head):
        return False
    denials = one.scene.of(CueKind.NEGATION)
    return not any(0 < one.head.start - c.end <= _DENIED for c in denials)


_DENIED = 20  # characters of " until today " between a denial and its verb


def of_any(stage: Stage, one: Joining) -> bool:
    """Whether it is said of any State at all: "crimes committed while a country was a member"."""
    if one.party is not None and one.party.ids:
        return False
    nouns = one.scene.of(CueKind.COUNTRY, CueKind.STATE_NOUN_ONE)
    near = (c for c in nouns if 0 < one.head.start - c.end <= _ITS_VERB)
    before = (stage.folded[max(0, c.start - _ANY) : c.start].split()[-1:] for c in near)
    return any(set(words) & stage.acts.grammar["anyone"] for words in before)


_ITS_VERB = 10  # characters of " was once " between a noun and what it is
_ANY = 10  # characters of " whichever "


def dates_the_sentence(stage: Stage, one: Joining, date: DateMention) -> bool:
    """Whether the day is of what the sentence tells: "in June Peru, a signatory, cleared it"."""
    if one.party is None or one.head.kind not in {CueKind.SIGNATORY, CueKind.BELONG}:
        return False
    beside = stage.folded[one.party.end : one.head.start].startswith(",")
    return beside and date.end <= one.party.start


def is_set_apart(stage: Stage, one: Joining, date: DateMention) -> bool:
    """Whether the day is of what stands between commas: "gone since 2010, has not come back"."""
    between = stage.folded[date.end : one.head.start]
    party = one.party is not None and one.party.start < date.start
    return party and between.startswith(",") and date.modifier is DateModifier.SINCE
