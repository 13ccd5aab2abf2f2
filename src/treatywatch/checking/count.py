"""Claims that so many States have signed, ratified, joined, or stayed outside."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import inf

from treatywatch.checking.count_beside import done_then, numbers_needed
from treatywatch.checking.count_words import states_that, those_counted
from treatywatch.checking.dates import is_before
from treatywatch.checking.finding import Basis, BasisKind
from treatywatch.checking.judgement import (
    Judgement,
    borne_out,
    contradicted,
    not_checked,
    nothing_recorded,
    outdated,
)
from treatywatch.checking.knowledge import Knowledge
from treatywatch.checking.universe import outside_numbers, universe_note
from treatywatch.law.calendar import in_words
from treatywatch.reading.claim import Bound, Claim, Voice
from treatywatch.status.answers import Count, CountReport, CountRule

_PARTIES = (
    CountRule.CONSENT_EXPRESSED,
    CountRule.IN_FORCE_FOR,
    CountRule.CONSENT_EXPRESSED_NOT_UNDER_NOTICE,
    CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE,
)
_RULES: dict[str, tuple[CountRule, ...]] = {
    "parties": _PARTIES,
    "ratifications": _PARTIES,
    "signatories": (CountRule.SIGNATORIES, CountRule.EVER_SIGNED),
    "signatories_not_parties": (CountRule.SIGNATORIES_NOT_BOUND,),
    "parties_and_signatories": (CountRule.SIGNED_OR_CONSENTED,),
    "under_notice": (CountRule.UNDER_NOTICE,),
    "former_parties": (CountRule.FORMER_PARTIES,),
}
_OUTSIDE: dict[str, tuple[CountRule, ...]] = {
    "not_party": (CountRule.CONSENT_EXPRESSED, CountRule.IN_FORCE_FOR),
    "not_signed": (CountRule.SIGNED_OR_CONSENTED, CountRule.SIGNATORIES),
}
# Numbers that a report may have mistaken for another: those that are published.
_MISTAKABLE = (
    CountRule.SIGNATORIES,
    CountRule.CONSENT_EXPRESSED,
    CountRule.SIGNED_OR_CONSENTED,
    CountRule.SIGNATORIES_NOT_BOUND,
)
_ABOUT = 0.05
_NEARBY = 3
# A number that was right this long ago is an old one rather than another one.
_LATELY = timedelta(days=730)
_LOOSE = "parties"
_ACTS = frozenset({"signatories", "ratifications", "parties"})


@dataclass(frozen=True, slots=True)
class Acceptable:
    """The numbers that a claim's words allow, both ends included."""

    low: float
    high: float

    def has(self, number: float) -> bool:
        """Whether the number is one of them."""
        return self.low <= number <= self.high


@dataclass(frozen=True, slots=True)
class CountQuestion:
    """The number claimed and the day it is claimed for."""

    claim: Claim
    treaty: str
    value: float
    knowledge: Knowledge
    on: date

    def holds(self, number: float) -> bool:
        """Whether the words fit the number."""
        return acceptable(self.claim, self.value).has(number)


def judge_count(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Hold a number of States against the counts of the day, each under the rule its words name."""
    if claim.treaty is None or claim.value is None:
        return not_checked("The words do not give a number, or a treaty.")
    if claim.voice in (Voice.URGED, Voice.CONSIDERS, Voice.DENIED) or claim.negated:
        return not_checked(
            "A possibility, not an act: there is nothing to hold against the record."
        )
    if not knowledge.is_complete(claim.treaty):
        return nothing_recorded(f"how many States joined the treaty {claim.treaty}")
    question = CountQuestion(claim, claim.treaty, claim.value, knowledge, _day(claim, knowledge.on))
    if claim.stage in _OUTSIDE:
        return _outside(question, _OUTSIDE[claim.stage])
    rules = _RULES.get(claim.stage or "")
    return (
        _counted(question, rules) if rules else not_checked("The words do not say what is counted.")
    )


def acceptable(claim: Claim, value: float) -> Acceptable:
    """The numbers that the words allow: "133", "over 120", "some 50", "60 to 70"."""
    match claim.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return Acceptable(value, inf)
        case Bound.LESS_THAN | Bound.AT_MOST:
            return Acceptable(0, value)
        case Bound.ABOUT:
            slack = max(1.0, _ABOUT * value)
            return Acceptable(value - slack, value + slack)
        case Bound.EXACT:
            return Acceptable(value, claim.value_high or value)


def _day(claim: Claim, on: date) -> date:
    if claim.date is None:
        return on
    return claim.date.last() if is_before(claim.date, on) or claim.voice is Voice.WILL else on


def _counted(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement:
    report = question.knowledge.counts(question.treaty, question.on)
    for rule in rules:
        if question.holds(report.by(rule).number):
            return _right(question, report.by(rule))
    nearby = (
        _within_the_date(question, rules)
        or _a_few_days_off(question, rules)
        or _a_few_days_old(question, rules)
        or _done_then(question)
    )
    return nearby or _wrong(question, rules, report)


def _within_the_date(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    """A month or year may mean any of its days."""
    dated = question.claim.date
    if dated is None or dated.day is not None:
        return None
    for rule in rules:
        for since, last in _right_spans(question, rule):
            if since <= question.on and dated.first() <= last:
                day = min(last, question.on)
                return _right(replace(question, on=day), _counts(question, day).by(rule))
    return None


def _a_few_days_old(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    """A report may have missed the deposits of the last days; who left is not told of as in."""
    now = _counts(question, question.on)
    for rule in rules[:1]:
        for _, last in _right_spans(question, rule):
            lately = timedelta(0) < question.on - last <= timedelta(_NEARBY)
            if lately and question.value < now.by(rule).number:
                return _right(replace(question, on=last), _counts(question, last).by(rule))
    return None


def _done_then(question: CountQuestion) -> Judgement | None:
    claim = question.claim
    if claim.date is None or claim.date.month is None or claim.stage not in _ACTS:
        return None
    return done_then(question.treaty, claim.stage, claim.date, question.value, question.knowledge)


def _a_few_days_off(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    for day in _days_nearby(question):
        report = _counts(question, day)
        for rule in rules[:1]:
            if question.holds(report.by(rule).number):
                return _right(replace(question, on=day), report.by(rule))
    return None


def _days_nearby(question: CountQuestion) -> Iterator[date]:
    """The days after the one that the words name: a ceremony of signature lasts more than a day."""
    dated = question.claim.date
    if dated is None or dated.day is None:
        return
    for distance in range(1, _NEARBY + 1):
        if question.on + timedelta(distance) <= question.knowledge.on:
            yield question.on + timedelta(distance)


def _right(question: CountQuestion, found: Count) -> Judgement:
    said = f"{states_that(found)} {_on(question)}."
    judgement = borne_out(said, _basis(question, found))
    return _with_total(question, judgement, found)


def _with_total(question: CountQuestion, judgement: Judgement, found: Count) -> Judgement:
    note = universe_note(question.claim, question.knowledge.ledger, question.on, found.participants)
    return judgement.noting(note) if note else judgement


def _wrong(question: CountQuestion, rules: tuple[CountRule, ...], report: CountReport) -> Judgement:
    named = report.by(rules[0])
    is_now = f"{states_that(named)} {_on(question)}"
    unsure = _not_sure(question, rules, report)
    if unsure is not None:
        return not_checked(f"{unsure}; {is_now}.")
    other = _mistaken_for(question, rules, report)
    # "In the treaty" may well mean those who only signed too; "ratified" does not.
    loose = question.claim.stage == _LOOSE
    broad = loose and other is not None and other.rule is CountRule.SIGNED_OR_CONSENTED
    if other is not None and not broad:
        judgement = contradicted(
            f"{question.value:g} is the number of {those_counted(other)}; {is_now}.",
            _basis(question, other),
            _basis(question, named),
        )
        return _with_total(question, judgement, other)
    span = _once_right(question, rules[0])
    if other is not None and (span is None or question.on - span[1] > _LATELY):
        return not_checked(f"{states_that(other)}; {is_now}.")
    if span is not None:
        since, until = span
        return outdated(
            f"{is_now}; {question.value:g} was right from {in_words(since)} to {in_words(until)}.",
            _basis(question, named),
        )
    if not question.knowledge.reaches(question.treaty):
        return nothing_recorded(
            f"who joined the treaty {question.treaty} since it was last compared"
        )
    return contradicted(f"{is_now}, not {question.value:g}.", _basis(question, named))


def _not_sure(
    question: CountQuestion, rules: tuple[CountRule, ...], report: CountReport
) -> str | None:
    """Why the number may well be right of something else; None where nothing speaks for that."""
    needed = numbers_needed(question.knowledge.treaty(question.treaty))
    if question.claim.bound is Bound.EXACT and question.value in needed:
        return f"{question.value:g} is the number that entry into force needs"
    only_signed = report.by(CountRule.SIGNATORIES_NOT_BOUND)
    if CountRule.SIGNATORIES in rules and question.value == only_signed.number:
        return f"{states_that(only_signed)}"
    today = _counts(question, question.knowledge.on).by(rules[0])
    if question.claim.date is not None and question.holds(today.number):
        return f"{states_that(today)} by {in_words(question.knowledge.on)}"
    return None


def _once_right(question: CountQuestion, rule: CountRule) -> tuple[date, date] | None:
    """The last span of days before the one asked about on which the number was right."""
    spans = [span for span in _right_spans(question, rule) if span[1] < question.on]
    return spans[-1] if spans else None


def _right_spans(question: CountQuestion, rule: CountRule) -> list[tuple[date, date]]:
    """The spans of days on which the number was right, the first and the last day counted."""
    wanted = acceptable(question.claim, question.value)
    history = question.knowledge.count_history(question.treaty)
    spans = history.right_spans(wanted.low, wanted.high, rule)
    return [(span.since, span.last or date.max) for span in spans if span.since]


def _mistaken_for(
    question: CountQuestion, rules: tuple[CountRule, ...], report: CountReport
) -> Count | None:
    if question.claim.bound is not Bound.EXACT:
        return None
    others = [rule for rule in _MISTAKABLE if rule not in rules]
    return next((report.by(r) for r in others if report.by(r).number == question.value), None)


def _outside(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement:
    report = question.knowledge.counts(question.treaty, question.on)
    possible = [
        (found, number)
        for found in map(report.by, rules)
        for number in outside_numbers(question.knowledge.ledger, found.participants, question.on)
    ]
    for found, number in possible:
        if question.holds(number):
            return borne_out(
                f"{number} States are outside: {states_that(found)} {_on(question)}.",
                _basis(question, found),
            )
    numbers = sorted({number for _, number in possible})
    counted = " or ".join(map(str, numbers))
    return not_checked(f"By the ways of counting in the record, {counted} States are outside.")


def _counts(question: CountQuestion, day: date) -> CountReport:
    return question.knowledge.counts(question.treaty, day)


def _on(question: CountQuestion) -> str:
    return f"by {in_words(question.on)}"


def _basis(question: CountQuestion, found: Count) -> Basis:
    return Basis(
        BasisKind.COUNT, f"{question.treaty} {found.rule} on {question.on}: {found.number}"
    )
