"""Until when a State is said to stay: "remains a party until March 2022", held against its exit."""

from dataclasses import replace
from datetime import date, timedelta

from treatywatch.checking.exits.exit_steps import effect_basis, effect_words, exits
from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.effect import Effect
from treatywatch.law.terms import Stage
from treatywatch.reading.claim import Claim

_MIDNIGHT = 1  # "until 9 January" and "until 10 January" are one exit
_STANDING = frozenset({"party", Stage.EFFECTIVE.value})


def unless_it_ends_else(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """The judgement, unless the exit of each State told of falls on another day than is told.

    Nothing is said of one that is not on its way out: it may leave then.
    """
    told = claim.stage in _STANDING and not claim.negated and _tells_how_long(claim, knowledge)
    if judgement.verdict is not Verdict.BORNE_OUT or not told or claim.treaty is None:
        return judgement
    ends = [_ends(one, claim.treaty, knowledge) for one in claim.participants]
    if not all(ends) or any(_is_then(claim, effect) for found in ends for effect in found):
        return judgement
    name, last = knowledge.name(claim.participants[0]), ends[0][-1]
    comes = "takes" if isinstance(last.when, date) and last.when > knowledge.on else "took"
    assert claim.until is not None
    words = f"The exit of {name} {comes} effect {effect_words(last)}, not {at(claim.until)}."
    return contradicted(words, effect_basis(last)).noting(*judgement.reasons)


def _tells_how_long(claim: Claim, knowledge: Knowledge) -> bool:
    """ "A party until March", with a year where that is over; not "out by March"."""
    lasts = has_one(claim.quote, knowledge.ledger.fact_words.terms.lasting_until)
    if claim.until is None or not lasts:
        return False
    return str(claim.until.year) in claim.quote or claim.until.last() >= knowledge.on


def as_of_that_day(claim: Claim, knowledge: Knowledge) -> Knowledge:
    """ "Was not bound until 2010": how it stood before that, and not on the day of the report."""
    outside = claim.negated or claim.stage in _OUTSIDE
    if claim.until is None or not outside or claim.until.first() > knowledge.on:
        return knowledge
    if not _tells_how_long(claim, knowledge):
        return knowledge
    return replace(knowledge, on=claim.until.first() - timedelta(_MIDNIGHT))


_OUTSIDE = frozenset({"not_party", "not_ratified", "not_signed", "never_party"})


def _ends(participant: str, treaty: str, knowledge: Knowledge) -> tuple[Effect, ...]:
    return exits(knowledge, participant, treaty) if knowledge.may_leave(participant, treaty) else ()


def _is_then(claim: Claim, effect: Effect) -> bool:
    """Whether the exit falls on the day told, or on none that is known."""
    when = effect.when
    if not isinstance(when, date) or agree(claim.until, when, _MIDNIGHT):
        return True
    return agree(claim.until, when - timedelta(_MIDNIGHT))  # "until the end of June"
