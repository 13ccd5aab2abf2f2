"""Rows of cells in a text: between bars, tabs, or columns of spaces.

"State | Signed | Ratified" is how pages and Markdown arrive, tabs and aligned spaces are how plain
text and mails draw a table.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from treatywatch.values import frozen

BAR = "|"
_RULE = re.compile(r":?[-=─_]{2,}:?|-")
_FEWEST = 2  # cells of a row
_LONGEST = 240  # characters of a line whose cells stand apart by spaces: longer ones are prose
_LONGEST_CELL = 60
_CELL = re.compile(r"\S+(?: \S+)*")
_APART = re.compile(r"\S(?:\t| {2,})\S")
_BESIDE = 3  # characters by which a cell may stand to the left of its column's head


class Cell(NamedTuple):
    """Where a cell stands in the text, without the spaces around it."""

    start: int
    end: int


Row = Sequence[Cell]


@frozen
class Grid:
    """Rows under a head; without one (``head`` is empty) each is a label with what stands to it."""

    head: Row
    rows: Sequence[Row]

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return (self.head or self.rows[0])[0].start


def grids(text: str, is_head: Callable[[Row], bool]) -> Iterator[Grid]:
    """The tables of a text in its order; empty lines and drawn rules part none.

    A row of more or fewer cells than the head, as where a cell reaches over two, is left out.
    """
    head: Row = ()
    rows: list[Row] = []
    gap = False
    for line in _lines(text):
        cells = _cells(text, line)
        gap, blank = line.start == line.end, gap
        if gap or (cells and _is_rule(text, cells)):
            continue
        if head and not (cells or blank) and line.end - line.start <= _LONGEST_CELL:
            continue  # a row with nothing beside its name
        if not cells or is_head(cells):
            if rows:
                yield Grid(head, rows)
            head, rows = cells, []
        elif fitted := _fitted(text, head, cells):
            rows.append(fitted)
    if rows:
        yield Grid(head, rows)


def may_hold_any(text: str) -> bool:
    """Whether anything in the text could part two cells: a quick look that few texts pass."""
    return BAR in text or _APART.search(text) is not None


def _is_rule(text: str, cells: Row) -> bool:
    return all(_RULE.fullmatch(text, *cell) for cell in cells)


def _lines(text: str) -> Iterator[Cell]:
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        first = start + (line.index(bare) if bare else 0)
        yield Cell(first, first + len(bare))
        start += len(line) + 1


def _cells(text: str, line: Cell) -> Row:
    bare = text[line.start : line.end]
    if BAR in bare:
        cells = [*_between(text, line, BAR)]
        framed = bare.startswith(BAR) and bare.endswith(BAR)  # as Markdown has it
        cells = cells[1:-1] if framed else cells
    elif "\t" in bare:
        cells = [*_between(text, line, "\t")]
    elif line.end - line.start <= _LONGEST:
        cells = [Cell(*match.span()) for match in _CELL.finditer(text, *line)]
        cells = cells if all(one.end - one.start <= _LONGEST_CELL for one in cells) else []
    else:
        cells = []
    return cells if len(cells) >= _FEWEST else ()


def _between(text: str, line: Cell, sign: str) -> Iterator[Cell]:
    start = line.start
    for cell in text[line.start : line.end].split(sign):
        inner = cell.strip()
        first = start + (cell.index(inner) if inner else 0)
        yield Cell(first, first + len(inner))
        start += len(cell) + 1


def _fitted(text: str, head: Row, cells: Row) -> Row:
    """The cells under the columns of the head; none where they cannot be laid under it."""
    if len(cells) == len(head) or not head:
        return cells
    drawn = BAR in text[cells[0].start : cells[-1].end] or BAR in text[head[0].start : head[-1].end]
    return () if drawn or len(cells) > len(head) else _under(text, head, cells)


def _under(text: str, head: Row, cells: Row) -> Row:
    """Cells of aligned columns, each under the last head that begins no further right."""
    columns = [_indent(text, cell) for cell in head]
    placed: dict[int, Cell] = {}
    for cell in cells:
        indent = _indent(text, cell) + _BESIDE
        at = sum(column <= indent for column in columns) - 1
        if at < 0 or at in placed:
            return ()
        placed[at] = cell
    last = cells[-1].end
    return [placed.get(at, Cell(last, last)) for at in range(len(head))]


def _indent(text: str, cell: Cell) -> int:
    return cell.start - text.rfind("\n", 0, cell.start) - 1
