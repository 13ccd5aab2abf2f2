"""Rows of tables on a printed page: which gaps between words are gaps between cells.

A page as it was laid out keeps its columns apart by spaces; its plain text does not. What stands in
a column of spaces from line to line parts cells there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_WORD = re.compile(r"\w|[✓✔✗✘]")
_FEWEST = 3  # lines of a table
_MOSTLY = 0.5  # of the lines with words on both sides of a gap have it wider than one space
_LONGEST_CELL = 80
_LONGEST_LINE = 400


def with_rows(page: str, laid_out: str) -> str:
    """The plain text of a page, its lines that are rows of a table with bars between the cells.

    ``laid_out`` is the same page with its words where they stand. A line that is not found there
    with the same characters stays as it is.
    """
    rows = rows_of(laid_out)
    if not rows:
        return page
    return "\n".join(rows.get(_bare(line), line) for line in page.split("\n"))


def rows_of(laid_out: str) -> Mapping[str, str]:
    """The rows of the tables of a page: the line without its spaces, and with bars."""
    rows: dict[str, str] = {}
    for block in _blocks(laid_out.split("\n")):
        gutters = _gutters(block)
        cells = [_cut(line, gutters) for line in block]
        told = [(line, row) for line, row in zip(block, cells, strict=True) if _is_row(row)]
        if len(told) >= _FEWEST:
            rows |= {_bare(line): " | ".join(row) for line, row in told}
    return rows


def _is_row(cells: Sequence[str]) -> bool:
    """Whether at least two cells say something, and none says too much for a cell."""
    filled = sum(_WORD.search(cell) is not None for cell in cells)
    return filled > 1 and all(len(cell) <= _LONGEST_CELL for cell in cells)


def _bare(line: str) -> str:
    return "".join(line.split())


def _blocks(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Runs of lines that all have a wide gap in them, and stand close or all apart."""
    for run in _runs(lines):
        block: list[str] = []
        for line in (*run, ""):
            if len(line) <= _LONGEST_LINE and _GAP.search(line):
                block.append(line)
                continue
            if len(block) >= _FEWEST:
                yield block
            block = []


def _runs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Groups of lines as they are, and lines that stand alone with those that do so next."""
    for alone, groups in groupby(_groups(lines), key=lambda group: len(group) == 1):
        if alone:
            yield [line for group in groups for line in group]
        else:
            yield from groups


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines between two empty ones."""
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            yield [*group]


def _gutters(block: Sequence[str]) -> list[int]:
    """Where cells are parted: columns that are blank in all lines, and wide in most of those
    that have words right before and right behind them."""
    gutters = [*_blank_columns(block)]
    while True:
        cells = [_cut(line, gutters) for line in block]
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


def _cut(line: str, gutters: Sequence[int]) -> list[str]:
    bounds = [0, *gutters, max(len(line), *gutters)]
    return [line[a:b].strip() for a, b in pairwise(bounds)]
