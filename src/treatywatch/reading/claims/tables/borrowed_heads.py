"""Rows that have their head elsewhere: in a sentence, or above the table before.

A second table of the same columns often goes without ("II. Landmines", and below it names and days
as below the first), and so do the rows behind a page's end.
"""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claims.tables.above import acts_above
from treatywatch.reading.claims.tables.grid import Grid, Row, fitted
from treatywatch.reading.claims.tables.told_above import heads_told
from treatywatch.reading.claims.tables.values import value_at
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_MOST_LINES = 4  # with words, between the two tables
_ALIKE = 2 / 3  # of the rows
_OF_A_PAIR = 2  # cells


def with_head(stage: Stage, words: InOrder[CueHit], grid: Grid, before: Grid | None) -> Grid:
    """The table with the head that a sentence tells, or that of the table before it, if any."""
    if grid.head:
        return grid
    if told := heads_told(stage, words, grid):
        width = len(told)
        rows = [row for row in grid.rows if len(row) == width]
        return Grid(told, rows, apart=True)
    if before is None or before.turned or not _is_near(stage, before, grid):
        return grid
    rows = [row for row in (fitted(stage.text, before.head, row) for row in grid.rows) if row]
    if len(rows) < _ALIKE * len(grid.rows) or not _are_alike(stage, before.rows, rows):
        return grid
    if len(before.head) == _OF_A_PAIR and acts_above(stage, words, grid.start):
        return grid  # "Gone since then", above names with one day each
    return replace(before, rows=rows, apart=True)


def _is_near(stage: Stage, before: Grid, grid: Grid) -> bool:
    end = max(cell.end for row in before.rows for cell in row)
    lines = stage.text[end : grid.start].split("\n")
    return sum(bool(line.strip()) for line in lines) <= _MOST_LINES


def _are_alike(stage: Stage, before: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether names stand first in both, and days in the same of the other columns."""
    above, below = _shape(stage, before), _shape(stage, rows)
    return above == below and above[0] and any(above[1:])


def _shape(stage: Stage, rows: Sequence[Row]) -> list[bool]:
    """For the first column whether it names somebody or a treaty, for each other if it has days."""
    named = [
        bool(stage.context.people_in(*row[0]) or stage.context.treaties_in(*row[0])) for row in rows
    ]
    columns = [*zip(*rows, strict=True)][1:]
    days = [
        [bool(value and value.is_day) for value in (value_at(stage, *cell) for cell in column)]
        for column in columns
    ]
    return [2 * sum(named) > len(named), *(3 * sum(each) > len(each) for each in days)]
