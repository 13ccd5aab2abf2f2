"""Claims of figures and conditions: casualties, stockpiles, votes, the use of weapons."""

from collections.abc import Sequence

from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reading.claims.ruled import Ruled, date_in, ruled_clauses
from treatywatch.reading.clauses import Clause
from treatywatch.reading.context import ReadingContext


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
    return [_claim(context, one) for one in ruled]


def _claim(context: ReadingContext, ruled: Ruled) -> Claim:
    figure = ruled.figure if ruled.rule.unit else None
    return Claim(
        ClaimType.INDICATOR,
        context.report.text[ruled.start : ruled.end],
        ruled.start,
        ruled.end,
        context.treaty_at(ruled.start),
        participants=context.participants_in(ruled.start, ruled.end),
        stage=ruled.rule.stage,
        negated=ruled.negated,
        date=date_in(context, ruled.start, ruled.end),
        value=figure.low if figure else None,
        value_high=figure.high if figure and figure.high != figure.low else None,
        unit=ruled.rule.unit if figure else None,
        bound=figure.bound if figure else Bound.EXACT,
        of_total=figure.of_total if figure else None,
    )
