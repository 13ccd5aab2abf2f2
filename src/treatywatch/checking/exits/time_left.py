"""Exits told by the time that is left until them: "takes effect in six months".

The same words may count from the notice. So both are asked: how long from the day of the report to
the exit, and how long the clause lets a notice run.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_steps import effect_basis, effect_words, exits
from treatywatch.checking.grounds.dates import at
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted, premature
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.spans_of_time import days_told, lasts_as_said
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.clauses.final import Silence
from treatywatch.law.effect import Effect
from treatywatch.law.terms import ActKind, Stage
from treatywatch.reading.claim import Bound, Claim, ClaimType, ReadBy

_ROUNDED = {"days": 2, "weeks": 4, "months": 16, "years": 92}  # days by which a span may be rounded
_PART = 0.1  # of the span
_NOTICE = frozenset({ActKind.WITHDRAWAL_NOTICE})


def judge_time_left(claim: Claim, question: ExitQuestion) -> Judgement | None:
    """An exit that is told by the time left until it, where its day is known."""
    coming = [e for e in question.effects if _is_ahead(e, question.knowledge.on)]
    told = claim.value is not None and question.claimed is None and not claim.hedged
    if not coming or not told or question.stage is not Stage.EFFECTIVE:
        return None
    words = f"The exit of {question.name} takes effect {effect_words(coming[-1])}"
    clause = question.knowledge.treaty(question.treaty).final_clauses.withdrawal
    runs = not isinstance(clause, Silence) and lasts_as_said(claim, clause.takes_effect.rule)
    if runs or _comes_then(claim, coming[-1], question.knowledge.on):
        return borne_out(f"{words}.", effect_basis(coming[-1]))
    return contradicted(f"{words}, which is not in {_as_told(claim)}.", effect_basis(coming[-1]))


def _as_told(claim: Claim) -> str:
    """ "6 months", "more than 1 years", "9 to 12 months" """
    bound = "" if claim.bound is Bound.EXACT else f"{claim.bound.value.replace('_', ' ')} "
    high = "" if claim.value_high is None else f" to {claim.value_high:g}"
    return f"{bound}{claim.value:g}{high} {claim.unit}"


def judge_time_after(claim: Claim, question: ExitQuestion) -> Judgement | None:
    """ "It left six months later": held against the notice told right before, where that is known.

    None where the span fits, or nothing is told that it can count from.
    """
    given = question.exactly(Stage.NOTIFIED)
    done = [e for e in question.effects if not _is_ahead(e, question.knowledge.on)]
    exact = claim.bound is Bound.EXACT and claim.value_high is None and not claim.hedged
    if claim.value is None or not exact or not given or not done:
        return None
    notice, effect = given[-1].on, done[-1]
    if (
        notice.day is None
        or question.stage is not Stage.EFFECTIVE
        or not (
            claim.read_by is ReadBy.TABLE  # under "Days of notice"
            or _tells_notice(claim, question)
            or counts_from_notice(claim, question)
        )
    ):
        return None
    if not isinstance(effect.when, date) or _comes_then(claim, effect, notice.first()):
        return None
    words = (
        f"{question.name}: notice received {at(notice)}, exit took effect {effect_words(effect)}"
    )
    return contradicted(f"{words}, not {claim.value:g} {claim.unit} later.", effect_basis(effect))


def judge_time_since(claim: Claim, question: ExitQuestion) -> Judgement | None:
    """ "It left on Friday, a year after giving notice": a notice told by the exit that followed.

    None where the span fits, or no exit is told beside it.
    """
    given, effects = question.exactly(Stage.NOTIFIED), question.effects
    exact = claim.bound is Bound.EXACT and claim.value_high is None and not claim.hedged
    if claim.value is None or not exact or not given or not effects:
        return None
    notice, effect = given[-1].on, effects[-1]
    counted = has_one(claim.quote, question.knowledge.ledger.fact_words.terms.counted_from)
    known = notice.day is not None and isinstance(effect.when, date)
    if not (counted and known and _exit_is_told_beside(claim, question.knowledge)):
        return None
    if _comes_then(claim, effect, notice.first()):
        return None
    words = f"notice received {at(notice)}, exit {effect_words(effect)}"
    return contradicted(
        f"{question.name}: {words}, not {claim.value:g} {claim.unit} after it.",
        given[-1].basis,
        effect_basis(effect),
    )


def _exit_is_told_beside(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the same sentence tells that they left, and nothing else of them."""
    sentence = (
        len(around.before(claim, knowledge, _NEAR)),
        len(around.behind(claim, knowledge, _NEAR)),
    )
    first, last = claim.start - sentence[0], claim.end + sentence[1]
    others = [
        one
        for one in knowledge.told
        if one is not claim and one.end > first and one.start < last and one.start != claim.start
    ]
    exits_told = [one for one in others if one.type is ClaimType.WITHDRAWAL and not one.negated]
    left = [one for one in exits_told if one.stage == Stage.EFFECTIVE]
    same = all(
        (one.treaty, one.participants) == (claim.treaty, claim.participants) for one in exits_told
    )
    return len(left) == 1 and same and len(exits_told) == 1


def judge_at_once(claim: Claim, question: ExitQuestion) -> Judgement | None:
    """ "Its withdrawal took effect immediately": wrong where a notice had to run first."""
    given = question.exactly(Stage.NOTIFIED)
    if not given or not question.effects or claim.hedged or not _tells_at_once(claim, question):
        return None
    notice, effect = given[-1].on, question.effects[-1]
    if not isinstance(effect.when, date) or effect.when <= notice.last():
        return None
    ahead = _is_ahead(effect, question.knowledge.on)
    words = f"exit {'takes' if ahead else 'took'} effect {effect_words(effect)}, not at once"
    wrong = premature if ahead else contradicted
    why = f"{question.name}: notice received {at(notice)}, {words}."
    return wrong(why, effect_basis(effect))


def _tells_at_once(claim: Claim, question: ExitQuestion) -> bool:
    """Whether the words, or those right behind them, tell so; "at once after" something is not."""
    terms = question.knowledge.ledger.fact_words.terms
    behind = line(around.behind(claim, question.knowledge, _NEAR))[:_RIGHT_BEHIND]
    words = (*line(claim.quote), *behind)
    after = {one.start for one in find_any(words, terms.counted_from)}
    return any(one.end not in after for one in find_any(words, terms.at_once))


def counts_from_notice(claim: Claim, question: ExitQuestion) -> bool:
    """ "Three months after giving notice": the words tell it, or go on to it."""
    words = question.knowledge.ledger.fact_words
    told = (*line(claim.quote), *line(around.behind(claim, question.knowledge, _NEAR)))
    counted = (one.end for one in find_any(told, words.terms.counted_from))
    rests = (" ".join(told[end : end + _TO_NOTICE]) for end in counted)
    return any(has_one(rest, words.firsts.giving_notice) for rest in rests)


_TO_NOTICE = 5  # words of "it had notified", "its notice reached New York"


def _tells_notice(claim: Claim, question: ExitQuestion) -> bool:
    """Whether the claim right before is of the notice by which it left."""
    before = [c for c in question.knowledge.told_before(claim) if c.end <= claim.start]
    acts = [c for c in before if c.type is ClaimType.WITHDRAWAL][-1:]
    return any(
        c.stage == Stage.NOTIFIED
        and c.treaty == claim.treaty
        and c.participants == claim.participants
        and not c.negated
        and claim.start - c.end <= _NEAR
        for c in acts
    )


_NEAR = 120  # signs between a notice and how long after it the exit came
_RIGHT_BEHIND = 3  # words: "left it | with immediate effect"


def is_time_left(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """Whether a span beside words of leaving is that until an exit which is known to come."""
    if not has_one(claim.quote, knowledge.ledger.fact_words.terms.time_left):
        return None
    told = {
        who
        for one in knowledge.told
        if one.type is ClaimType.WITHDRAWAL and one.treaty == claim.treaty
        for who in one.participants
    }
    for who, effect in _to_come(claim.treaty or "", knowledge):
        if (who in told or not told) and _comes_then(claim, effect, knowledge.on):
            words = f"The exit of {knowledge.name(who)} takes effect {effect_words(effect)}."
            return borne_out(words, effect_basis(effect))
    return None


def _to_come(treaty: str, knowledge: Knowledge) -> Iterator[tuple[str, Effect]]:
    acts = knowledge.ledger.acts.get(treaty, ())
    for who in dict.fromkeys(act.participant for act in acts if act.kind in _NOTICE):
        for effect in exits(knowledge, who, treaty):
            if _is_ahead(effect, knowledge.on):
                yield who, effect


def _is_ahead(effect: Effect, on: date) -> bool:
    return isinstance(effect.when, date) and effect.when > on


def _comes_then(claim: Claim, effect: Effect, on: date) -> bool:
    """Whether the exit lies as far ahead as is told, a rounded number allowed for."""
    span = days_told(claim)
    if span is None or not isinstance(effect.when, date):
        return False
    longest = days_told(replace(claim, value=claim.value_high or claim.value)) or span
    left, slack = (effect.when - on).days, _ROUNDED.get(claim.unit or "", 0) + _PART * span
    no_less = claim.bound in (Bound.LESS_THAN, Bound.AT_MOST) or left >= span - slack
    return no_less and (claim.bound in (Bound.MORE_THAN, Bound.AT_LEAST) or left <= longest + slack)
