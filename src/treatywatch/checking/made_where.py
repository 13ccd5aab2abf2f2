"""Where a treaty was made: a place in the words that is none of those in the record."""

from collections.abc import Iterator

from treatywatch.checking.knowledge import Knowledge
from treatywatch.checking.word_line import find, line
from treatywatch.law.participant import NameKind
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.reading.claim import Claim

_TREATY = "a treaty"


def made_elsewhere(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> str:
    """The place that the words give and the record does not; empty where there is none.

    A capital alone may be its government: only what stands right behind "in" is a place.
    """
    words = line(claim.quote)
    before = {word.casefold() for word in knowledge.ledger.fact_words.terms.at_place}
    own = {one.place for one in treaty.milestones if one.kind is not MilestoneKind.MEETING}
    found = find(words, _places(treaty, knowledge))
    places = [one for one in found if _TREATY not in one.owners]
    told = [one for one in places if one.start and words[one.start - 1].casefold() in before]
    if not told or any(one.owners & own for one in places):
        return ""
    return min(told[0].owners)


def _places(treaty: Treaty, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    ledger = knowledge.ledger
    yield from ((name.form, _TREATY) for name in treaty.names if " " in name.form)
    for other in ledger.treaties.values():
        yield from ((one.place, one.place) for one in other.milestones if one.place)
    for participant in ledger.participants.values():
        capitals = (name for name in participant.names if name.kind is NameKind.CAPITAL)
        yield from ((name.form, name.form) for name in capitals)
