"""The span of time and the date in a fact about a treaty that was read for its words alone."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.ruled import date_in
from treatywatch.reading.context import ReadingContext

_OPEN = frozenset({None, "content", "withdrawal_rule"})


def with_spans(context: ReadingContext, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims; a fact of no finer kind has the one span of time and the date in its words."""
    for claim in claims:
        if claim.type is ClaimType.TREATY_FACT and claim.stage in _OPEN:
            day = claim.date or date_in(context, claim.start, claim.end)
            yield _lasting(context, replace(claim, date=day))
        else:
            yield claim


def _lasting(context: ReadingContext, claim: Claim) -> Claim:
    spans = context.durations_in(claim.start, claim.end)
    if len(spans) != 1 or claim.value is not None:
        return claim
    (span,) = spans
    high = span.high if span.high != span.low else None
    return replace(claim, value=span.low, value_high=high, unit=span.unit, bound=span.bound)
