"""What kind of fact words tell whose reader left it open: a notice, a depositary, a beginning.

"Six months must go by before a denunciation counts" is a rule on leaving, "the depositary,
Switzerland, might ask" names a keeper, "has been in force since 1997" gives a year: each is then
held against what the record has of that kind.
"""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.checking.facts.begun_when_made import year_of_making
from treatywatch.checking.facts.depositary import called_depositary
from treatywatch.checking.facts.waited import tells_a_wait
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import PAUSE, line
from treatywatch.law.clauses.final import Silence
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Bound, Claim, ClaimType

_OPEN = frozenset({None, "content"})
_OF_LEAVING = frozenset({None, "content", "withdrawal_rule"})
_NOTICE, _KEEPER, _BEGINNING = "notice_period", "depositary", "entry_into_force"
_TERM, _DUTY, _PARTIES = "content", "deadline", "parties"


def with_its_kind(claim: Claim, knowledge: Knowledge) -> Claim:
    """The claim, with the kind of fact that its own words tell plainly where none was read."""
    if claim.treaty is None:
        return claim
    if claim.type is ClaimType.COUNT and claim.stage is None:
        told = tells_who_are_in(claim, knowledge.ledger.fact_words.terms)
        return replace(claim, stage=_PARTIES) if told else claim
    if claim.type is not ClaimType.TREATY_FACT:
        return claim
    claim = _with_its_span(claim, knowledge)
    if claim.stage in _OF_LEAVING and _tells_a_notice(claim, knowledge):
        return replace(claim, stage=_NOTICE, date=None)
    if claim.stage in _OF_LEAVING and _names_a_keeper(claim, knowledge):
        return replace(claim, stage=_KEEPER)
    made = year_of_making(claim, knowledge)
    if made is not None:
        return replace(claim, stage=_BEGINNING, date=made, value=None, unit=None)
    if claim.stage in _OPEN and _tells_what_survives(claim, knowledge):
        return replace(claim, stage=_TERM)
    if claim.stage is None and _tells_a_duty(claim, knowledge):
        return replace(claim, stage=_DUTY)
    if claim.stage in _OPEN and tells_a_wait(claim, knowledge):
        return replace(claim, stage=_BEGINNING, date=None)
    if claim.stage not in _OPEN:
        return claim
    if not _tells_a_beginning(claim, knowledge):
        return claim
    return replace(claim, stage=_BEGINNING, value=None, unit=None)


def _names_a_keeper(claim: Claim, knowledge: Knowledge) -> bool:
    """ "The depositary, Switzerland"; "notices go to the Secretary-General", where they go to him.

    Of a treaty whose parties tell each other nobody is named by those whom a notice reaches.
    """
    clause = knowledge.treaty(claim.treaty or "").final_clauses.withdrawal
    to_it = isinstance(clause, Silence) or set(clause.notice_to) == {_KEEPER}
    named = called_depositary(claim.quote, knowledge.ledger, denied=claim.negated)
    return bool(named) and (to_it or claim.stage in _OPEN)


def tells_of_notice(quote: str, knowledge: Knowledge) -> bool:
    """Whether the words tell of leaving, or of the paper that announces it, and no other duty."""
    firsts, terms = knowledge.ledger.fact_words.firsts, knowledge.ledger.fact_words.terms
    told = has_one(quote, (*firsts.act_of_leaving, *terms.wishing_out, *terms.notice_runs))
    return told and not has_one(quote, (*terms.checks, *terms.surviving, *terms.war))


def _with_its_span(claim: Claim, knowledge: Knowledge) -> Claim:
    """ "Must warn the others a year ahead": a span that no number tells."""
    terms = knowledge.ledger.fact_words.terms
    ahead = has_one(claim.quote, terms.a_year_ahead) and not has_one(claim.quote, terms.half)
    if not ahead or claim.value is not None or claim.stage not in _OF_LEAVING:
        return claim
    if not tells_of_notice(claim.quote, knowledge):
        return claim
    return replace(claim, value=1.0, unit="years", date=None)


def _tells_a_notice(claim: Claim, knowledge: Knowledge) -> bool:
    """A span of time beside words of leaving."""
    return _tells_a_span(claim) and tells_of_notice(claim.quote, knowledge)


def _tells_a_span(claim: Claim) -> bool:
    exact = claim.value is not None and claim.unit is not None and claim.bound is Bound.EXACT
    return exact and not claim.negated


def _tells_what_survives(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Tail, for investments already made: ten years", of a treaty that counts such years."""
    clause = knowledge.treaty(claim.treaty or "").final_clauses.withdrawal
    outlives = not isinstance(clause, Silence) and bool(clause.survives_years)
    told = has_one(claim.quote, knowledge.ledger.fact_words.terms.surviving)
    return _tells_a_span(claim) and outlives and told


def _tells_a_duty(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Had obliged it to destroy its stocks within ten years": a term for what is to be done."""
    terms = knowledge.ledger.fact_words.terms
    matter = has_one(claim.quote, (*terms.stocks, *terms.land))
    return _tells_a_span(claim) and matter and has_one(claim.quote, terms.by_then)


def tells_who_are_in(claim: Claim, terms: TermWords) -> bool:
    """ "That leaves 166 States in the convention", "all 165 are now bound": a number of parties."""
    if claim.value is None or claim.bound is not Bound.EXACT or claim.negated:
        return False
    left = has_one(claim.quote, terms.remaining) and has_one(claim.quote, terms.who_consents)
    left = left and has_one(claim.quote, terms.treaty_nouns)
    return left or (has_one(claim.quote, terms.all_of_them) and has_one(claim.quote, terms.bound))


def _tells_a_beginning(claim: Claim, knowledge: Knowledge) -> bool:
    """ "In force since 1997": the year closes the words, and they name nobody but the treaty."""
    terms = knowledge.ledger.fact_words.terms
    words = line(claim.quote)
    dated = claim.date is not None and words[-1:] == (str(claim.date.year),)
    told = has_one(claim.quote, (*terms.in_force, *terms.has_begun))
    others = (*terms.signing, *terms.adopting, *terms.annexed, *terms.none, *terms.giving_effect)
    if not dated or not told or claim.negated or has_one(claim.quote, others):
        return False
    return not _names_another(_last_clause(words)[:-_A_DATE], claim, knowledge)


def _last_clause(words: Sequence[str]) -> Sequence[str]:
    """ "When there was still a Soviet Union, | and entered into force in 1990"."""
    pauses = [at for at, word in enumerate(words) if word == PAUSE]
    return words[pauses[-1] :] if pauses else words


_A_DATE = 2  # words: "December 2008"


def _names_another(words: Sequence[str], claim: Claim, knowledge: Knowledge) -> bool:
    """ "The South Pacific's has been in force since 1986": a name that the treaty has not."""
    treaty = knowledge.treaty(claim.treaty or "")
    forms = (treaty.title, treaty.short_title, *(name.form for name in treaty.names))
    own = {word for form in forms for word in line(form)}
    return any(word[0].isupper() and word not in own for word in words[1:])
