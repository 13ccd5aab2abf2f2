"""The table of a status page: whose row it is, and which dated acts it holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from treatywatch.ledger.imports.columns import Column, Entry, read_cell, read_column
from treatywatch.ledger.imports.fault_book import FaultBook
from treatywatch.ledger.imports.names import NameBook
from treatywatch.ledger.imports.page import Cell, PageRow, StatusPage
from treatywatch.ledger.imports.page_words import PageWords


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A row whose participant is known; ``notes`` are the numbers of its end notes."""

    line: int
    participant: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def read_table(
    page: StatusPage, names: NameBook, words: PageWords, faults: FaultBook
) -> tuple[StatusRow, ...]:
    """The rows of the table; a row that cannot be understood leaves a fault for each reason."""
    columns = _columns(page.head, words, faults)
    read = (_row(row, columns, names, words, faults) for row in page.rows)
    return tuple(row for row in read if row is not None)


def _columns(head: PageRow, words: PageWords, faults: FaultBook) -> tuple[Column, ...]:
    columns = tuple(read_column(cell.text, words) for cell in head.cells[1:])
    for unknown in (name for column in columns for name in column.unknown):
        told = f'"{unknown}" in a column heading is not known: add it to record/depositaries'
        faults.add(head.line, "unknown-heading", told)
    return columns


def _row(
    row: PageRow,
    columns: Sequence[Column],
    names: NameBook,
    words: PageWords,
    faults: FaultBook,
) -> StatusRow | None:
    printed = row.cells[0].text.strip("[] ") if row.cells else ""
    if len(row.cells) != len(columns) + 1:
        faults.add(row.line, "torn-row", f'the row of "{printed}" has not one cell for each column')
        return None
    entries = tuple(
        entry
        for cell, column in zip(row.cells[1:], columns, strict=True)
        for entry in _entries(row.line, printed, cell, column, words, faults)
    )
    if not any(cell.text for cell in row.cells[1:]):
        faults.add(row.line, "row-without-act", f'"{printed}" stands there without a date')
    participant = resolve(printed, row.line, names, faults)
    if participant is None:
        return None
    notes = tuple(number for cell in row.cells for number in cell.notes)
    return StatusRow(row.line, participant, entries, notes)


def _entries(
    line: int,
    printed: str,
    cell: Cell,
    column: Column,
    words: PageWords,
    faults: FaultBook,
) -> tuple[Entry, ...]:
    reading = read_cell(cell, column, words)
    for code, told in reading.complaints:
        faults.add(line, code, f"{printed}: {told}")
    return tuple(reading.entries)


def resolve(printed: str, line: int, names: NameBook, faults: FaultBook) -> str | None:
    """The participant of a printed name, or None and a fault that suggests the nearest."""
    known = names.find(printed)
    if known is None:
        near = " or ".join(names.nearest(printed))
        hint = f" (is it {near}?)" if near else ""
        told = (
            f'"{printed}" is no known participant{hint}: add the name to participants/names.en.csv'
        )
        faults.add(line, "unknown-participant", told)
    return known
