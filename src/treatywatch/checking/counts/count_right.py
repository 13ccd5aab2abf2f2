"""The ways in which a number of States may be right: on the day, in the month, a few days ago."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.checking.counts.count_beside import done_then
from treatywatch.checking.counts.count_question import CountQuestion
from treatywatch.checking.grounds.judgement import Judgement, borne_out
from treatywatch.checking.grounds.universe import universe_note
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one, states_that
from treatywatch.reading.claim import ClaimType, Voice
from treatywatch.status.answers import Count, CountRule

_NEARBY = 3
_ACTS = frozenset({"signatories", "ratifications", "parties"})


def judge_right(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    """Borne out by one of the rules on the day or near it; None where by none of them."""
    report = question.counts(question.on)
    for rule in rules:
        if question.holds(report.by(rule).number):
            return right(question, report.by(rule))
    return (
        _within_the_date(question, rules)
        or _a_few_days_off(question, rules)
        or _a_few_days_old(question, rules)
        or _done_then(question)
        or _less_those_leaving(question, rules)
    )


def _less_those_leaving(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    """ "With Angola gone the group will have 12 members": as many less, as are told to leave.

    Or as are left out: "without the Baltic states it has 161 parties".
    """
    claim, knowledge = question.claim, question.knowledge
    terms = knowledge.ledger.fact_words.terms
    said = f"{around.before(claim, knowledge, _NEAR)}{claim.quote}"
    without = has_one(said, terms.less_some)
    to_come = claim.voice is Voice.WILL or has_one(claim.quote, terms.number_to_come)
    if not (to_come or without):
        return None
    told = (c for c in knowledge.told if c.type is ClaimType.WITHDRAWAL and not c.negated)
    leaving = {who for c in told if c.treaty == claim.treaty for who in c.participants}
    named = participants_named(said, knowledge) if without else frozenset()
    of_a_group = _OF_A_GROUP if without and not (named or leaving) else 0
    report = question.counts(question.on)
    for rule in rules:
        found = report.by(rule)
        going = max(len((leaving | named).intersection(found.participants)), of_a_group)
        if any(question.holds(found.number - less) for less in range(1, going + 1)):
            return right(question, found)
    return None


_NEAR = 40  # signs
_OF_A_GROUP = 5  # that a number may leave out, where a group is told: "without the Baltic states"


def right(question: CountQuestion, found: Count) -> Judgement:
    """Borne out by that count."""
    said = f"{states_that(found)} {question.by_day()}."
    judgement = borne_out(said, question.basis(found))
    return with_total(question, judgement, found)


def with_total(question: CountQuestion, judgement: Judgement, found: Count) -> Judgement:
    """The same, with a word on a total that does not fit."""
    note = universe_note(question.claim, question.knowledge.ledger, question.on, found.participants)
    return judgement.noting(note) if note else judgement


def _within_the_date(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    """A month or year may mean any of its days."""
    dated = question.claim.date
    if dated is None or dated.day is not None:
        return None
    for rule in rules:
        for since, last in question.right_spans(rule):
            if _left_since(question, rule, last):
                continue
            if since <= question.on and dated.first() <= last:
                day = min(last, question.on)
                return right(replace(question, on=day), question.counts(day).by(rule))
    return None


def _left_since(question: CountQuestion, rule: CountRule, last: date) -> bool:
    """ "In March it left, leaving 112": the number after the exit, and not that before it."""
    if last >= question.on or not _is_what_remains(question):
        return False
    return question.counts(last + timedelta(1)).by(rule).number < question.value


def _is_what_remains(question: CountQuestion) -> bool:
    return has_one(question.claim.quote, question.knowledge.ledger.fact_words.terms.remaining)


def _a_few_days_old(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    """A report may have missed the deposits of the last days; who left is not told of as in."""
    now = question.counts(question.on)
    terms = question.knowledge.ledger.fact_words.terms
    until_then = has_one(question.claim.quote, terms.past)  # "thirty countries were parties to it"
    for rule in rules[:1]:
        for _, last in question.right_spans(rule):
            lately = timedelta(0) < question.on - last <= timedelta(_NEARBY)
            if lately and (until_then or question.value < now.by(rule).number):
                return right(replace(question, on=last), question.counts(last).by(rule))
    return None


def _done_then(question: CountQuestion) -> Judgement | None:
    claim = question.claim
    if claim.date is None or claim.date.month is None or claim.stage not in _ACTS:
        return None
    return done_then(question.treaty, claim.stage, claim.date, question.value, question.knowledge)


def _a_few_days_off(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    for day in _days_nearby(question):
        report = question.counts(day)
        for rule in rules[:1]:
            if question.holds(report.by(rule).number):
                return right(replace(question, on=day), report.by(rule))
    return None


def _days_nearby(question: CountQuestion) -> Iterator[date]:
    """The days after the one that the words name: a ceremony of signature lasts more than a day."""
    dated = question.claim.date
    if dated is None or dated.day is None:
        return
    for distance in range(1, _NEARBY + 1):
        if question.on + timedelta(distance) <= question.knowledge.on:
            yield question.on + timedelta(distance)
