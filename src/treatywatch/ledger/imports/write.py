"""Acts written as the record keeps them: one order, no redundancy, never half a file."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from treatywatch.files import write_whole
from treatywatch.law.act import Act
from treatywatch.ledger.acts_file import ACT_COLUMNS, UNIT_COLUMNS
from treatywatch.ledger.imports.assemble import in_order


def acts_as_csv(acts: Iterable[Act]) -> str:
    """The acts as a table with the columns of docs/data-files.md.

    A day of receipt or of knowledge that is the day before it again is left out, and so are the
    columns for parts and territories where every act is about the whole.
    """
    table = io.StringIO()
    told = in_order(acts)
    in_units = any(not act.unit.is_whole for act in told)
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(ACT_COLUMNS + (UNIT_COLUMNS if in_units else ()))
    writer.writerows(_cells(act) + (_unit_cells(act) if in_units else ()) for act in told)
    return table.getvalue()


def _cells(act: Act) -> tuple[str, ...]:
    received = "" if act.received_on == act.done_on else str(act.received_on)
    learned = "" if act.learned_on == act.received_on else str(act.learned_on)
    return (
        act.participant,
        act.kind,
        str(act.done_on),
        received,
        learned,
        "" if act.effect_printed is None else str(act.effect_printed),
        "" if act.named_date is None else act.named_date.isoformat(),
        act.target or "",
        act.source,
        act.confidence,
        act.note,
    )


def _unit_cells(act: Act) -> tuple[str, ...]:
    return act.part or "", act.territory or ""


def write_acts(path: Path, acts: Iterable[Act]) -> None:
    """Write the table to the file in one step: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, acts_as_csv(acts))
