"""The table of territories that acts name: record/participants/territories.csv."""

from treatywatch.law.unit import Territory
from treatywatch.ledger.table import CellFault, Row

TERRITORY_COLUMNS = ("id", "participant", "name", "since", "until", "source", "note")


def territory_from(row: Row) -> Territory:
    """One territory; raises :class:`CellFault` for a cell that cannot be understood."""
    since, until = row.partial("since"), row.partial("until")
    if since is not None and until is not None and until.last() < since.first():
        raise CellFault("days-out-of-order", f"until {until} lies before since {since}")
    return Territory(
        row.required("id"),
        row.required("participant"),
        row.required("name"),
        row.required("source"),
        since,
        until,
        row.text("note"),
    )
