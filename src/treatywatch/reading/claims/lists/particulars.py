"""Particulars of a treaty, a line each: "Date effective: 1 August 2010", "Parties: 111".

Or several in one line, as depositaries have them: "Status: Signatories: 107. Parties: 111".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.status_lines import state_above
from treatywatch.reading.claims.tables.columns import columns_of
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.claims.tables.rows import of_pair
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_LONGEST = 4  # words of a label
_FEWEST = 2  # lines of a box, or particulars in one line
_SEGMENT = re.compile(
    r"(?<![^\s.;,:(])(?P<label>[^\W\d_][^\n:.;,\d]{2,30}?)[ \t]?:[ \t]?(?P<rest>\d[\d,]*)(?![\d/-])"
)


def particulars(
    stage: Stage, words: InOrder[CueHit], listed: Sequence[Box]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines of a box on a treaty alone with a label and nothing but a day or a number."""
    for box in listed:
        if box.treaty is None or state_above(stage, words, box.start):
            continue
        for line in box.lines:
            parts = [*_parts(stage, line)]
            if len(parts) < _FEWEST and len(box.lines) < _FEWEST:
                continue
            told = [_claim(stage, words, part, box.treaty) for part in parts]
            claims = [one for one in told if one is not None]
            if claims:
                yield line, claims


def _parts(stage: Stage, line: Labelled) -> Iterator[Labelled]:
    days = stage.context.dates_in(*line.whole)
    found = [
        one
        for one in _SEGMENT.finditer(stage.text, *line.whole)
        if not any(day.start == one.start("rest") and day.end > one.end("rest") for day in days)
    ]
    if len(found) >= _FEWEST:
        for one in found:
            yield Labelled(Cell(*one.span("label")), Cell(*one.span("rest")))
    elif _is_value(stage, line.rest):
        yield line


def _is_value(stage: Stage, cell: Cell) -> bool:
    """Whether a day or a number is all that stands there."""
    days = [(one.start, one.end) for one in stage.context.dates_in(*cell)]
    numbers = [(one.start, one.end) for one in stage.context.numbers_in(*cell)]
    return tuple(cell) in (*days, *numbers)


def _claim(stage: Stage, words: InOrder[CueHit], part: Labelled, treaty: str) -> Claim | None:
    label = stage.text[slice(*part.label)]
    if len(label.split()) > _LONGEST or stage.context.people_in(*part.label):
        return None
    (column,) = columns_of(stage, words, [part.label])
    told = None if column.treaty is not None else of_pair(stage, column, part.rest, ())
    if told is None:
        return None
    start, end = part.whole
    return replace(told, quote=stage.text[start:end], start=start, end=end, treaty=treaty)
