"""Heads that no line of the table has, for a sentence above it tells what its columns are for.

"The day of signature stands first and that of ratification second": below it names with two days.
"""

import re
from collections import Counter
from collections.abc import Iterator

from treatywatch.reading.claims.tables.above import sentences_above
from treatywatch.reading.claims.tables.columns import ACTS, EXITS, FACTS, TELLING, Use, heads
from treatywatch.reading.claims.tables.grid import Cell, Grid, Row
from treatywatch.reading.claims.tables.values import value_at
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 3  # with that of the names
_TOLD = (ACTS.keys() | FACTS.keys() | EXITS) | {CueKind.NOTICE, CueKind.SUSPEND}


def heads_told(stage: Stage, words: InOrder[CueHit], grid: Grid) -> Row:
    """The parts of the nearest sentence that tells as many columns as there are, with an empty
    cell above the names; nothing where none does.
    """
    width = Counter(map(len, grid.rows)).most_common(1)[0][0]
    rows = [row for row in grid.rows if len(row) == width]
    if width < _FEWEST_COLUMNS or len(rows) < _FEWEST_ROWS:
        return ()
    if not all(_is_named(stage, row) and _has_values(stage, row) for row in rows):
        return ()
    start = grid.rows[0][0].start
    for sentence in sentences_above(stage, start):
        told = [part for part in _parts(stage, sentence) if _tells(stage, words, part)]
        told = told[1 - width :]
        if len(told) == width - 1 and any(_tells_an_act(words, part) for part in told):
            return (Cell(start, start), *told)
    return ()


def _is_named(stage: Stage, row: Row) -> bool:
    name = row[0]
    named = (*stage.context.people_in(*name), *stage.context.treaties_in(*name))
    return any(one.start == name.start for one in named)


def _has_values(stage: Stage, row: Row) -> bool:
    values = [value_at(stage, *cell) for cell in row[1:]]
    return all(values) and any(one.is_day for one in values if one)


def _parts(stage: Stage, sentence: Cell) -> Iterator[Cell]:
    joiners = "|".join(map(re.escape, stage.context.words.speech.joiners))
    start = sentence.start
    for mark in re.finditer(rf"[,;:/()]|(?<!\w)(?:{joiners})(?!\w)", stage.text[slice(*sentence)]):
        yield Cell(start, sentence.start + mark.start())
        start = sentence.start + mark.end()
    yield Cell(start, sentence.end)


def _tells_an_act(words: InOrder[CueHit], part: Cell) -> bool:
    return any(cue.kind in _TOLD for cue in words.within(*part))


def _tells(stage: Stage, words: InOrder[CueHit], part: Cell) -> bool:
    if _tells_an_act(words, part):
        return True
    forms = heads(stage.acts)
    return any(forms[use].search(stage.folded, *part) for use in _SAYING & forms.keys())


_SAYING = TELLING - {Use.DATE, Use.STANDING, Use.CASUALTIES}  # "the dates of"
