"""Claims of plans: what somebody means to produce, deploy, buy, build, or join."""

from collections.abc import Sequence

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.ruled import Ruled, date_in, ruled_clauses
from treatywatch.reading.clauses import Clause
from treatywatch.reading.context import ReadingContext


def plan_claims(context: ReadingContext, clauses: Sequence[Clause] | None = None) -> list[Claim]:
    """Plans and policies that the report tells of, in text order; ``stage`` is what is planned.

    A report that names no treaty of the record yields none.
    """
    if not context.treaties:
        return []
    ruled = ruled_clauses(context, context.words.plans, clauses)
    return [_claim(context, one) for one in ruled]


def _claim(context: ReadingContext, ruled: Ruled) -> Claim:
    figure = ruled.figure if ruled.rule.unit else None
    return Claim(
        ClaimType.PLAN,
        context.report.text[ruled.start : ruled.end],
        ruled.start,
        ruled.end,
        context.treaty_at(ruled.start),
        participants=context.participants_in(ruled.start, ruled.end),
        stage=ruled.rule.stage,
        voice=Voice.INTENDS,
        negated=ruled.negated,
        date=date_in(context, ruled.start, ruled.end),
        value=figure.low if figure else None,
        unit=ruled.rule.unit if figure else None,
    )
