"""Steps on the way to joining: a plan, a vote, a signed law. The act that follows shows them."""

from datetime import date, timedelta

from treatywatch.checking.grounds.judgement import Judgement, borne_out, not_checked
from treatywatch.checking.grounds.knowledge import CONSENTS, SIGNATURES
from treatywatch.checking.joining.part_question import PartQuestion, act_words, basis_of
from treatywatch.law.terms import ActKind

STEPS = frozenset(
    {
        "announced",
        "accession_intended",
        "accession_decided",
        "committee_approved",
        "approved_by_government",
        "approved_by_parliament",
        "signed_into_law",
        "submitted",
    }
)
"""Stages of participation that are no act towards the treaty."""

_SIGNED = "signed"
# A parliament's consent is followed by the deposit within a few years, or bears on another attempt.
_FOLLOWS = timedelta(days=3 * 365)


def judge_step(question: PartQuestion) -> Judgement:
    """A step at home or a plan: borne out by the act of consent that followed, else not judged."""
    return _followed(question, CONSENTS) or not_checked(
        f"{question.name}: a step at home, which the record does not hold."
    )


def judge_planned(question: PartQuestion, sub_kind: str) -> Judgement | None:
    """What a State is about to do, borne out by its doing so later; None where it never did."""
    return _followed(question, SIGNATURES if sub_kind == _SIGNED else CONSENTS)


def _followed(question: PartQuestion, kinds: frozenset[ActKind]) -> Judgement | None:
    since = _told_of(question)
    for act in question.knowledge.acts_ever(question.participant, question.treaty, kinds):
        if since <= act.received_on.last() and act.received_on.first() <= since + _FOLLOWS:
            return borne_out(f"{question.name}: {act_words(act)} followed.", basis_of(act))
    return None


def _told_of(question: PartQuestion) -> date:
    """The day of the step where it is past, else that of the report."""
    on = question.knowledge.on
    return min(question.claimed.first(), on) if question.claimed else on
