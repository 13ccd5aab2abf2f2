"""Spans of time in a claim, held against those in which a clause counts."""

from treatywatch.law.clauses.reckoning import FirstOfMonth, Period, Rule, Unit
from treatywatch.reading.claim import Bound, Claim

_DAYS = {"days": 1.0, "weeks": 7.0, "months": 30.4375, "years": 365.25}
# "180 days" for six months: another unit, the same length to a reader.
_SAME_LENGTH = 0.02


def lasts_as_said(claim: Claim, rule: Rule) -> bool:
    """Whether a clause counts in a span of time as long as the claim says.

    A number without a unit is taken in the unit of the clause.
    """
    if isinstance(rule, FirstOfMonth):
        rule = Period(rule.months, Unit.MONTHS)
    return isinstance(rule, Period) and fits(claim, rule)


def fits(claim: Claim, period: Period) -> bool:
    """Whether the span of the claim is that of the period, another unit or a bound allowed for."""
    wanted = period.amount * _DAYS[period.unit.value]
    unit = _DAYS.get(claim.unit or period.unit.value)
    if unit is None or claim.value is None:
        return False
    low, high = claim.value * unit, (claim.value_high or claim.value) * unit
    slack = wanted * (0.1 if claim.bound is Bound.ABOUT else _SAME_LENGTH)
    above = claim.bound in (Bound.MORE_THAN, Bound.AT_LEAST)
    below = claim.bound in (Bound.LESS_THAN, Bound.AT_MOST)
    return (below or low - slack <= wanted) and (above or wanted <= high + slack)


def days_told(claim: Claim) -> float | None:
    """How many days the span of the claim lasts; None where it tells none."""
    unit = _DAYS.get(claim.unit or "")
    return None if unit is None or claim.value is None else claim.value * unit
