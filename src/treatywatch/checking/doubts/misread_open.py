"""Signs that the words tell of something beside the act that was read: of which, of whom.

A claim is called wrong only where none of them stands; see also :mod:`misread`.
"""

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.namings import names_in
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.terms import Stage
from treatywatch.law.treaty import NameStrength
from treatywatch.reading.claim import Claim, ClaimType

_ANY = frozenset(NameStrength) - {NameStrength.BETWEEN, NameStrength.WEAK}
_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_SEVERAL = 2  # States
_NEAR, _SENTENCE = 60, 150  # signs


def left_open(claim: Claim, knowledge: Knowledge) -> str:
    """Why the words leave open which act they tell, or of whom; empty where they do not."""
    return (
        _speaks_of_one(claim, knowledge)
        or _of_the_consent_before(claim, knowledge)
        or _of_either_act(claim, knowledge)
        or _of_the_only_one_outside(claim, knowledge)
        or _of_the_force_of_a_treaty(claim, knowledge)
        or _of_one_set_apart(claim, knowledge)
        or _which_is_another(claim, knowledge)
    )


def _of_one_set_apart(claim: Claim, knowledge: Knowledge) -> str:
    """ "The United States, not | Russia, left the treaty": of whom it is not said."""
    before = line(around.before(claim, knowledge, _NEAR))[-_APART:]
    terms = knowledge.ledger.fact_words.terms
    apart = find_any(before, (*terms.and_not, *terms.setting_apart))
    opens = participants_named(" ".join(line(claim.quote)[:_A_NAME]), knowledge)
    set_apart = any(one.end == len(before) for one in apart) and opens & set(claim.participants)
    return "The words set one State apart from another." if set_apart else ""


_APART, _A_NAME = 3, 3  # words: "as opposed to", "the United States"


def _which_is_another(claim: Claim, knowledge: Knowledge) -> str:
    """ "The OAS, | which it gave notice to leave": the treaty of the body named right before."""
    opens = find_any(line(claim.quote)[:1], knowledge.ledger.fact_words.terms.which)
    if claim.type not in _OF_STATES or not opens:
        return ""
    before = around.before(claim, knowledge, _NEAR)
    named = {of for name, of in names_in(before, knowledge.ledger, _ANY) if name[0].isupper()}
    if not named or claim.treaty in named:
        return ""
    return f"The words may be about the {knowledge.treaty(min(named)).short_title}."


def _of_the_consent_before(claim: Claim, knowledge: Knowledge) -> str:
    """ "Its ratification, | which it had deposited on 30 June": no notice of leaving."""
    terms = knowledge.ledger.fact_words.terms
    which = find_any(line(claim.quote)[:1], terms.which)
    before = around.before(claim, knowledge, _NEAR)
    leaving = claim.type is ClaimType.WITHDRAWAL and claim.stage == Stage.NOTIFIED
    if leaving and which and has_one(before, terms.consent_nouns):
        return "The words may be of the consent that they follow."
    return ""


def _of_either_act(claim: Claim, knowledge: Knowledge) -> str:
    """ "The three signed or joined": which did which, the words leave open."""
    either = has_one(claim.quote, knowledge.ledger.fact_words.terms.either_act)
    if claim.type is ClaimType.PARTICIPATION and either and len(claim.participants) > 1:
        return "The words do not say who did which."
    return ""


def _of_the_only_one_outside(claim: Claim, knowledge: Knowledge) -> str:
    """ "It is the only member of the United Nations | that is not among them"."""
    words = knowledge.ledger.fact_words
    only = has_one(claim.quote, words.places.only)
    behind = around.behind(claim, knowledge, _SENTENCE)
    denied = has_one(behind, (*words.terms.denying, *words.terms.not_among))
    if claim.type is ClaimType.PARTICIPATION and not claim.negated and only and denied:
        return "What the words deny stands behind them."
    return ""


def _of_the_force_of_a_treaty(claim: Claim, knowledge: Knowledge) -> str:
    """ "Which it ratified in 1988 and which entered into force on 1 February": of the treaty."""
    leaving = claim.type is ClaimType.WITHDRAWAL and claim.stage == Stage.EFFECTIVE
    firsts, terms = knowledge.ledger.fact_words.firsts, knowledge.ledger.fact_words.terms
    told = leaving and has_one(claim.quote, terms.in_force)
    told = told and bool(find_any(line(claim.quote)[:1], terms.which))
    exits = (*firsts.act_of_leaving, *terms.of_leaving, *terms.papers)
    if told and not has_one(claim.quote, exits):
        return "The words may tell when the treaty entered into force."
    return ""


def _speaks_of_one(claim: Claim, knowledge: Knowledge) -> str:
    """ "On 10 January it announced", read of several: who "it" is, the reader has not found."""
    if claim.type not in _OF_STATES or len(claim.participants) < _SEVERAL:
        return ""
    terms, said = knowledge.ledger.fact_words.terms, claim.quote
    one = has_one(said, terms.one_told_of) and not has_one(said, terms.several_told_of)
    if not one or participants_named(said, knowledge) & set(claim.participants):
        return ""
    return "The words speak of one State."
