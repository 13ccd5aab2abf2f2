"""The tables of extended deadlines: record/extensions/<treaty>.csv."""

from datetime import date

from treatywatch.law.calendar import PartialDate
from treatywatch.law.extension import DeadlineExtension
from treatywatch.law.terms import Confidence
from treatywatch.ledger.table import CellFault, Row

EXTENSION_COLUMNS = (
    "participant",
    "article",
    "until",
    "granted_on",
    "source",
    "confidence",
    "note",
)


def extension_from(row: Row, treaty: str) -> DeadlineExtension:
    """One extension; raises :class:`CellFault` for a cell that cannot be understood."""
    until, granted_on = _days(row)
    return DeadlineExtension(
        treaty,
        row.required("participant"),
        row.required("article"),
        until,
        granted_on,
        row.required("source"),
        row.kind("confidence", Confidence) if row.text("confidence") else Confidence.HIGH,
        row.text("note"),
    )


def _days(row: Row) -> tuple[date, PartialDate]:
    row.required("until")
    row.required("granted_on")
    until, granted_on = row.day("until"), row.partial("granted_on")
    assert until is not None
    assert granted_on is not None
    if until < granted_on.first():
        raise CellFault("days-out-of-order", f"until {until} lies before it was granted")
    return until, granted_on
