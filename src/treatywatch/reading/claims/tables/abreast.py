"""Tables that go on beside themselves, and tables side by side: "Chad  1999   Mali  1998".

Names stand in the first column and again further right, as far from each other each time. Each
group of columns is a table of its own, with its part of the head.
"""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claims.tables.grid import Cell, Grid, Row, over
from treatywatch.reading.syntax.scenes import Stage

_NARROWEST = 2  # columns of a group
_FEWEST = 2  # rows
_MOSTLY = 0.6  # of the rows that reach so far


def apart(stage: Stage, grid: Grid) -> Sequence[Grid]:
    """The tables that stand side by side in one; itself alone where it is one."""
    width = _width(stage, grid.rows)
    if not width:
        return [grid]
    columns = max(map(len, grid.rows))
    above = [*over(stage.text, grid)] if grid.head else []
    told = []
    for first in range(0, columns, width):
        last = first + width
        rows = [row[first:last] for row in grid.rows]
        rows = [row for row in rows if len(row) == width and row[0].end > row[0].start]
        head = grid.head[first:last]
        over_it = [cell or Cell(head[0].start, head[0].start) for cell in above[first:last]]
        if rows:
            told.append(replace(grid, head=head, rows=rows, above=over_it if any(above) else ()))
    return told


def _width(stage: Stage, rows: Sequence[Row]) -> int:
    """How many columns on names stand again; 0 where they do not, or not in all groups."""
    columns = max(map(len, rows))
    if len(rows) < _FEWEST or columns < 2 * _NARROWEST:
        return 0
    named = [_is_of_names(stage, rows, at) for at in range(columns)]
    width = next((at for at in range(1, columns) if named[at]), 0)
    if not named[0] or width < _NARROWEST or columns % width:
        return 0
    return width if named == [at % width == 0 for at in range(columns)] else 0


def _is_of_names(stage: Stage, rows: Sequence[Row], at: int) -> bool:
    """Whether a name and no more stands in most cells of the column."""
    cells = [row[at] for row in rows if len(row) > at and row[at].end > row[at].start]
    named = [_is_name(stage, cell) for cell in cells]
    return len(named) >= _FEWEST and sum(named) > _MOSTLY * len(named)


def _is_name(stage: Stage, cell: Cell) -> bool:
    people = stage.context.people_in(*cell)
    return len(people) == 1 and len(people[0].ids) == 1 and people[0].start == cell.start
