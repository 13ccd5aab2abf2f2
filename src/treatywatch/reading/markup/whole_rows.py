"""Rows of tables whose cells go on in the lines below, each in one line with bars."""

import re
from collections.abc import Iterator, Sequence

from treatywatch.reading.markup.unmarked import Piece, Unmarked
from treatywatch.reports.boxed import boxed_in
from treatywatch.reports.laid_out import Columns, columns_in
from treatywatch.reports.wrapped_cells import Cell, Row, is_broken, rows_of

_MAY_HAVE_COLUMNS = re.compile(r"\S {2,}\S")
_BOXED = re.compile(r"[-─═+][+┼┬╪╦╬┐╗]")
_GAP = re.compile(r"[^\s.!?:] {2,}(?=\S)")
_MOST_LOST = 1 / 3  # of the lines of a table
_FEWEST = 2  # rows


def with_whole_rows(text: str, bare: Unmarked | None) -> Unmarked | None:
    """The text with one line for each row; as it was where no cell goes on below."""
    words = text if bare is None else bare.text
    tables = [rows for rows in _tables(words) if len(rows) >= _FEWEST]
    if not tables:
        return bare
    bare = Unmarked.of(text) if bare is None else bare
    changes = [(_place(words, rows), [*_in_lines(words, rows)]) for rows in tables]
    return bare.set_anew(sorted(changes, key=lambda change: change[0]))


def _tables(text: str) -> Iterator[Sequence[Row]]:
    if _MAY_HAVE_COLUMNS.search(text) is None:
        return
    if _BOXED.search(text) is not None:
        yield from (boxed.rows for boxed in boxed_in(text) if boxed.wrapped)
    for columns in columns_in(text):
        if _are_ragged(text, columns):
            continue
        laid_out = rows_of(text, columns)
        if laid_out is not None and laid_out.wrapped:
            yield laid_out.rows


def _are_ragged(text: str, table: Columns) -> bool:
    """Whether many lines have gaps within what would be one cell: no column of spaces parts them.

    So it is where each line has gaps of its own, and two tables stand one below the other.
    """
    lines = [line for line in table.lines[table.heads :] if line.line.has_gap]
    lost = sum(
        any(cell is not None and _GAP.search(text, *cell) for cell in line.cells) for line in lines
    )
    return lost > _MOST_LOST * len(lines)


def _place(text: str, rows: Sequence[Row]) -> tuple[int, int]:
    """Where the lines of the table begin and end."""
    pieces = [piece for row in rows for cell in row for piece in cell]
    end = text.find("\n", max(piece.end for piece in pieces))
    start = text.rfind("\n", 0, min(piece.start for piece in pieces)) + 1
    return start, end if end >= 0 else len(text)


def _in_lines(text: str, rows: Sequence[Row]) -> Iterator[Piece]:
    for number, row in enumerate(rows):
        if number:
            yield "\n"
        if sum(map(bool, row)) == 1:
            yield from (piece for cell in row for piece in _words(text, cell))
            continue
        for cell in row:
            yield "| "
            yield from _words(text, cell)
            yield " "
        yield "|"


def _words(text: str, cell: Cell) -> Iterator[Piece]:
    for above, piece in zip((None, *cell), cell, strict=False):
        if above is not None and not is_broken(text[slice(*above)]):
            yield " "
        yield piece.start, piece.end
