"""Writing a panel: CSV, Parquet, and the data package that describes them."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from treatywatch.errors import UnreadableInput
from treatywatch.files import write_whole
from treatywatch.law.calendar import Interval
from treatywatch.law.treaty import MilestoneKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.datapackage import STATE_COLUMNS, TREATY_COLUMNS, datapackage
from treatywatch.publishing.panel import Panel
from treatywatch.publishing.panel_rows import Cell, Columns, Written, long_csv
from treatywatch.publishing.panel_spells import dyad_columns, spell_columns
from treatywatch.publishing.state_years import system_span
from treatywatch.status.docket import docket

if TYPE_CHECKING:
    from types import ModuleType

Table = tuple[str, Callable[[], Columns], Callable[[], Iterable[str]]]

_NO_PARQUET = "Install it with: pip install 'treatywatch[panel]', or write CSV only."


class TableFormat(StrEnum):
    """In which form tables are written."""

    CSV = "csv"
    PARQUET = "parquet"


def write_panel(
    ledger: Ledger,
    panel: Panel,
    folder: Path,
    formats: Sequence[TableFormat] = (TableFormat.CSV,),
    *,
    dyads: bool = False,
) -> tuple[Path, ...]:
    """Write the panel, its companions and datapackage.json into a folder; the files written.

    ``dyads`` adds the pairs of States, which are many. Each file is written whole or not at all.
    Raises :class:`treatywatch.errors.UnreadableInput` where Parquet is asked for and pyarrow is
    missing, :class:`OSError` where the folder may not be written to.
    """
    arrow = _pyarrow() if TableFormat.PARQUET in formats else None
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    names: dict[str, list[str]] = {}
    for table, in_columns, as_csv in _tables(ledger, panel, dyads=dyads):
        for form in formats:
            path = folder / f"{table}.{form}"
            if form is TableFormat.CSV or arrow is None:
                write_whole(path, as_csv())
            else:
                _write_parquet(arrow, path, in_columns())
            written.append(path)
            names.setdefault(table, []).append(path.name)
    described = folder / "datapackage.json"
    text = json.dumps(datapackage(panel, names), indent=2, ensure_ascii=False)
    write_whole(described, text + "\n")
    return (*written, described)


def _tables(ledger: Ledger, panel: Panel, *, dyads: bool) -> Iterator[Table]:
    """Each table with the two ways in which it is made, when its turn comes."""
    yield "panel_long", lambda: panel.long, partial(long_csv, panel.of_states)
    yield _in_both_forms("panel_wide", panel.wide)
    yield "panel_others", lambda: panel.long_of_others, partial(long_csv, panel.of_others)
    yield _in_both_forms("spells", spell_columns(ledger, panel))
    if dyads:
        yield _in_both_forms("dyads", dyad_columns(panel))
    yield _in_both_forms("treaties", _treaties(ledger, panel))
    yield _in_both_forms("states", _states(ledger, panel))


def _in_both_forms(name: str, columns: Columns) -> Table:
    return name, lambda: columns, partial(_csv, columns)


def _treaties(ledger: Ledger, panel: Panel) -> Columns:
    rows = [_treaty_row(ledger, name, panel) for name in panel.treaties]
    return _in_columns(TREATY_COLUMNS, rows)


def _treaty_row(ledger: Ledger, name: str, panel: Panel) -> tuple[Cell, ...]:
    treaty = ledger.treaties[name]
    opened = treaty.milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
    start = docket(ledger, name, panel.choices.as_known_on).start
    in_force = start.effect.when
    day = in_force.not_before if isinstance(in_force, Interval) else start.earliest
    return (
        name,
        treaty.reference.mtdsg or "",
        treaty.title,
        str(opened.on) if opened else "",
        day.isoformat() if day else "",
        treaty.coverage.holds.value,
        treaty.coverage.until.isoformat() if treaty.coverage.until else "",
    )


def _states(ledger: Ledger, panel: Panel) -> Columns:
    rows: list[tuple[Cell, ...]] = []
    for state in (*panel.states, *panel.others):
        who = state.participant
        since, until = system_span(ledger, who, panel.choices.system) or (None, None)
        ends = (since.isoformat() if since else "", until.isoformat() if until else "")
        rows.append((who.id, who.iso_alpha3 or "", who.cow, who.gw, who.common_name, *ends))
    return _in_columns(STATE_COLUMNS, rows)


def _in_columns(names: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> Columns:
    return {name: [row[number] for row in rows] for number, name in enumerate(names)}


def _csv(columns: Columns) -> str:
    written = Written()
    cells = [map(written.__getitem__, column) for column in columns.values()]
    heads = ",".join(written[name] for name in columns)
    return "".join(f"{line}\n" for line in (heads, *map(",".join, zip(*cells, strict=True))))


def _pyarrow() -> "ModuleType":
    """The optional library, loaded when Parquet is asked for and not before."""
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError as error:
        raise UnreadableInput("Parquet", "pyarrow is not installed", _NO_PARQUET) from error


def _write_parquet(arrow: "ModuleType", path: Path, columns: Columns) -> None:
    """Beside the file first, then in its place: nobody ever sees half of it."""
    table = arrow.table({name: arrow.array(cells) for name, cells in columns.items()})
    beside = path.with_name(f".{path.name}.part")
    try:
        arrow.parquet.write_table(table, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
