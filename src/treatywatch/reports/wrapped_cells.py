"""Cells that go on in the lines below: which lines of a table are one row of it.

A line is broken where the next word has no room any more, in the middle of a phrase ("acting\\nas
depositary") or of a date ("17 April\\n2015").
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from treatywatch.reports.laid_out import Columns, Cut, Piece
from treatywatch.values import frozen

Cell = tuple[Piece, ...]
"""The pieces of a cell, line by line; none where it says nothing."""

Row = tuple[Cell, ...]

_SURELY, _MAYBE, _NO = 2, 1, -1  # whether words go on from the line above
_MOST_LINES = 8  # of a row
_YEAR = re.compile(r"\d{4}(?!\d)")
_ENDS_OPEN = re.compile(r"(?:[^\W\d_][-‐]|[,/&(]|\b(?:of|and|the|on|in|de|des|du|la|der|und|y))$")
_DAY_ALONE = re.compile(r"\d{1,2}\.?")
_FULL = 0.65  # of the room that the first column has: "Spain" above "Asia" is a row by itself
_HANGING = 8  # spaces at most by which the further lines of a name stand in
_SHORTEST = 3  # characters of words that go on: "yes" and "P" do not


class _Widths(NamedTuple):
    """How wide words may be in each column; how much room the first has."""

    used: Sequence[int]
    first: int


@frozen
class Rows:
    """The rows of a table, and whether any is to be set anew.

    So it is where a cell has several lines, or where signs stand for bars that draw boxes.
    """

    rows: Sequence[Row]
    wrapped: bool


def rows_of(text: str, table: Columns) -> Rows | None:
    """The rows of a table; None where lines of prose run on beside each other."""
    made = _Making(text, table)
    for number, line in enumerate(table.lines):
        made.add(line, over=number < table.heads)
    rows = made.done()
    most = max((len(cell) for row in rows for cell in row), default=0)
    if most > _MOST_LINES:
        return None
    return Rows(rows, wrapped=most > 1)


class _Making:
    """The rows of a table while its lines are gone through."""

    def __init__(self, text: str, table: Columns) -> None:
        self._text = text
        self._widths = _widths(table)
        self._seen = Counter(
            (at, text[slice(*cell)])
            for line in table.lines
            for at, cell in enumerate(line.cells)
            if cell is not None
        )
        self._rows: list[list[list[Piece]]] = []
        self._names: list[Piece] = []  # lines with nothing but a name, above its row or below it
        self._open = False  # whether the last row may go on
        self._names_first = False
        self._over: list[int] = []  # the columns of the heads over several columns just begun

    def add(self, line: Cut, *, over: bool) -> None:
        """One line more; ``over`` if it stands over several columns."""
        filled = [at for at, cell in enumerate(line.cells) if cell is not None]
        if line.across or over:
            if over and filled == self._over and not self._open and not self._has_a_day(line):
                _extend(self._rows[-1], line)  # a head over several columns, of two lines
                return
            self._close()
            if any(line.cells):
                self._rows.append(_begun(line))
            self._over = filled if over else []
        elif filled == [0] and line.cells[0] is not None:
            self._names.append(line.cells[0])
        elif 0 not in filled:
            self._without_a_name(line)
        else:
            self._with_a_name(line)

    def _has_a_day(self, line: Cut) -> bool:
        """Whether a year stands in the first cell, as in entries, and never in a head."""
        first = line.cells[0]
        return first is not None and _YEAR.search(self._text[slice(*first)]) is not None

    def done(self) -> list[Row]:
        """All rows."""
        self._close()
        return [tuple(map(tuple, row)) for row in self._rows]

    def _without_a_name(self, line: Cut) -> None:
        names, self._names = self._names, []
        for name in names:
            self._go_on_or_alone(name)
        if self._open and self._goes_on(self._rows[-1], line):
            _extend(self._rows[-1], line)
        else:
            self._rows.append(_begun(line))
            self._open = True

    def _with_a_name(self, line: Cut) -> None:
        name = line.cells[0]
        if name is None:
            return
        if self._open and not self._names and self._all_go_on(self._rows[-1], line):
            _extend(self._rows[-1], line)
            return
        if self._open and len(self._rows) == 1 and not self._names and self._is_head_above(line):
            _extend(self._rows[-1], line)
            return
        begins = self._names_of_next(name)
        row = _begun(line)
        row[0] = [*begins, name]
        self._rows.append(row)
        self._open = True

    def _is_head_above(self, line: Cut) -> bool:
        """Whether the first line has heads that go on here, and nothing above the names.

        What stands twice in its column is no head: "yes". Nor are figures in all columns.
        """
        first = self._rows[0]
        once = all(
            self._seen[at, self._text[slice(*cell)]] == 1
            for at, cell in enumerate(line.cells)
            if cell is not None
        )
        told = [self._text[slice(*cell)] for cell in line.cells[1:] if cell is not None]
        figures = all(any(map(str.isdigit, words)) for words in told)  # "Chile  s 1998  r 2009"
        return once and not figures and not first[0] and self._goes_on(first, line)

    def _names_of_next(self, name: Piece) -> list[Piece]:
        """The names waiting that go on in the row below; the others go on the one above."""
        names, self._names = self._names, []
        if not names:
            return []
        above = self._rows[-1][0][-1:] if self._open and self._rows else []
        chain = [*above, *names, name]
        marks = [
            _SURELY if self._hangs(chain[0], b) else self._mark(0, a, b) for a, b in pairwise(chain)
        ]
        marks[-1] = self._mark(0, *chain[-2:], room=self._widths.first)
        if not above:
            self._names_first = self._names_first or marks[-1] > 0
            marks = [_NO, *marks]
        lowest = min(marks)
        places = [at for at, mark in enumerate(marks) if mark == lowest]
        cut = places[0] if self._names_first else places[-1]
        for at in range(cut):
            self._go_on_or_alone(names[at])
        begins: list[Piece] = []
        for at in range(len(names) - 1, cut - 1, -1):
            if marks[at + 1] <= 0:
                self._alone(names[at])
            else:
                begins.insert(0, names[at])
        return begins

    def _go_on_or_alone(self, name: Piece) -> None:
        row = self._rows[-1] if self._open and self._rows else None
        if row and row[0] and self._goes_below(row[0], name):
            row[0].append(name)
        else:
            self._alone(name)

    def _goes_below(self, names: Sequence[Piece], name: Piece) -> bool:
        return self._hangs(names[0], name) or self._mark(0, names[-1], name) > 0

    def _hangs(self, first: Piece, below: Piece) -> bool:
        """Whether the words below stand further right than the name that they may go on."""
        indents = [one.start - self._text.rfind("\n", 0, one.start) for one in (first, below)]
        return 0 < indents[1] - indents[0] <= _HANGING

    def _alone(self, name: Piece) -> None:
        """A heading among the rows, which is none itself."""
        self._rows.append([[name], *([] for _ in self._widths.used[1:])])
        self._open = False

    def _close(self) -> None:
        names, self._names = self._names, []
        for name in names:
            self._go_on_or_alone(name)
        self._open = False

    def _goes_on(self, row: list[list[Piece]], line: Cut) -> bool:
        """Whether what stands beside no name goes on from the row above."""
        marks = [
            self._mark(at, row[at][-1], cell) if row[at] else 0
            for at, cell in enumerate(line.cells)
            if cell is not None and at
        ]
        return _SURELY in marks or all(mark > 0 for mark in marks)

    def _all_go_on(self, row: list[list[Piece]], line: Cut) -> bool:
        """Whether all of a line with a name goes on: "Nuclear-Test-  24 September" above it."""
        marks = [
            self._mark(at, row[at][-1], cell) if row[at] else _NO
            for at, cell in enumerate(line.cells)
            if cell is not None
        ]
        return marks[0] == _SURELY and all(mark > 0 for mark in marks)

    def _mark(self, column: int, above: Piece, below: Piece, *, room: int = 0) -> int:
        """How surely the words below go on from those above, which had so much room."""
        upper, lower = self._text[slice(*above)], self._text[slice(*below)]
        if len(upper) <= _SHORTEST and _DAY_ALONE.fullmatch(upper) is None:
            return _NO
        if upper.isupper() and not lower.isupper() and any(map(str.islower, lower)):
            return _NO
        if _is_whole_day(upper, lower):
            return _NO
        if lower[0].islower() or _ENDS_OPEN.search(upper) or _completes_a_day(upper, lower):
            return _SURELY
        room = room or self._widths.used[column]
        full = bool(column) or len(upper) > _FULL * self._widths.first
        return _MAYBE if full and len(upper) + 1 + len(lower.split(" ")[0]) > room else _NO


def _is_whole_day(upper: str, lower: str) -> bool:
    return _YEAR.search(upper[-4:]) is not None and _YEAR.search(lower) is not None


def _completes_a_day(upper: str, lower: str) -> bool:
    if _DAY_ALONE.fullmatch(upper) is not None:
        return lower[0].isalpha() and _YEAR.search(lower) is not None
    has_day = any(map(str.isdigit, upper)) and _YEAR.search(upper) is None
    return has_day and _YEAR.match(lower) is not None


def _widths(table: Columns) -> _Widths:
    lines = [one for one in table.lines[table.heads :] if not one.across]
    columns = [*zip(*(one.cells for one in lines), strict=True)]
    used = [max((c.end - c.start for c in cells if c), default=0) for cells in columns]
    indents = [
        [cell.start - one.line.start for one in lines if (cell := one.cells[at])] for at in (0, 1)
    ]
    room = min(indents[1], default=0) - min(indents[0], default=0) - 1
    return _Widths(used, room)


def _begun(line: Cut) -> list[list[Piece]]:
    return [[cell] if cell is not None else [] for cell in line.cells]


def _extend(row: list[list[Piece]], line: Cut) -> None:
    for cells, cell in zip(row, line.cells, strict=True):
        if cell is not None:
            cells.append(cell)


def words_of(text: str, cell: Cell) -> str:
    """The words of a cell in one line."""
    words = ""
    for piece in cell:
        apart = " " if words and not is_broken(words) else ""
        words += apart + text[piece.start : piece.end]
    return words


def is_broken(words: str) -> bool:
    """Whether a word or a date goes on in the line below: a hyphen stays as it is printed."""
    return words.endswith(("-", "/"))
