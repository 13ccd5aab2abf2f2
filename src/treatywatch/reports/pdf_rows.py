"""Rows of tables on a printed page: the plain text of the page with a line for each.

A page as it was laid out keeps its columns apart by spaces; its plain text does not, and often has
each cell in lines of its own, one below the other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from treatywatch.reports import wrapped_cells
from treatywatch.reports.laid_out import Columns, Piece, columns_in
from treatywatch.reports.wrapped_cells import Row, words_of
from treatywatch.values import frozen

_WORD = re.compile(r"\w|[✓✔✗✘●○■□×–—-]")
_FEWEST = 3  # rows of a table
_LONGEST_CELL = 80  # characters of a line of a cell
_LONGEST_WHOLE = 240  # of a cell of several lines
_SHORTEST = 4  # characters of a row that is looked for by itself


@frozen
class _Printed:
    """A row with bars, and its characters without spaces: cell by cell, and line by line."""

    row: str
    by_cells: str
    by_lines: str
    filled: int


def with_rows(page: str, laid_out: str) -> str:
    """The plain text of a page, its tables with a line for each row and bars between the cells.

    ``laid_out`` is the same page with its words where they stand. What is not found in the plain
    text with the same characters stays as it is.
    """
    tables = [rows for rows in _tables(laid_out) if sum(one.filled > 1 for one in rows) >= _FEWEST]
    if not tables:
        return page
    places = [at for at, char in enumerate(page) if not char.isspace()]
    bare = "".join(page[at] for at in places)
    found = sorted(place for rows in tables for place in _found(bare, rows))
    text, at = "", 0
    for start, end, rows_told in found:
        first, last = places[start], places[end - 1] + 1
        if first >= at:
            text += _with_line_end(page[at:first]) + rows_told
            at = last
            text += "" if page[at : at + 1] in {"\n", ""} else "\n"
    return text + page[at:]


def rows_of(laid_out: str) -> Mapping[str, str]:
    """The rows of the tables of a page: the row without its spaces, and with bars."""
    return {
        one.by_cells: one.row
        for rows in _tables(laid_out)
        if sum(row.filled > 1 for row in rows) >= _FEWEST
        for one in rows
        if one.filled > 1
    }


def _with_line_end(words: str) -> str:
    bare = words.rstrip(" ")
    return bare if not bare or bare.endswith("\n") else f"{bare}\n"


def _found(bare: str, rows: Sequence[_Printed]) -> Iterator[tuple[int, int, str]]:
    """Where the table stands as a whole, or else each of its rows."""
    for whole in ("".join(one.by_cells for one in rows), "".join(one.by_lines for one in rows)):
        if (at := bare.find(whole)) >= 0:
            yield at, at + len(whole), "\n".join(one.row for one in rows)
            return
    for one in rows:
        for words in (one.by_cells, one.by_lines):
            at = bare.find(words) if one.filled > 1 and len(words) >= _SHORTEST else -1
            if at >= 0:
                yield at, at + len(words), one.row
                break


def _tables(laid_out: str) -> Iterator[Sequence[_Printed]]:
    for columns in columns_in(laid_out):
        made = wrapped_cells.rows_of(laid_out, columns)
        rows = made.rows if made is not None else _line_by_line(columns)
        printed = [_printed(laid_out, row) for row in rows]
        for told, run in groupby(printed, lambda one: one is not None):
            if told:
                yield [one for one in run if one is not None]


def _line_by_line(columns: Columns) -> Sequence[Row]:
    return [tuple((c,) if c is not None else () for c in line.cells) for line in columns.lines]


def _printed(text: str, row: Row) -> _Printed | None:
    """The row; None where a cell says too much for one."""
    pieces = [piece for cell in row for piece in cell]
    words = [words_of(text, cell) for cell in row]
    if any(len(one) > _LONGEST_WHOLE for one in words):
        return None
    if any(piece.end - piece.start > _LONGEST_CELL for piece in pieces):
        return None
    filled = sum(_WORD.search(one) is not None for one in words)
    told = " | ".join(words) if filled > 1 else " ".join(filter(None, words))
    framed = filled > 1 and not (words[0] and words[-1])
    return _Printed(
        row=f"| {told} |" if framed else told,
        by_cells=_bare(text, pieces),
        by_lines=_bare(text, sorted(pieces)),
        filled=filled,
    )


def _bare(text: str, pieces: Sequence[Piece]) -> str:
    return "".join("".join(text[piece.start : piece.end].split()) for piece in pieces)
