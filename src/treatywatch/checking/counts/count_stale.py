"""A number of parties that was right before the last deposits, and fits those in force by chance.

A treaty enters into force for a State some time after its deposit. Who repeats a number from before
the last deposits counts none of these by that, though as many are bound on the day.
"""

from datetime import date, timedelta

from treatywatch.checking.counts.count_question import CountQuestion
from treatywatch.checking.grounds.judgement import Judgement, outdated
from treatywatch.checking.words.count_words import has_one, states_that
from treatywatch.law.calendar import in_words
from treatywatch.reading.claim import Bound, Voice
from treatywatch.status.answers import Count, CountRule
from treatywatch.status.entry import entry_into_force

_LATELY = timedelta(days=3)  # deposits that a report may have missed
_FIRST_YEAR = timedelta(days=365)  # in which a treaty is told of with those for whom it began


def judge_stale(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement | None:
    """Outdated, where the number is that of an earlier day; None where it is right or open.

    Said of those who are bound, or for whom it is in force, it is right.
    """
    claim, terms = question.claim, question.knowledge.ledger.fact_words.terms
    if claim.bound is not Bound.EXACT or claim.voice is not Voice.DID or claim.date is not None:
        return None
    if has_one(claim.quote, (*terms.bound, *terms.in_force, *terms.past)):
        return None
    report = question.counts(question.on)
    named = report.by(CountRule.CONSENT_EXPRESSED)
    binding = report.by(CountRule.IN_FORCE_FOR)
    others = [rule for rule in rules if rule is not binding.rule]
    told = {named.rule, binding.rule} <= set(rules) and question.holds(binding.number)
    if not told or any(question.holds(report.by(rule).number) for rule in others):
        return None
    return _of_an_earlier_day(question, named, binding) if _is_old(question) else None


def _is_old(question: CountQuestion) -> bool:
    known_on = question.knowledge.known_on
    begun = entry_into_force(question.knowledge.ledger, question.treaty, as_known_on=known_on).when
    return isinstance(begun, date) and question.on - begun > _FIRST_YEAR


def _of_an_earlier_day(question: CountQuestion, named: Count, binding: Count) -> Judgement | None:
    spans = [one for one in question.right_spans(named.rule) if one[1] < question.on - _LATELY]
    if not spans:
        return None
    since, until = spans[-1]
    return outdated(
        f"{states_that(named)} {question.by_day()}; {question.value:g} was right from "
        f"{in_words(since)} to {in_words(until)}. {states_that(binding)} {question.by_day()}.",
        question.basis(named),
    )
