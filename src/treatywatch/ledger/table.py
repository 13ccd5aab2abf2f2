"""CSV files of the record: rows with a place, read strictly, faults collected."""

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate, parse_day
from treatywatch.ledger.fault import Fault
from treatywatch.values import frozen

Kind = TypeVar("Kind", bound=StrEnum)
Value = TypeVar("Value")


class CellFault(Exception):
    """One cell that cannot be understood; caught where the rows of a table are read."""

    def __init__(self, code: str, words: str) -> None:
        self.code, self.words = code, words
        super().__init__(words)


@frozen
class Row:
    """One row of a table; every reader of a cell raises :class:`CellFault` with what to do."""

    file: str
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The cell, trimmed; empty where the row leaves it open, or the table lacks the column."""
        return self.cells.get(column, "").strip()

    def required(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.text(column)
        if not value:
            raise CellFault("empty-cell", f"{column} is empty; fill it in or drop the row")
        return value

    def partial(self, column: str) -> PartialDate | None:
        """A date of any precision, or None for an empty cell."""
        return self._date(column, PartialDate.parse)

    def day(self, column: str) -> date | None:
        """A full day, or None for an empty cell."""
        return self._date(column, parse_day)

    def _date(self, column: str, parse: Callable[[str], Value]) -> Value | None:
        value = self.text(column)
        try:
            return parse(value) if value else None
        except NotADate as error:
            raise CellFault("not-a-date", f"{column}: {error}") from error

    def number(self, column: str) -> float | None:
        """A number, or None for an empty cell."""
        value = self.text(column)
        try:
            return float(value) if value else None
        except ValueError as error:
            raise CellFault("not-a-number", f'{column}: "{value}" is not a number') from error

    def whole(self, column: str) -> int | None:
        """A whole number, or None for an empty cell."""
        value = self.number(column)
        return None if value is None else int(value)

    def kind(self, column: str, kinds: type[Kind]) -> Kind:
        """A word of a closed list."""
        value = self.required(column)
        try:
            return kinds(value)
        except ValueError as error:
            known = ", ".join(kinds)
            raise CellFault("unknown-word", f'{column}: "{value}" is not one of {known}') from error

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds a list separated by semicolons."""
        return tuple(part.strip() for part in self.text(column).split(";") if part.strip())

    def fault(self, code: str, words: str) -> Fault:
        """A fault at this row."""
        return Fault(self.file, self.line, code, words)


def read_rows(
    path: Path, name: str, columns: Sequence[str], optional: Sequence[str] = ()
) -> tuple[list[Row], list[Fault]]:
    """Read a CSV file that must have these columns, may have the optional ones, and no others.

    ``name`` is the file's name in faults. A file whose header is wrong gives no rows and one fault.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [], [Fault(name, 0, "unreadable-file", f"cannot be read as UTF-8 text: {error}")]
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    header = [cell.strip() for cell in next(reader, [])]
    wrong = _header_fault(name, header, columns, optional)
    if wrong is not None:
        return [], [wrong]
    return _rows(reader, name, header)


def _header_fault(
    name: str, header: Sequence[str], columns: Sequence[str], optional: Sequence[str]
) -> Fault | None:
    missing = [column for column in columns if column not in header]
    if missing:
        return Fault(name, 1, "missing-column", f"the header lacks {', '.join(missing)}")
    unknown = [column for column in header if column not in (*columns, *optional)]
    if unknown or len(set(header)) != len(header):
        known = ", ".join((*columns, *optional))
        words = f"the header has {', '.join(unknown) or 'a column twice'}; columns are {known}"
        return Fault(name, 1, "unknown-column", words)
    return None


def _rows(
    reader: Iterator[list[str]], name: str, header: list[str]
) -> tuple[list[Row], list[Fault]]:
    rows: list[Row] = []
    faults: list[Fault] = []
    while True:
        line = getattr(reader, "line_num", 0) + 1
        try:
            cells = next(reader)
        except StopIteration:
            return rows, faults
        except csv.Error as error:
            faults.append(Fault(name, line, "broken-row", f"not a row of a CSV file: {error}"))
            return rows, faults
        if not cells:
            continue
        if len(cells) != len(header):
            words = f"has {len(cells)} cells where the header has {len(header)}"
            faults.append(Fault(name, line, "wrong-number-of-cells", words))
            continue
        rows.append(Row(name, line, dict(zip(header, cells, strict=True))))


def read_table(
    path: Path,
    name: str,
    columns: Sequence[str],
    build: Callable[[Row], Value],
    optional: Sequence[str] = (),
) -> tuple[list[tuple[Row, Value]], list[Fault]]:
    """Read a CSV file into values; a row that cannot be understood becomes a fault."""
    rows, faults = read_rows(path, name, columns, optional)
    built = []
    for row in rows:
        try:
            built.append((row, build(row)))
        except CellFault as fault:
            faults.append(row.fault(fault.code, fault.words))
    return built, faults
