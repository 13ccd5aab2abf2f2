"""Where a treaty was made: a place in the words that is none of those in the record."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.word_line import Phrase, Phrasebook, find, find_any, line
from treatywatch.law.participant import NameKind, Participant
from treatywatch.law.treaty import Milestone, MilestoneKind, Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import remembered
from treatywatch.reading.claim import Claim

_TREATY = "a treaty"
_OF_THE_RECORD = "en"  # the language in which the record gives its places
_BETWEEN = re.compile(r", | and ")


def made_elsewhere(
    claim: Claim, treaty: Treaty, events: Sequence[Milestone], knowledge: Knowledge
) -> str:
    """The place that the words give and the record does not; empty where there is none.

    A capital alone may be its government: only what stands right behind "in" is a place.
    """
    words = line(claim.quote)
    before = {word.casefold() for word in knowledge.ledger.fact_words.terms.at_place}
    own = {
        place
        for one in treaty.milestones
        if one.kind is not MilestoneKind.MEETING
        for place in _each(one.place)
    }
    ledger = knowledge.ledger
    listed = remembered(ledger, "places_of_the_record", "", lambda: Phrasebook(_places(ledger)))
    titles = [(name.form, _TREATY) for name in treaty.names if " " in name.form]
    found = find(words, (*titles, *listed.opening(words)))
    places = [one for one in found if _TREATY not in one.owners]
    told = [one for one in places if one.start and words[one.start - 1].casefold() in before]
    if not told:
        return ""
    amiss = (
        _done_at(words, told[0], treaty, knowledge)
        or _not_then(claim, words, told[0], events, knowledge)
        or _only_adopted_at(words, told[0], events, knowledge)
    )
    if not amiss and any(one.owners & own for one in places):
        return ""
    return min(told[0].owners)


def named_alone(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> tuple[Milestone | None, str]:
    """The event whose place the words tell right behind its verb, and the place if it is another.

    "Opened for signature in Geneva", "signed in Vienna", where no date tells which event is meant.
    Nothing where the event or its place is not on record, or where it may have been another one.
    """
    terms, words = knowledge.ledger.fact_words.terms, line(claim.quote)
    for phrases, kinds in ((terms.opening, _OPENED), (terms.signing, _SIGNING)):
        told = find_any(words, phrases)
        if told:
            events = [one for one in treaty.milestones if one.kind in kinds and one.place]
            return _at_place(claim, told[-1].end, treaty, events, knowledge)
    return None, ""


def made_as_another(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Treaty | None:
    """The treaty that was made at the place and in the month that the words give, if not this one.

    "Signed in Moscow in May 1972" tells of another than START II, whose name stands further on.
    """
    words, ledger = line(claim.quote), knowledge.ledger
    day = claim.date
    if day is None or day.month is None:
        return None
    listed = remembered(ledger, "places_of_the_record", "", lambda: Phrasebook(_places(ledger)))
    named = {owner for one in find(words, listed.opening(words)) for owner in one.owners}
    made = (
        (other, event)
        for other in ledger.treaties.values()
        for event in other.milestones
        if other.id != treaty.id and event.kind in _MADE and agree(day, event.on)
    )
    return next((other for other, event in made if named & set(_each(event.place))), None)


def _at_place(
    claim: Claim, verb: int, treaty: Treaty, events: Sequence[Milestone], knowledge: Knowledge
) -> tuple[Milestone | None, str]:
    words, ledger = line(claim.quote), knowledge.ledger
    before = {word.casefold() for word in ledger.fact_words.terms.at_place}
    listed = remembered(ledger, "places_of_the_record", "", lambda: Phrasebook(_places(ledger)))
    behind = words[verb + 1 :] if words[verb : verb + 1] and words[verb] in before else ()
    place = next((one for one in find(behind, listed.opening(behind)) if one.start == 0), None)
    if place is None or not events:
        return None, ""
    right = next((one for one in events if place.owners & set(_each(one.place))), None)
    if right is not None:
        return right, ""
    elsewhere = made_elsewhere(claim, treaty, events, knowledge)
    return (events[0], elsewhere) if elsewhere else (None, "")


def _done_at(words: Sequence[str], place: Phrase, treaty: Treaty, knowledge: Knowledge) -> bool:
    """Whether "opened for signature in Oslo" gives a place where that was not done.

    The treaty may have been adopted there, which is another event; and the other way round.
    """
    terms = knowledge.ledger.fact_words.terms
    for phrases, kind in (
        (terms.opening, MilestoneKind.OPENED_FOR_SIGNATURE),
        (terms.adopting, MilestoneKind.ADOPTED),
    ):
        done = treaty.milestone(kind)
        told = find_any(words, phrases)
        right_behind = any(one.end + 1 == place.start for one in told)
        if right_behind and done is not None and done.place:
            return not place.owners & set(_each(done.place))
    return False


def _only_adopted_at(
    words: Sequence[str], place: Phrase, events: Sequence[Milestone], knowledge: Knowledge
) -> bool:
    """Whether "signed in Dublin in 2008" gives the place of the adoption alone.

    Only of a time in which it was opened for signature, elsewhere: "signed in Paris in 2015" tells
    an adoption by another verb.
    """
    terms = knowledge.ledger.fact_words.terms
    signed = find_any(words, terms.signing)
    if not any(one.end + 1 == place.start for one in signed):
        return False
    there = {name for one in events if one.kind in _SIGNING for name in _each(one.place)}
    return bool(there) and not place.owners & there


_MADE = frozenset({MilestoneKind.ADOPTED, MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED})
_OPENED = frozenset({MilestoneKind.OPENED_FOR_SIGNATURE})
_SIGNING = frozenset({MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED})


def _not_then(
    claim: Claim,
    words: Sequence[str],
    place: Phrase,
    events: Sequence[Milestone],
    knowledge: Knowledge,
) -> bool:
    """ "Signed in Oslo in December 1997": what was done in that month was done elsewhere."""
    terms = knowledge.ledger.fact_words.terms
    verbs = find_any(words, (*terms.opening, *terms.adopting, *terms.signing))
    if claim.date is None or claim.date.month is None or len(verbs) != 1:
        return False
    then = {one for event in events for one in _each(event.place)}
    return verbs[0].end + 1 == place.start and bool(then) and not place.owners & then


def _each(place: str | None) -> list[str]:
    """ "London, Moscow and Washington" are three places; reports write them without accents."""
    return [without_accents(one) for one in _BETWEEN.split(place)] if place else []


def without_accents(place: str) -> str:
    """ "Chisinau" of "Chişinău": one city, however it is spelt."""
    apart = unicodedata.normalize("NFD", place)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _places(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for treaty in ledger.treaties.values():
        made = (one for event in treaty.milestones for one in _BETWEEN.split(event.place or ""))
        yield from ((one, without_accents(one)) for one in made if one)
    for participant in ledger.participants.values():
        yield from _capitals(participant)


def _capitals(participant: Participant) -> Iterator[tuple[str, str]]:
    """Each form of a capital, as the record calls the city: "Lisbonne" is "Lisbon"."""
    capitals = [name for name in participant.names if name.kind is NameKind.CAPITAL]
    recorded = [name.form for name in capitals if name.language == _OF_THE_RECORD]
    for name in capitals:
        known = [name.form] if name.form in recorded else recorded or [name.form]
        yield from ((name.form, without_accents(one)) for one in known)
