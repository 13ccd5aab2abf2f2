"""Whose day the date of a claim is, and of which week."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import word_line
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.word_line import PAUSE, Phrasebook, find, find_any, line
from treatywatch.law.calendar import PartialDate
from treatywatch.law.participant import NameKind
from treatywatch.law.terms import Stage
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import kept_of_names
from treatywatch.reading.claim import Claim, Voice

_WEEK = timedelta(days=7)


def is_dated_by_another(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the year is that of another State after a pause: "..., after Bolivia in 2007"."""
    if claim.date is None or str(claim.date.year) not in claim.quote:
        return False
    words, ledger = line(claim.quote), knowledge.ledger
    states = kept_of_names(
        ledger,
        "names_of_states",
        Phrasebook,
        lambda: Phrasebook(_names(ledger)),
        (__file__, word_line.__file__),
    )
    year = words.index(str(claim.date.year)) if str(claim.date.year) in words else len(words)
    named = [one for one in find(words, states.opening(words)) if one.end <= year]
    if len(named) < 2 or named[-1].owners & set(claim.participants):
        return False
    return PAUSE in words[named[-2].end : named[-1].start]


def sets_a_limit(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether its date is one before which something falls: "will be out by 10 January".

    "Bound by the treaty on 10 January", "denounced by Canada in 2011" set none.
    """
    terms = knowledge.ledger.fact_words.terms
    words = line(claim.quote)
    for one in find_any(words, terms.by_then):
        bound = find_any(words[max(0, one.start - 1) : one.start], terms.bound)
        rest = words[one.end : one.end + _AGENT]
        agent = rest[: next((at for at, word in enumerate(rest) if word[0].isdigit()), _AGENT)]
        treaty = find_any(agent, terms.treaty_nouns)
        if not (bound or treaty or participants_named(" ".join(agent), knowledge)):
            return True
    return False


_AGENT = 4  # words of "by | the mine ban treaty"


def _names(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for one in ledger.participants.values():
        yield from ((name.form, one.id) for name in one.names if name.kind is NameKind.NAME)


def of_the_week_before(claim: Claim, on: date) -> Claim:
    """A notice that was given "on Thursday" was given on the last one, not on the next."""
    said = claim.date
    if said is None or said.day is None or claim.voice is not Voice.DID:
        return claim
    bare = not any(sign.isdigit() for sign in claim.quote)
    if claim.stage != Stage.NOTIFIED or not bare or not on < said.first() <= on + _WEEK:
        return claim
    return replace(claim, date=PartialDate.of(said.first() - _WEEK))
