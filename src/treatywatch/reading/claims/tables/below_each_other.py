"""Tables with each cell in a line of its own, as text copied out of a page may have them.

"State", "Signed", "Ratified", and below it "Peru", "3 December 1997", "17 June 1998": names come
back after as many lines each time, with days or marks between them.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from treatywatch.reading.claims.tables.columns import ACTS, EXITS, TELLING, columns_of
from treatywatch.reading.claims.tables.grid import Cell, Grid, Row, lines_of
from treatywatch.reading.claims.tables.values import name_at, value_at
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_LONGEST = 60  # characters of a line that may be a cell
_FEWEST = 3  # rows
_MOST = 7  # columns


class _Line(NamedTuple):
    cell: Cell
    is_name: bool
    is_value: bool


def stacked(stage: Stage, words: InOrder[CueHit], names: ShortNames) -> Iterator[Grid]:
    """Such tables in the order of the text, and names one below the other without more."""
    for grid in _stacked(stage, names):
        if not grid.head or _tells(stage, words, grid.head):
            yield grid


def _tells(stage: Stage, words: InOrder[CueHit], head: Row) -> bool:
    """Whether a column behind the names has an act in its head, or all have treaties."""
    columns = columns_of(stage, words, head)[1:]
    told = any(one.cues & _TOLD or one.uses & TELLING for one in columns)
    return told or (len(columns) > 1 and all(one.treaty for one in columns))


_TOLD = ACTS.keys() | EXITS


def _stacked(stage: Stage, names: ShortNames) -> Iterator[Grid]:
    filled = (line for line in lines_of(stage.text) if line.end > line.start)
    for short, run in groupby(filled, lambda line: line.end - line.start <= _LONGEST):
        if short:
            yield from _in_run([_seen(stage, names, line) for line in run])


def _seen(stage: Stage, names: ShortNames, line: Cell) -> _Line:
    name = name_at(stage, names, line)
    value = value_at(stage, line.start, line.end)
    return _Line(line, name == line, value is not None and value.cell == line)


def _in_run(lines: Sequence[_Line]) -> Iterator[Grid]:
    at = 0
    while at < len(lines):
        width = _width(lines, at)
        count = _rows(lines, at, width) if width else 0
        if count < _FEWEST:
            names = _names(lines, at)
            if names >= _FEWEST:
                yield Grid((), [[line.cell] for line in lines[at : at + names]])
            at += max(names, 1)
            continue
        rows = [_row(lines, at + number * width, width) for number in range(count)]
        head = _head(lines, at, width)
        if head:
            yield Grid(head, rows)
        at += count * width


def _names(lines: Sequence[_Line], at: int) -> int:
    """How many lines from there on are a name each, as in a list without marks."""
    count = 0
    while at + count < len(lines) and lines[at + count].is_name:
        count += 1
    return count


def _width(lines: Sequence[_Line], at: int) -> int:
    """How many lines on the next name stands; 0 where no value stands between them."""
    if not lines[at].is_name:
        return 0
    ahead = range(2, min(_MOST + 1, len(lines) - at))
    width = next((step for step in ahead if lines[at + step].is_name), 0)
    return width if any(one.is_value for one in lines[at + 1 : at + width]) else 0


def _rows(lines: Sequence[_Line], at: int, width: int) -> int:
    count = 0
    while at + width <= len(lines):
        name, *cells = lines[at : at + width]
        values = sum(one.is_value for one in cells)
        if not name.is_name or any(one.is_name for one in cells) or 2 * values < len(cells):
            break
        count, at = count + 1, at + width
    return count


def _row(lines: Sequence[_Line], at: int, width: int) -> Row:
    return [line.cell for line in lines[at : at + width]]


def _head(lines: Sequence[_Line], at: int, width: int) -> Row:
    """The lines above as far as they are heads; nothing may stand above the names."""
    above = lines[max(at - width, 0) : at]
    if any(one.is_value or one.is_name for one in above) or len(above) < width - 1:
        return ()
    cells = [one.cell for one in above]
    return cells if len(cells) == width else (Cell(cells[0].start, cells[0].start), *cells)
