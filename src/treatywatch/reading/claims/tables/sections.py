"""Rows that head the rows below them, with nothing beside their name: "Signed, not ratified".

Such a line tells the act of days that no head tells, the treaty, or the State of what follows; one
that tells none of them ("Africa") changes nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claims.tables.cells import is_denied
from treatywatch.reading.claims.tables.columns import (
    ACTS,
    EXITS,
    MEANT,
    Column,
    Use,
    heads,
    named_in,
)
from treatywatch.reading.claims.tables.grid import Cell, Grid, Row, is_heading
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import STRANGER
from treatywatch.reading.vocabulary.words_acts import CueKind
from treatywatch.values import frozen

_NO_DAYS = frozenset({CueKind.BELONG, CueKind.PARTY_NOUN, CueKind.OUTSIDE, CueKind.HOLDOUT})


@frozen
class Section:
    """What a line within a table tells of the rows below it; ``line`` is where it stands."""

    line: Cell
    treaty: str | None
    who: tuple[str, ...]
    acts: frozenset[CueKind]
    tells: bool

    def of_its_acts(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """The columns; those for days that no head tells have the acts of the line.

        Where it tells a standing alone, nobody knows what their days are.
        """
        if not self.tells:
            return tuple(columns)
        return tuple(
            replace(column, cues=self.acts) if at and _is_for_days(column) else column
            for at, column in enumerate(columns)
        )


def parts(
    stage: Stage, words: InOrder[CueHit], grid: Grid
) -> Iterator[tuple[Section | None, Grid]]:
    """The table as it is, or part by part where lines within it head the rows below them.

    Rows below such a line that are on no State, treaty or day are no rows of the table.
    """
    if not grid.head or grid.turned:
        yield None, grid
        return
    section: Section | None = None
    rows: list[Row] = []
    for line, below in _headed(stage, grid.rows):
        found = None if line is None else _section(stage, words, line)
        strange = line is not None and is_heading(line) and not _have_subjects(stage, below)
        if rows and (found is not None or strange):
            yield section, replace(grid, rows=rows)
            rows = []
        if strange and below:
            yield None, Grid((), below)
            continue
        section = found or section
        rows += below
    if rows:
        yield section, replace(grid, rows=rows)


def _headed(stage: Stage, rows: Sequence[Row]) -> Iterator[tuple[Row | None, list[Row]]]:
    """The rows, with the row above them that has a name alone."""
    line: Row | None = None
    below: list[Row] = []
    for row in rows:
        name, *others = row
        if name.end > name.start and all(cell.end == cell.start for cell in others):
            yield line, below
            line, below = row, []
            if not is_heading(row) and stage.context.participants_in(*name):
                line, below = None, [row]  # a State of which nothing is told
        else:
            below.append(row)
    yield line, below


def _have_subjects(stage: Stage, rows: Sequence[Row]) -> bool:
    context = stage.context
    return any(
        context.participants_in(*cell) or context.treaties_in(*cell) or context.dates_in(*cell)
        for cell, *_ in rows
    )


def _section(stage: Stage, words: InOrder[CueHit], row: Row) -> Section | None:
    """What a row says that has a name alone; None of a mere place."""
    line = row[0]
    told = [one for one in words.within(*line) if not is_denied(stage, words, line, one)]
    acts = frozenset(one.kind for one in told if one.kind in ACTS or one.kind in EXITS)
    if any(one.kind is CueKind.SIGNATORY for one in words.within(*line)):
        acts |= {CueKind.SIGN}
    tells = bool(acts) or any(one.kind in MEANT | _NO_DAYS for one in words.within(*line))
    named = named_in(stage, line)
    treaty = named[0] if len(named) == 1 else STRANGER if _is_on_treaty(stage, line, acts) else None
    who = stage.context.participants_in(*line)
    if not (tells or treaty) and len(who) != 1:
        return None
    return Section(line, treaty, who if len(who) == 1 else (), acts, tells)


def _is_on_treaty(stage: Stage, line: Cell, acts: frozenset[CueKind]) -> bool:
    """Whether it is the name of a treaty that nobody knows: "Convention on Wetlands"."""
    form = heads(stage.acts).get(Use.TREATY)
    known = any((one.start, one.end) == tuple(line) for one in stage.context.treaties_in(*line))
    return form is not None and not (known or acts) and bool(form.search(stage.folded, *line))


def _is_for_days(column: Column) -> bool:
    plain = not (column.cues & MEANT or column.treaty or column.who)
    return plain and column.uses <= _OF_DAYS


_OF_DAYS = frozenset({Use.DATE, Use.YEAR})
