"""Ratified in the strict sense, without accessions; and numbers taken for that of the ratifiers."""

from treatywatch.checking.counts.count_question import CountQuestion
from treatywatch.checking.grounds.judgement import Judgement, borne_out
from treatywatch.checking.words.count_words import states_that, those_counted
from treatywatch.reading.claim import Bound
from treatywatch.status.answers import Count, CountReport, CountRule

_RATIFICATIONS = "ratifications"


def strictly_ratified(question: CountQuestion, report: CountReport) -> Judgement | None:
    """Borne out where so many had ratified, accepted or approved, accessions left out.

    Not where the same number is that of the signatories: a report that gives it for all who are
    bound has taken the one for the other (:func:`taken_for`).
    """
    ratified = report.by(CountRule.RATIFIED)
    exact = question.claim.bound is Bound.EXACT and question.value == ratified.number
    if question.claim.stage != _RATIFICATIONS or not exact:
        return None
    if ratified.number == report.by(CountRule.SIGNATORIES).number:
        return None
    bound = states_that(report.by(CountRule.CONSENT_EXPRESSED))
    words = f"{states_that(ratified)} {question.by_day()}; with those that acceded {bound}."
    return borne_out(words, question.basis(ratified))


def taken_for(question: CountQuestion, report: CountReport, other: Count, named: Count) -> str:
    """ "133 is the number of signatories (all of whom had ratified); with those that ..."

    ``other`` is the count whose number was given, ``named`` the one that the words ask for.
    """
    said = f"{question.value:g} is the number of {those_counted(other)}"
    is_now = f"{states_that(named)} {question.by_day()}"
    signed, ratified = set(other.participants), set(report.by(CountRule.RATIFIED).participants)
    bound_too = set(named.participants) - signed
    if other.rule is CountRule.SIGNATORIES and signed and signed <= ratified and bound_too:
        return f"{said} (all of whom had ratified); with those that acceded {is_now}."
    return f"{said}; {is_now}."
