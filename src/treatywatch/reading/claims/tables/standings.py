"""What a row calls its State, where a day beside it tells since when: "Signatory | 1998"."""

from treatywatch.reading.claims.tables.cells import told_in_words
from treatywatch.reading.claims.tables.columns import MEMBERS, Use
from treatywatch.reading.claims.tables.grid import Cell, Row
from treatywatch.reading.claims.tables.subject import Table
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind


def stands_otherwise(
    stage: Stage, words: InOrder[CueHit], table: Table, row: Row
) -> frozenset[int]:
    """The columns "Since" of a row that calls its State no party: "Signatory | 1998"."""
    cells = [*enumerate(zip(table.columns, row, strict=True))]
    standing = [
        cell for _, (one, cell) in cells if Use.STANDING in one.uses and cell.end > cell.start
    ]
    told = [c for c in standing if any(one.kind in _STANDING for one in words.within(*c))]
    if all(_is_party(stage, words, cell) for cell in told):
        return frozenset()
    return frozenset(at for at, (one, _) in cells if Use.SINCE in one.uses)


_STANDING = MEMBERS | {CueKind.SIGNATORY, CueKind.OUTSIDE, CueKind.HOLDOUT}


def _is_party(stage: Stage, words: InOrder[CueHit], cell: Cell) -> bool:
    told = told_in_words(stage, cell, words.within(*cell))
    return any(one.stage == "party" and one.start == cell.start for one in told)
