"""Yearly figures and sources, as the record's tables write them."""

from treatywatch.law.terms import Confidence
from treatywatch.ledger.indicator import Indicator, Source
from treatywatch.ledger.table import CellFault, Row

INDICATOR_COLUMNS = (
    "kind",
    "participant",
    "year",
    "value",
    "low",
    "high",
    "unit",
    "source",
    "confidence",
    "note",
)
SOURCE_COLUMNS = ("id", "title", "publisher", "url", "retrieved")


def indicator_from(row: Row, subject: str) -> Indicator:
    """One figure; where no bounds are given they are the value itself."""
    year, value = row.whole("year"), row.number("value")
    if year is None or value is None:
        raise CellFault("empty-cell", "a figure needs a year and a value")
    low, high = row.number("low"), row.number("high")
    return Indicator(
        kind=row.required("kind"),
        subject=subject,
        participant=row.text("participant") or None,
        year=year,
        value=value,
        low=value if low is None else low,
        high=value if high is None else high,
        unit=row.text("unit"),
        source=row.required("source"),
        confidence=row.kind("confidence", Confidence),
        note=row.text("note"),
    )


def source_from(row: Row) -> Source:
    """One source."""
    return Source(
        id=row.required("id"),
        title=row.required("title"),
        publisher=row.text("publisher"),
        url=row.text("url"),
        retrieved=row.text("retrieved"),
    )
