"""Signs that the reader took an act or its day from words that tell of another.

A claim is called wrong only where none of them stands; see also :mod:`misread`.
"""

from treatywatch.checking import around
from treatywatch.checking.antecedent import participants_named
from treatywatch.checking.count_words import has_one
from treatywatch.checking.dates import agree
from treatywatch.checking.exit_steps import exit_steps
from treatywatch.checking.knowledge import Knowledge
from treatywatch.checking.named_in import names_treaty
from treatywatch.checking.outside import opens_with_denial
from treatywatch.checking.word_line import find_any, line
from treatywatch.law.terms import Stage
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim, ClaimType, ReadBy

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_REACH = 30  # signs: "in November | of the following year"
_A_NAME, _A_SPAN = 3, 4  # words: "the United States", "three and a half months later"


def of_another_act(claim: Claim, knowledge: Knowledge) -> str:
    """Why the words may tell of another act, or of another day, than was read; empty where not."""
    return (
        _denied_in_so_many_words(claim, knowledge)
        or _received_by_it(claim, knowledge)
        or _of_a_signature(claim, knowledge)
        or _goes_on_to_another_state(claim, knowledge)
        or _of_a_year_told_behind(claim, knowledge)
        or _since_then_of_something_else(claim, knowledge)
        or _on_the_day_of_another_step(claim, knowledge)
        or _so_long_after_it(claim, knowledge)
        or _of_one_pointed_to(claim, knowledge)
    )


def _denied_in_so_many_words(claim: Claim, knowledge: Knowledge) -> str:
    """ "Russia never signed anything", read by likeness, which knows no denial."""
    if _denies_the_act(claim, knowledge.ledger.fact_words.terms):
        return "The words may deny what was read."
    unread = claim.read_by is ReadBy.LIKENESS and not claim.negated
    terms = knowledge.ledger.fact_words.terms
    denials = (*terms.denying, *terms.denying_after, *terms.none)
    heard = opens_with_denial(claim, terms) or has_one(claim.quote, terms.not_ratifying)
    if claim.type in _OF_STATES and unread and not heard and has_one(claim.quote, denials):
        return "The words may deny what was read."
    return ""


def _denies_the_act(claim: Claim, terms: TermWords) -> bool:
    """ "But hasn't ratified", read as told."""
    if claim.type is not ClaimType.PARTICIPATION or claim.negated or claim.stage not in _ACTS:
        return False
    words = line(claim.quote)
    denied = find_any(words, terms.denying)
    acts = {one.start for one in find_any(words, (*terms.signing, *terms.ratifying))}
    return len(denied) == 1 and denied[0].end in acts and len(acts) == 1


_ACTS = frozenset({"signed", "ratified", "acceded"})


def _received_by_it(claim: Claim, knowledge: Knowledge) -> str:
    """ "The notice reached the State Department": the government that keeps the treaty."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage != Stage.NOTIFIED:
        return ""
    keepers = knowledge.treaty(claim.treaty or "").depositaries
    bodies = (knowledge.ledger.bodies[one] for one in keepers if one in knowledge.ledger.bodies)
    states = {code for body in bodies for code in body.participants}
    mine = set(claim.participants)
    return "The words may tell who received the notice." if mine and mine <= states else ""


def _of_a_signature(claim: Claim, knowledge: Knowledge) -> str:
    """ "Ordered that its signature be withdrawn from the treaty": that is no exit."""
    leaving = claim.type is ClaimType.WITHDRAWAL and claim.stage == Stage.EFFECTIVE
    signed = has_one(claim.quote, knowledge.ledger.fact_words.terms.signing)
    return "The words may be of a signature taken back." if leaving and signed else ""


def _goes_on_to_another_state(claim: Claim, knowledge: Knowledge) -> str:
    """ "Burundi followed on the 27th and The Gambia last Thursday": whose day is it?"""
    if claim.type not in _OF_STATES or claim.date is None or claim.date.day is None:
        return ""
    if str(claim.date.year) in claim.quote:
        return ""
    words = line(claim.quote)
    joints = find_any(words, knowledge.ledger.fact_words.terms.and_then)
    behind = (" ".join(words[one.end : one.end + _A_NAME]) for one in joints)
    other = {p for name in behind for p in participants_named(name, knowledge)}
    other -= set(claim.participants)
    return "The day may be that of another State." if other else ""


def _of_a_year_told_behind(claim: Claim, knowledge: Knowledge) -> str:
    """ "In November | of the following year": which year that is stands behind the words."""
    if claim.date is None or str(claim.date.year) in claim.quote:
        return ""
    behind = line(around.behind(claim, knowledge, _REACH))
    told = find_any(behind, knowledge.ledger.fact_words.terms.year_of_it)
    return "The year is told behind the words." if told and told[0].start == 0 else ""


def _so_long_after_it(claim: Claim, knowledge: Knowledge) -> str:
    """ "Expelled in March 2022, it stopped being a party | six months later": not in March."""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    behind = line(around.behind(claim, knowledge, _REACH))[:_A_SPAN]
    later = has_one(" ".join(behind), knowledge.ledger.fact_words.terms.later_on)
    return "What is told came later than the date." if later else ""


def _of_one_pointed_to(claim: Claim, knowledge: Knowledge) -> str:
    """ "It has signed that one": which of the treaties told of, the words leave to the reader."""
    treaty = knowledge.treaty(claim.treaty or "")
    points = has_one(claim.quote, knowledge.ledger.fact_words.terms.that_one)
    if claim.type not in _OF_STATES or not points or names_treaty(claim, treaty):
        return ""
    told = knowledge.only_treaty == treaty.id
    return "" if told else f"The words may point to another treaty than the {treaty.short_title}."


def _since_then_of_something_else(claim: Claim, knowledge: Knowledge) -> str:
    """ "Announced it, the parent of every accord since 1992": nobody announces since a year."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage == Stage.EFFECTIVE:
        return ""
    if claim.date is None or claim.date.month is not None:
        return ""
    words, year = line(claim.quote), str(claim.date.year)
    since = find_any(words, knowledge.ledger.fact_words.terms.since)
    told = any(words[one.end : one.end + 1] == (year,) for one in since)
    return "The year may be of what is told in passing." if told else ""


def _on_the_day_of_another_step(claim: Claim, knowledge: Knowledge) -> str:
    """ "Received on 6 September, following the decision of 18 July"; "left, by a decree of March".

    The words name the step that the State took on the day, beside that which was read.
    """
    if claim.type is not ClaimType.WITHDRAWAL or claim.date is None or claim.treaty is None:
        return ""
    firsts, terms = knowledge.ledger.fact_words.firsts, knowledge.ledger.fact_words.terms
    words = dict.fromkeys(_AT_HOME, terms.home_papers)
    if claim.stage != Stage.EFFECTIVE:
        words[Stage.NOTIFIED] = (*terms.denouncing, *firsts.giving_notice, *firsts.act_of_leaving)
    for participant in claim.participants:
        for step in exit_steps(knowledge, participant, claim.treaty):
            other = step.stage != claim.stage and not {step.stage, claim.stage} <= _AT_HOME
            named = other and has_one(claim.quote, words.get(step.stage, ()))
            if named and agree(claim.date, step.on):
                return f"The day may be that of another step: {step.words}."
    return ""


_AT_HOME = frozenset(
    {
        Stage.ANNOUNCED,
        Stage.APPROVED_BY_GOVERNMENT,
        Stage.APPROVED_BY_PARLIAMENT,
        Stage.SIGNED_INTO_LAW,
    }
)
