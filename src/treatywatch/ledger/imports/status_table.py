"""The table of a status page: whose row it is, and which dated acts it holds."""

from collections.abc import Iterator, Sequence

from treatywatch.ledger.imports.aids import Aids
from treatywatch.ledger.imports.columns import Column, Entry, read_cell, read_column
from treatywatch.ledger.imports.page import PageRow, StatusPage
from treatywatch.values import frozen


@frozen
class StatusRow:
    """A row whose participant is known; ``notes`` are the numbers of its end notes."""

    line: int
    participant: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def read_status_table(page: StatusPage, aids: Aids) -> tuple[StatusRow, ...]:
    """The rows of the table; a row that cannot be understood leaves a fault for each reason."""
    columns = _columns(page.head, aids)
    read = (_row(row, columns, aids) for row in page.rows)
    return tuple(row for row in read if row is not None)


def _columns(head: PageRow, aids: Aids) -> tuple[Column, ...]:
    columns = tuple(read_column(cell.text, aids.words) for cell in head.cells[1:])
    for unknown in (name for column in columns for name in column.unknown):
        told = f'"{unknown}" in a column heading is not known: add it to record/depositaries'
        aids.faults.add(head.line, "unknown-heading", told)
    return columns


def _row(row: PageRow, columns: Sequence[Column], aids: Aids) -> StatusRow | None:
    printed = row.cells[0].text.strip("[] ") if row.cells else ""
    if len(row.cells) != len(columns) + 1:
        told = f'the row of "{printed}" has not one cell for each column'
        aids.faults.add(row.line, "torn-row", told)
        return None
    entries = tuple(_entries(row, printed, columns, aids))
    if not any(cell.text for cell in row.cells[1:]):
        aids.faults.add(row.line, "row-without-act", f'"{printed}" stands there without a date')
    participant = aids.resolve(printed, row.line)
    if participant is None:
        return None
    notes = tuple(number for cell in row.cells for number in cell.notes)
    return StatusRow(row.line, participant, entries, notes)


def _entries(row: PageRow, printed: str, columns: Sequence[Column], aids: Aids) -> Iterator[Entry]:
    for cell, column in zip(row.cells[1:], columns, strict=True):
        reading = read_cell(cell, column, aids.words)
        for code, told in reading.complaints:
            aids.faults.add(row.line, code, f"{printed}: {told}")
        yield from reading.entries
