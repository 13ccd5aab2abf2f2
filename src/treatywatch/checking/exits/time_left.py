"""Exits told by the time that is left until them: "takes effect in six months".

The same words may count from the notice. So both are asked: how long from the day of the report to
the exit, and how long the clause lets a notice run.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_steps import effect_basis, effect_words, exits
from treatywatch.checking.grounds.dates import at
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.spans_of_time import days_told, lasts_as_said
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.clauses.final import Silence
from treatywatch.law.effect import Effect
from treatywatch.law.terms import ActKind, Stage
from treatywatch.reading.claim import Bound, Claim, ClaimType

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
    if claim.bound is not Bound.EXACT or claim.value_high is not None:
        return None
    said = f"{claim.value:g} {claim.unit}"
    return contradicted(f"{words}, which is not in {said}.", effect_basis(coming[-1]))


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
        or not _tells_notice(claim, question)
    ):
        return None
    if not isinstance(effect.when, date) or _comes_then(claim, effect, notice.first()):
        return None
    words = (
        f"{question.name}: notice received {at(notice)}, exit took effect {effect_words(effect)}"
    )
    return contradicted(f"{words}, not {claim.value:g} {claim.unit} later.", effect_basis(effect))


def _tells_notice(claim: Claim, question: ExitQuestion) -> bool:
    """Whether the claim right before is of the notice by which it left."""
    before = [c for c in question.knowledge.told if c.end <= claim.start]
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


def is_time_left(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """Whether a span beside words of leaving is that until an exit which is known to come."""
    if not has_one(claim.quote, knowledge.ledger.fact_words.terms.time_left):
        return None
    for who, effect in _to_come(claim.treaty or "", knowledge):
        if _comes_then(claim, effect, knowledge.on):
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
    slack = _ROUNDED.get(claim.unit or "", 0) + _PART * span
    return abs(effect.when - on - timedelta(span)) <= timedelta(slack)
