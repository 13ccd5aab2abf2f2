"""Tables drawn in boxes: "| State | Signed |" between lines such as "+-------+--------+"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from treatywatch.reports.laid_out import Columns, Cut, Line, Piece
from treatywatch.reports.wrapped_cells import Row, Rows, rows_of

_BARS = re.compile(r"[|│┃║]")
_LINES = re.compile(r"[│┃║]")  # bars that nobody writes in a sentence
_DRAWN = re.compile(
    r"[ \t]*[+─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╢╞╪╡][-=+─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╢╫╪╞╡:]{2,}[ \t]*"
)
_FEWEST_GROUPS = 3  # between drawn lines: a head and two rows, each in a box of its own


def boxed_in(text: str) -> Iterator[Rows]:
    """The rows of the tables drawn in boxes, in the order of the text."""
    lines: list[Line] = []
    for line in _lines(text):
        if _DRAWN.fullmatch(line.text) or _is_row(line):
            lines.append(line)
            continue
        if (rows := _rows(text, lines)) is not None:
            yield rows
        lines = []
    if (rows := _rows(text, lines)) is not None:
        yield rows


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for line in text.split("\n"):
        yield Line(start, line)
        start += len(line) + 1


def _is_row(line: Line) -> bool:
    bare = line.text.strip()
    closed = len(bare) > 1 and bool(_BARS.match(bare[0]) and _BARS.match(bare[-1]))
    return closed or _LINES.search(bare) is not None


def _rows(text: str, lines: Sequence[Line]) -> Rows | None:
    """The rows in a box; None where nothing is drawn, or rows have different columns."""
    drawn = groupby(lines, lambda line: _DRAWN.fullmatch(line.text) is not None)
    groups = [[_cut(line) for line in group] for rule, group in drawn if not rule]
    if not groups or sum(map(len, groups)) == len(lines):
        return None
    if len({len(cut.cells) for group in groups for cut in group}) != 1:
        return None
    if len(groups) >= _FEWEST_GROUPS and all(_is_one(group) for group in groups):
        rows = [_as_one(group) for group in groups]
        return Rows(rows, wrapped=any(len(group) > 1 for group in groups))
    within = [rows_of(text, Columns(group, 0)) for group in groups]
    found = [one for one in within if one is not None]
    if len(found) < len(within):
        return None
    rows = [row for one in found for row in one.rows]
    by_lines = any(_LINES.search(line.text) for line in lines)  # no bars as other readers know them
    return Rows(rows, wrapped=by_lines or any(one.wrapped for one in found))


def _is_one(group: Sequence[Cut]) -> bool:
    """Whether the lines between two drawn ones have one name, however many lines it has."""
    return sum(cut.cells[0] is not None for cut in group) == 1 or len(group) <= _FEWEST_GROUPS


def _as_one(group: Sequence[Cut]) -> Row:
    return tuple(
        tuple(cell for cell in cells if cell is not None)
        for cells in zip(*(cut.cells for cut in group), strict=True)
    )


def _cut(line: Line) -> Cut:
    bars = [bar.start() for bar in _BARS.finditer(line.text)]
    if line.text[: bars[0]].strip():
        bars = [-1, *bars]  # no side is drawn
    if line.text[bars[-1] + 1 :].strip():
        bars.append(len(line.text))
    cells: list[Piece | None] = []
    for first, last in pairwise(bars):
        words = line.text[first + 1 : last]
        start = line.start + first + 1 + len(words) - len(words.lstrip())
        bare = words.strip()
        cells.append(Piece(start, start + len(bare)) if bare else None)
    return Cut(line, cells)
