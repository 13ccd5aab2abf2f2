"""Signs in the words beside an act that its day, or the act itself, is of something else.

A claim is called wrong only where none of them stands; see also :mod:`misread_acts`.
"""

from treatywatch.checking.exits.exit_steps import exit_steps
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.terms import Stage
from treatywatch.reading.claim import Claim, ClaimType

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_REACH, _LEAD = 30, 60  # signs
_TOLD_TOO = frozenset({Stage.CONSENT_WITHDRAWN, Stage.SUSPENDED, Stage.REVOKED, Stage.OBJECTION})
_THESE_WEEKS, _SLACK = 30, 3  # days


def of_words_beside(claim: Claim, knowledge: Knowledge) -> str:
    """Why the words beside it may make it another act, or another day; empty where not."""
    signs = (one(claim, knowledge) for one in _SIGNS)
    return next((doubt for doubt in signs if doubt), "")


def _on_the_day_of_an_exit_told_too(claim: Claim, knowledge: Knowledge) -> str:
    """ "Signed the pact, which Trump left on 23 January": the day stands behind another act."""
    if claim.type is not ClaimType.PARTICIPATION or claim.date is None:
        return ""
    words, known = line(claim.quote), knowledge.ledger.fact_words
    left = find_any(words, (*known.firsts.leaving, *known.terms.left_then))
    joined = find_any(words, (*known.terms.signing, *known.terms.ratifying, *known.terms.joining))
    dated = [at for at, word in enumerate(words) if word.isdigit()]
    behind = left and joined and dated and joined[-1].end <= left[0].start < dated[0]
    return "The day may be that of the exit told with it." if behind else ""


def _of_a_notice_of_something_else(claim: Claim, knowledge: Knowledge) -> str:
    """ "Moscow informed the depositary of this": of a ratification taken back, no word of leaving.

    The record has such a step of the State, of days before the report or of the day told.
    """
    known = knowledge.ledger.fact_words
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage != Stage.NOTIFIED:
        return ""
    if has_one(claim.quote, (*known.firsts.act_of_leaving, *known.firsts.leaving)):
        return ""
    for participant in claim.participants:
        for step in exit_steps(knowledge, participant, claim.treaty or ""):
            near = abs((step.on.first() - knowledge.on).days) <= _THESE_WEEKS
            then = near if claim.date is None else agree(claim.date, step.on, _SLACK)
            if step.stage in _TOLD_TOO and then:
                return f"The notice may be that of another step: {step.words}."
    return ""


def _one_of_several_left_behind(claim: Claim, knowledge: Knowledge) -> str:
    """ "The test ban is not the only treaty from which Moscow has walked away": a manner of speech.

    What comes of the treaty that it names is told elsewhere.
    """
    told = f"{around.before(claim, knowledge, _LEAD)} {claim.quote}"
    only = has_one(told, knowledge.ledger.fact_words.terms.not_the_only)
    return "The words compare several treaties." if claim.type in _OF_STATES and only else ""


def _each_on_its_day(claim: Claim, knowledge: Knowledge) -> str:
    """ "Ratified both in 2021 and 2017, respectively": which day is whose is told by the order."""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    told = f"{claim.quote} {around.behind(claim, knowledge, _REACH)}"
    each = has_one(told, knowledge.ledger.fact_words.terms.respectively)
    return "The days are told in the order of several." if each else ""


def _dates_the_one_named_last(claim: Claim, knowledge: Knowledge) -> str:
    """ "France and Germany left that month, Luxembourg and Slovenia in 2024": whose year is it?"""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    before, year, _ = claim.quote.rpartition(str(claim.date.year))
    first, pause, last = before.rpartition(",")
    if not year or not pause:
        return ""
    named, mine = participants_named(last, knowledge), set(claim.participants)
    other = named and not named & mine and participants_named(first, knowledge) & mine
    return "The date may be that of the State named last." if other else ""


def _of_a_signature_taken_back(claim: Claim, knowledge: Knowledge) -> str:
    """ "Announced that it was withdrawing its signature": that is no signature given."""
    signed = claim.type is ClaimType.PARTICIPATION and claim.stage == "signed"
    terms = knowledge.ledger.fact_words.terms
    back = has_one(claim.quote, terms.taking_back) and has_one(claim.quote, terms.one_signature)
    return "The words may be of a signature taken back." if signed and back else ""


def _held_to_be_over(claim: Claim, knowledge: Knowledge) -> str:
    """ "Dio por concluida su salida": what somebody held an exit to be, and not what it was."""
    held = has_one(claim.quote, knowledge.ledger.fact_words.terms.held_done)
    return "The words tell what somebody held to be done." if held else ""


def _ceased_to(claim: Claim, knowledge: Knowledge) -> str:
    """ "Dejó anoche de ser miembro": no party any more, whatever stands between the two words."""
    belongs = claim.type is ClaimType.PARTICIPATION and claim.stage == "party"
    ceased = belongs and has_one(claim.quote, knowledge.ledger.fact_words.terms.ceased)
    return "The words may tell that it ceased to be one." if ceased else ""


def _out_of_so_many(claim: Claim, knowledge: Knowledge) -> str:
    """ "Of the 18 that ratified, 17 remain": a number that there was, and that is no more."""
    if claim.type is not ClaimType.COUNT or claim.value is None:
        return ""
    words = line(f"{around.before(claim, knowledge, _REACH)} {claim.quote}")
    value = f"{claim.value:.0f}"
    if value not in words:
        return ""
    before = words[: words.index(value)]
    led = find_any(before, knowledge.ledger.fact_words.terms.out_of)
    after = line(around.behind(claim, knowledge, _LEAD))
    another = any(word.isdigit() for word in after) and not any(word.isdigit() for word in before)
    out_of = led and led[-1].end == len(before) and another
    return "The number may be of those out of whom others are told." if out_of else ""


def _of_a_jubilee(claim: Claim, knowledge: Knowledge) -> str:
    """ "It is twelve years today since it gave notice": the day on which that is remembered."""
    if claim.type not in _OF_STATES or claim.date is None or not agree(claim.date, knowledge.on):
        return ""
    told = f"{around.before(claim, knowledge, _REACH)} {claim.quote}"
    jubilee = has_one(told, knowledge.ledger.fact_words.terms.jubilees)
    return "The day may be that of a jubilee." if jubilee else ""


_SIGNS = (
    _on_the_day_of_an_exit_told_too,
    _of_a_notice_of_something_else,
    _one_of_several_left_behind,
    _each_on_its_day,
    _dates_the_one_named_last,
    _of_a_signature_taken_back,
    _held_to_be_over,
    _ceased_to,
    _out_of_so_many,
    _of_a_jubilee,
)
