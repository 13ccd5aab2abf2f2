"""Claims of plans: what somebody means to produce, deploy, buy, build, or join."""

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.ruled import Ruled, date_in, ruled_clauses
from treatywatch.reading.context import ReadingContext


def plan_claims(context: ReadingContext) -> list[Claim]:
    """Plans and policies that the report tells of, in text order; ``stage`` is what is planned.

    A report that names no treaty of the record yields none.
    """
    if not context.treaties:
        return []
    return [_claim(context, one) for one in ruled_clauses(context, context.words.plans)]


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
