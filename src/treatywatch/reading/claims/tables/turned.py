"""Tables that stand on their side: States as columns, and acts or treaties as the names of rows.

"| | Finland | Norway |", and below it "| Signed | no | 3 December 1997 |": turned, each State has a
row and each act a column, as all other tables have.
"""

from collections.abc import Iterable

from treatywatch.reading.claims.tables.columns import MEANT, TELLING, columns_of
from treatywatch.reading.claims.tables.grid import Cell, Grid
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_LABELS = MEANT | {CueKind.BELONG, CueKind.OUTSIDE}


def upright(stage: Stage, words: InOrder[CueHit], grid: Grid, names: ShortNames) -> Grid:
    """The table with a State or a treaty to each row; as it is where it stands so already."""
    if not grid.head or not _stands_on_its_side(stage, words, grid, names):
        return grid
    corner = grid.head[0]
    if not stage.context.participants_in(*corner):
        corner = Cell(corner.start, corner.start)  # "Treaty" stands above no treaties any more
    head = (corner, *(row[0] for row in grid.rows))
    rows = [
        (cell, *(row[at] for row in grid.rows)) for at, cell in enumerate(grid.head[1:], start=1)
    ]
    return Grid(head, rows, turned=True)


def _stands_on_its_side(
    stage: Stage, words: InOrder[CueHit], grid: Grid, names: ShortNames
) -> bool:
    heads = columns_of(stage, words, grid.head)[1:]
    labels = columns_of(stage, words, [row[0] for row in grid.rows])
    if any(head.cues & MEANT or head.uses & TELLING for head in heads):
        return False
    of_states = bool(heads) and all(head.who for head in heads)
    acts = _most(bool(label.cues & _LABELS or label.uses & TELLING) for label in labels)
    if not of_states:
        return acts and bool(heads) and all(head.treaty for head in heads)
    called = [names.treaty(stage.text[slice(*row[0])]) for row in grid.rows]
    return acts or _most(
        bool(label.treaty or name) for label, name in zip(labels, called, strict=True)
    )


def _most(told: Iterable[bool]) -> bool:
    each = [*told]
    return 2 * sum(each) > len(each)
