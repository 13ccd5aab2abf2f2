"""Lines on a treaty each, with a label to each of their pieces.

"Rome Statute: adopted: 17 July 1998; in force: 1 July 2002; parties: 123", as pages write out lists
of terms with several entries each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.tables.columns import columns_of
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.claims.tables.rows import of_pair
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_PIECE = re.compile(
    r"(?<![^;\s])(?P<label>[^\W\d_][^\n:;]{1,40}?)[ \t]?:[ \t]+(?P<rest>[^\s;][^;]*)"
)
_FEWEST = 2  # pieces of a line


def in_pieces(
    names: ShortNames, stage: Stage, words: InOrder[CueHit], listed: Sequence[Box]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines whose label is a treaty and no more, each with what its pieces tell of it."""
    for line in (line for box in listed for line in box.lines):
        pieces = [*_PIECE.finditer(stage.text, *line.rest)]
        treaty = _treaty(stage, names, line.label) if len(pieces) >= _FEWEST else None
        if treaty is None or stage.context.people_in(*line.label):
            continue
        parts = (Labelled(_cell(one, "label"), _cell(one, "rest")) for one in pieces)
        told = [claim for part in parts if (claim := _claim(stage, words, part)) is not None]
        if told:
            yield line, [replace(one, treaty=treaty) for one in told]


def _treaty(stage: Stage, names: ShortNames, label: Cell) -> str | None:
    named = [one for one in stage.context.treaties_in(*label) if one.role != "anaphor"]
    whole = len(named) == 1 and (named[0].start, named[0].end) == tuple(label)
    return named[0].ids[0] if whole else names.treaty(stage.text[slice(*label)])


def _claim(stage: Stage, words: InOrder[CueHit], part: Labelled) -> Claim | None:
    (column,) = columns_of(stage, words, [part.label])
    if column.treaty is not None or column.who:
        return None
    told = of_pair(stage, column, part.rest, ())
    if told is None:
        return None
    start, end = part.whole
    return replace(told, quote=stage.text[start:end], start=start, end=end)


def _cell(found: re.Match[str], group: str) -> Cell:
    start = found.start(group)
    return Cell(start, start + len(found[group].rstrip(" \t.")))
