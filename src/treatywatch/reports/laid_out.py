"""Tables on a page as it was laid out: its columns of spaces, and what stands in each.

What stands in a column of spaces from line to line parts cells there. A head over several columns
fills such spaces, so up to three lines at the top are left out where more columns show without.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from treatywatch.values import frozen

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_TORN = re.compile(r"\S \S")
_RULE = re.compile(r"[-=─━_+|:· ]*[-=─━_]{2}[-=─━_+|:· ]*")
_FEWEST = 3  # lines of a table
_MOSTLY = 0.5  # of the lines with words on both sides of a gap have it wider than one space
_LONGEST_LINE = 400
_MOST_HEADS = 3  # lines at the top that may stand over several columns
_MOST_LINES = 4000


class Piece(NamedTuple):
    """Words of a cell in one line: where in the text they stand."""

    start: int
    end: int


class Line(NamedTuple):
    """A line, and where in the text it begins."""

    start: int
    text: str

    @property
    def is_rule(self) -> bool:
        """Whether it is drawn: "-----  -----"."""
        return _RULE.fullmatch(self.text) is not None

    @property
    def has_gap(self) -> bool:
        """Whether words stand far apart in it."""
        short = len(self.text) <= _LONGEST_LINE and "\t" not in self.text
        return short and not self.is_rule and _GAP.search(self.text) is not None


@frozen
class Cut:
    """A line with what stands in each column; None where nothing does, ``across`` if in no one."""

    line: Line
    cells: Sequence[Piece | None]
    across: bool = False


@frozen
class Columns:
    """The lines of a table, cut; the first ``heads`` of them may stand over several columns."""

    lines: Sequence[Cut]
    heads: int


def columns_in(text: str) -> Iterator[Columns]:
    """The tables that columns of spaces make, in the order of the text."""
    for block in _blocks(_lines(text)):
        gapped = [line for line in block if line.has_gap]
        if len(gapped) < _FEWEST or len(gapped) > _MOST_LINES:
            continue
        heads, gutters = _best_gutters([line.text for line in gapped])
        if gutters:
            over = {line.start for line in gapped[:heads]}
            yield Columns([*_cut_lines(block, gutters, over)], heads)


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for line in text.split("\n"):
        yield Line(start, line.rstrip())
        start += len(line) + 1


def _blocks(lines: Iterator[Line]) -> Iterator[Sequence[Line]]:
    """Lines between two empty ones, from the first with a gap to the last, with short ones beside.

    Lines that all stand alone, with an empty one between each two, belong together.
    """
    groups = [[*group] for filled, group in groupby(lines, lambda line: bool(line.text)) if filled]
    groups = [*_with_heads(groups)]
    for alone, together in groupby(groups, lambda group: len(group) == 1):
        if alone:
            yield from _gapped_runs([line for group in together for line in group])
        else:
            yield from map(_trimmed, together)


def _with_heads(groups: Iterable[list[Line]]) -> Iterator[list[Line]]:
    """The groups, a head that an empty line parts from its rows with them."""
    head: list[Line] = []
    for group in groups:
        if head and sum(line.has_gap for line in group) >= _FEWEST:
            yield [*head, *group]
            head = []
            continue
        if head:
            yield head
        head = group if _may_be_head(group) else []
        if not head:
            yield group
    if head:
        yield head


def _may_be_head(group: Sequence[Line]) -> bool:
    """Whether a few lines of columns have no figure, as rows have."""
    few = len(group) <= _MOST_HEADS and all(line.has_gap for line in group)
    return few and not any(char.isdecimal() for line in group for char in line.text)


def _gapped_runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    for gapped, run in groupby(lines, lambda line: line.has_gap):
        if gapped:
            yield [*run]


def _trimmed(group: Sequence[Line]) -> Sequence[Line]:
    gaps = [at for at, line in enumerate(group) if line.has_gap]
    if not gaps:
        return ()
    first, last = gaps[0], gaps[-1] + 1
    widest = max(len(group[at].text) for at in gaps)
    while first and _is_beside(group[first - 1], widest):
        first -= 1
    while last < len(group) and _is_beside(group[last], widest):
        last += 1
    return group[first:last]


def _is_beside(line: Line, widest: int) -> bool:
    """Whether a line of one piece may be what one cell says, no more than half as wide as all."""
    return not line.is_rule and len(line.text.strip()) <= widest / 2


def _best_gutters(lines: Sequence[str]) -> tuple[int, list[int]]:
    """How many lines at the top are left out, and the gutters of the others."""
    most = min(_MOST_HEADS, len(lines) - _FEWEST)
    found = [(heads, gutters_of(lines[heads:])) for heads in range(most + 1)]
    return max(found, key=lambda one: (len(one[1]), -_torn(lines, *one), -one[0]))


def _torn(lines: Sequence[str], heads: int, gutters: Sequence[int]) -> int:
    """How often a gutter parts words in the lines at the top that stand one space apart."""
    tops = lines[heads:_MOST_HEADS]
    return sum(_TORN.match(line[at - 1 : at + 2]) is not None for line in tops for at in gutters)


def gutters_of(block: Sequence[str]) -> list[int]:
    """Where cells are parted: columns that are blank in all lines, and wide in most of those
    that have words right before and right behind them."""
    gutters = [*_blank_columns(block)]
    while True:
        cells = [cut(line, gutters) for line in block]
        kept = [at for number, at in enumerate(gutters) if _is_wide(block, cells, number, at)]
        if kept == gutters:
            return kept
        gutters = kept


def _blank_columns(block: Sequence[str]) -> Iterator[int]:
    width = max(map(len, block))
    blank = [all(line[at : at + 1] in {" ", ""} for line in block) for at in range(width)]
    return (at for at in range(1, width) if blank[at] and not blank[at - 1])


def _is_wide(
    block: Sequence[str], cells: Sequence[Sequence[str]], number: int, gutter: int
) -> bool:
    """Of the lines with both the cell before the gutter and the one behind it."""
    both = [line for line, row in zip(block, cells, strict=True) if row[number] and row[number + 1]]
    gaps = [len(line) - len(line[:gutter].rstrip()) - len(line[gutter:].lstrip()) for line in both]
    return sum(gap > 1 for gap in gaps) > _MOSTLY * len(gaps)


def cut(line: str, gutters: Sequence[int]) -> list[str]:
    """What stands between the gutters."""
    bounds = [0, *gutters, max([len(line), *gutters])]
    return [line[a:b].strip() for a, b in pairwise(bounds)]


def _cut_lines(block: Sequence[Line], gutters: Sequence[int], over: set[int]) -> Iterator[Cut]:
    """Each line with its cells; words that stand alone may fill a gutter up to the next column."""
    rows = {line.start: _pieces(line, gutters) for line in block if line.has_gap}
    starts = [Counter[int]() for _ in range(len(gutters) + 1)]
    for start, row in rows.items():
        for at, cell in enumerate(row):
            starts[at].update([] if cell is None else [cell.start - start])
    lines = {line.start: line for line in block}
    rows = {start: _without_cuts(lines[start], row, starts) for start, row in rows.items()}
    body = [(start, row) for start, row in rows.items() if start not in over]
    begins = [
        min((cell.start - start for start, row in body if (cell := row[at])), default=0)
        for at in range(len(gutters) + 1)
    ]
    for line in block:
        if line.start in over:
            yield Cut(line, _over(line, gutters))
        elif line.has_gap:
            yield Cut(line, rows[line.start])
        else:
            yield _alone(line, begins)


def _alone(line: Line, begins: Sequence[int]) -> Cut:
    """A line of one piece, in the column that has room for it."""
    cells: list[Piece | None] = [None] * len(begins)
    piece = _piece(line, 0, len(line.text))
    if line.is_rule or piece is None:
        return Cut(line, cells, across=True)
    first, last = piece.start - line.start, piece.end - line.start
    at = max(sum(begin <= first for begin in begins) - 1, 0)
    cells[at] = piece
    return Cut(line, cells, across=at + 1 < len(begins) and last >= begins[at + 1])


def _pieces(line: Line, gutters: Sequence[int]) -> list[Piece | None]:
    bounds = [0, *gutters, max([len(line.text), *gutters])]
    return [_piece(line, a, b) for a, b in pairwise(bounds)]


def _without_cuts(
    line: Line, cells: Sequence[Piece | None], begins: Sequence[Counter[int]]
) -> list[Piece | None]:
    """The cells of a line, none cut where words stand one space apart: "entry into", "force".

    Where words of other lines begin as well, a cell begins.
    """
    kept: list[Piece | None] = []
    for at, cell in enumerate(cells):
        before = kept[-1] if kept else None
        if cell and before and begins[at][cell.start - line.start] == 1:
            last, first = line.text[before.end - line.start - 1], line.text[cell.start - line.start]
            if cell.start - before.end == 1 and last.islower() and first.islower():
                kept[-1:] = [Piece(before.start, cell.end), None]
                continue
        kept.append(cell)
    return kept


def _piece(line: Line, first: int, last: int) -> Piece | None:
    words = line.text[first:last]
    bare = words.strip()
    start = line.start + first + len(words) - len(words.lstrip())
    return Piece(start, start + len(bare)) if bare else None


def _over(line: Line, gutters: Sequence[int]) -> list[Piece | None]:
    """The heads over several columns, each in the column where it begins."""
    cells: list[Piece | None] = [None] * (len(gutters) + 1)
    bounds = [0, *(gap.end() for gap in _GAP.finditer(line.text)), len(line.text)]
    for first, last in pairwise(bounds):
        piece = _piece(line, first, last)
        if piece is not None:
            at = sum(gutter <= piece.start - line.start for gutter in gutters)
            cells[at] = cells[at] or piece
    return cells
