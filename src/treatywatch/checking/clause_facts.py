"""What the final clauses and duties say in numbers: the notice period, the deadlines."""

from treatywatch.checking.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    not_checked,
    nothing_recorded,
)
from treatywatch.checking.knowledge import Knowledge
from treatywatch.law.clauses.final import Duty, Silence
from treatywatch.law.clauses.reckoning import Period, TakesEffect
from treatywatch.reading.claim import Bound, Claim

_DAYS = {"days": 1.0, "weeks": 7.0, "months": 30.4375, "years": 365.25}
# "180 days" for six months: another unit, the same length to a reader.
_SAME_LENGTH = 0.02


def judge_notice_period(claim: Claim, knowledge: Knowledge) -> Judgement:
    """How long an exit takes: the withdrawal clause with its article."""
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.withdrawal
    if claim.value is None or claim.unit is None or claim.negated:
        return not_checked("The words give no span of time to compare.")
    if isinstance(clause, Silence):
        return nothing_recorded(f"a notice period in the {treaty.short_title}: {clause.words}")
    if not isinstance(clause.takes_effect.rule, Period):
        return not_checked(
            f"The clause does not count in such a span: {clause.takes_effect.words}."
        )
    words = f"{treaty.short_title}, Art. {clause.article}: {clause.takes_effect.words}"
    basis = article_of(treaty.id, clause.article)
    if _fits(claim, clause.takes_effect.rule):
        return borne_out(f"{words}.", basis)
    return contradicted(f"{words}, not {_claimed(claim)}.", basis)


def judge_deadline(claim: Claim, knowledge: Knowledge) -> Judgement:
    """A duty with a term: borne out by any duty of that length; another length is not judged.

    Which duty the words mean is not sure enough to contradict them.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    for duty in treaty.duties:
        rule = duty.due.rule if duty.due is not None else None
        if isinstance(rule, Period) and claim.unit and claim.value and _fits(claim, rule):
            return borne_out(_duty_words(duty, duty.due), article_of(treaty.id, duty.article))
    return nothing_recorded(f"a duty of that length in the {treaty.short_title}")


def _fits(claim: Claim, period: Period) -> bool:
    wanted = period.amount * _DAYS[period.unit.value]
    unit = _DAYS.get(claim.unit or "")
    if unit is None or claim.value is None:
        return False
    low, high = claim.value * unit, (claim.value_high or claim.value) * unit
    slack = wanted * (0.1 if claim.bound is Bound.ABOUT else _SAME_LENGTH)
    above = claim.bound in (Bound.MORE_THAN, Bound.AT_LEAST)
    below = claim.bound in (Bound.LESS_THAN, Bound.AT_MOST)
    return (below or low - slack <= wanted) and (above or wanted <= high + slack)


def _claimed(claim: Claim) -> str:
    high = f" to {claim.value_high:g}" if claim.value_high not in (None, claim.value) else ""
    return f"{claim.value:g}{high} {claim.unit}"


def _duty_words(duty: Duty, due: TakesEffect | None) -> str:
    assert due is not None
    return f"Art. {duty.article}: {duty.what}, {due.words}."
