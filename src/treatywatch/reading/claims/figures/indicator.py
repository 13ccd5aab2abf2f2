"""Claims of figures and conditions: casualties, stockpiles, votes, the use of weapons."""

from collections.abc import Sequence

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.ruled import ruled_claim, ruled_clauses
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext


def indicator_claims(
    context: ReadingContext, clauses: Sequence[Clause] | None = None
) -> list[Claim]:
    """Figures and conditions that the report states as facts, in text order.

    ``stage`` is the kind of figure, ``value`` the figure with its bound (two ends for a range),
    ``unit`` what it counts. A report that names no treaty of the record yields none.
    """
    if not context.treaties:
        return []
    ruled = ruled_clauses(context, context.words.indicators, clauses)
    return [ruled_claim(context, ClaimType.INDICATOR, one) for one in ruled]
