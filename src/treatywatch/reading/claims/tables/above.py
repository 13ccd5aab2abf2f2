"""What stands above a table or a list, and so what these are on."""

import re
from collections.abc import Iterator
from itertools import pairwise

from treatywatch.reading.claims.tables.cells import is_denied
from treatywatch.reading.claims.tables.columns import (
    ACTS,
    COUNTS,
    EXITS,
    Use,
    heads,
    named_in,
)
from treatywatch.reading.claims.tables.grid import Cell, Grid
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_ABOVE = 3  # lines above that tell what it is on


def lines_above(stage: Stage, offset: int, most: int = _ABOVE) -> Iterator[Cell]:
    """The lines above the offset that are not empty, the nearest first."""
    ends, seen = offset, 0
    while seen < most and (ends := stage.text.rfind("\n", 0, ends)) >= 0:
        start = stage.text.rfind("\n", 0, ends) + 1
        if stage.text[start:ends].strip():
            seen += 1
            yield Cell(start, ends)


def lines_below(stage: Stage, offset: int) -> Iterator[Cell]:
    """The lines below the offset that are not empty, the nearest first."""
    starts, seen = offset, 0
    while seen < _ABOVE and (starts := stage.text.find("\n", starts) + 1):
        end = stage.text.find("\n", starts)
        line = Cell(starts, end if end >= 0 else len(stage.text))
        if stage.text[slice(*line)].strip():
            seen += 1
            yield line


def sentences_above(stage: Stage, offset: int, *, nearest: bool = False) -> Iterator[Cell]:
    """The sentences of the lines above that are not empty, the nearest first.

    A line that begins with a small letter goes on from the one above it. With ``nearest`` they are
    those of the nearest line, and of the lines that it goes on from.
    """
    parts: list[Cell] = []
    for line in lines_above(stage, offset, _WRAPPED):
        parts.append(line)
        if stage.text[line.start : line.end].lstrip()[:1].islower():
            continue
        yield from _sentences(stage, Cell(line.start, parts[0].end))
        parts = []
        if nearest:
            return


_WRAPPED = 8  # lines


def _sentences(stage: Stage, lines: Cell) -> Iterator[Cell]:
    ends = [one.end() for one in _FULL_STOP.finditer(stage.text, *lines)]
    bounds = [lines.start, *ends, lines.end]
    for start, end in reversed([*pairwise(bounds)]):
        if stage.text[start:end].strip():
            yield Cell(start, end)


_FULL_STOP = re.compile(r"[.!?](?=\s)")


def treaty_above(stage: Stage, offset: int) -> str | None:
    """The treaty that the nearest line above names last, else the one in focus there."""
    named = (named_in(stage, line) for line in lines_above(stage, offset))
    return next((found[-1] for found in named if found), None) or stage.context.treaty_at(offset)


def only_state_beside(stage: Stage, grid: Grid) -> tuple[str, ...]:
    """The State that the nearest line with the name of any names alone: above, or else below."""
    ends = max(cell.end for row in grid.rows for cell in row)
    lines = (*lines_above(stage, grid.start), *lines_below(stage, ends))
    named = (stage.context.participants_in(*line) for line in lines)
    nearest = next((who for who in named if who), ())
    return nearest if len(nearest) == 1 else ()


def acts_above(stage: Stage, words: InOrder[CueHit], offset: int) -> frozenset[CueKind]:
    """The acts of States that the nearest line above tells of: "Withdrawals from the Statute".

    Of several sentences the last that tells any.
    """
    told = (
        _acts_in(stage, words, sentence)
        for sentence in sentences_above(stage, offset, nearest=True)
    )
    return next((kinds for kinds in told if kinds), frozenset())


def notices_above(stage: Stage, words: InOrder[CueHit], offset: int) -> bool:
    """Whether the nearest sentence above tells of notices of exit, and not of what came of them:
    "The days on which their letters were received".
    """
    nearest = next(sentences_above(stage, offset, nearest=True), None)
    if nearest is None:
        return False
    cues = {cue.kind for cue in words.within(*nearest)}
    forms = heads(stage.acts)
    told = forms[Use.NOTICE].search(stage.folded, *nearest) if Use.NOTICE in forms else None
    if told is not None and is_whole(stage, nearest, told.span()):
        return True
    if cues & ACTS.keys() or forms[Use.OUT].search(stage.folded, *nearest):
        return False
    if told is None or CueKind.EXIT_NOTICE in cues:
        return CueKind.EXIT_NOTICE in cues
    around = words.within(next(reversed([*lines_above(stage, offset)])).start, nearest.end)
    return any(cue.kind in EXITS for cue in around)


def is_whole(stage: Stage, line: Cell, words: tuple[int, int]) -> bool:
    """Whether the words are all of the line but for signs: "NOTIFIED:"."""
    rest = stage.text[line.start : words[0]] + stage.text[words[1] : line.end]
    return not any(map(str.isalnum, rest))


def _acts_in(stage: Stage, words: InOrder[CueHit], cell: Cell) -> frozenset[CueKind]:
    told = (cue for cue in words.within(*cell) if not is_denied(stage, words, cell, cue))
    return frozenset(cue.kind for cue in told if cue.kind in ACTS or cue.kind in EXITS)


def counts_above(stage: Stage, words: InOrder[CueHit], offset: int) -> frozenset[CueKind]:
    """What the nearest line above that tells of a number of States counts: "Parties by year"."""
    kinds = ({cue.kind for cue in words.within(*line)} for line in lines_above(stage, offset))
    told = (frozenset(kind for kind in COUNTS if kind in one) for one in kinds)
    return next((one for one in told if one), frozenset())
