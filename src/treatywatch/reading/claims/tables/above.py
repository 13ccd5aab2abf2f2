"""What stands above a table or a list, and so what these are on."""

from collections.abc import Iterator

from treatywatch.reading.claims.tables.cells import is_denied
from treatywatch.reading.claims.tables.columns import ACTS, COUNTS, EXITS, named_in
from treatywatch.reading.claims.tables.grid import Cell, Grid
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_ABOVE = 3  # lines above that tell what it is on


def lines_above(stage: Stage, offset: int) -> Iterator[Cell]:
    """The lines above the offset that are not empty, the nearest first."""
    ends, seen = offset, 0
    while seen < _ABOVE and (ends := stage.text.rfind("\n", 0, ends)) >= 0:
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
    """The acts of States that the nearest line above tells of: "Withdrawals from the Statute"."""
    above = next(lines_above(stage, offset), None)
    if above is None:
        return frozenset()
    told = (cue for cue in words.within(*above) if not is_denied(stage, words, above, cue))
    return frozenset(cue.kind for cue in told if cue.kind in ACTS or cue.kind in EXITS)


def counts_above(stage: Stage, words: InOrder[CueHit], offset: int) -> frozenset[CueKind]:
    """What the nearest line above that tells of a number of States counts: "Parties by year"."""
    kinds = ({cue.kind for cue in words.within(*line)} for line in lines_above(stage, offset))
    told = (frozenset(kind for kind in COUNTS if kind in one) for one in kinds)
    return next((one for one in told if one), frozenset())
