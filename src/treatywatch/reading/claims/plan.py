"""Claims of plans: what somebody means to produce, deploy, buy, build, or join."""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.ruled import ruled_claim, ruled_clauses
from treatywatch.reading.clauses import Clause
from treatywatch.reading.context import ReadingContext


def plan_claims(context: ReadingContext, clauses: Sequence[Clause] | None = None) -> list[Claim]:
    """Plans and policies that the report tells of, in text order; ``stage`` is what is planned.

    A report that names no treaty of the record yields none.
    """
    if not context.treaties:
        return []
    ruled = ruled_clauses(context, context.words.plans, clauses)
    return [
        replace(ruled_claim(context, ClaimType.PLAN, one), voice=Voice.INTENDS) for one in ruled
    ]
