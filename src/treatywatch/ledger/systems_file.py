"""The table of membership in state systems: record/participants/systems.csv."""

from treatywatch.law.state_system import StateSystem, SystemSpell
from treatywatch.ledger.table import CellFault, Row

SYSTEM_COLUMNS = ("participant", "system", "since", "until", "source", "note")


def system_spell_from(row: Row) -> SystemSpell:
    """One spell in a system; raises :class:`CellFault` for a cell that cannot be understood."""
    since, until = row.day("since"), row.day("until")
    if since is not None and until is not None and until < since:
        raise CellFault("days-out-of-order", f"until {until} lies before since {since}")
    return SystemSpell(
        row.required("participant"),
        row.kind("system", StateSystem),
        since,
        until,
        row.required("source"),
        row.text("note"),
    )
