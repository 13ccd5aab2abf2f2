"""Rows of cells in a text: between bars, tabs, or columns of spaces.

"State | Signed | Ratified" is how pages and Markdown arrive, tabs and aligned spaces are how plain
text and mails draw a table.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from treatywatch.values import frozen

BAR = "|"
_RULE = re.compile(r":?[-=─_]{2,}:?|-")
_FEWEST = 2  # cells of a row
_LONGEST = 240  # characters of a line whose cells stand apart by spaces: longer ones are prose
_LONGEST_CELL = 60
_LONGEST_LAST = 160  # "Ratification, Acceptance (A), Approval (AA), Accession (a), Succession (d)"
_CELL = re.compile(r"\S+(?: \S+)*")
_LEADER = re.compile(r"\s*\.{3,}\s+|\s+(?:\. ){3,}\s*")
_APART = re.compile(r"\S(?:\t| {2,})\S|\.{4}|(?:\. ){3}|;[^\s;]|[^\W\d],[^\s,]|\",\"")
_INDENT = 8  # spaces before the first head, where no head stands above the names of rows
_BESIDE = 3  # characters by which a cell may stand to the left of its column's head


class Cell(NamedTuple):
    """Where a cell stands in the text, without the spaces around it."""

    start: int
    end: int


Row = Sequence[Cell]


@frozen
class Grid:
    """Rows under a head; without one (``head`` is empty) each is a label with what stands to it.

    ``above`` are the cells of the line above the head: a head over several columns stands there.
    ``turned`` tells that its columns stand as rows here, and its rows as columns, ``apart`` that
    its head stands somewhere else: above the table before, or in a sentence. ``treaty`` is the one
    that is told over it where tables stand side by side.
    """

    head: Row
    rows: Sequence[Row]
    above: Row = ()
    turned: bool = False
    apart: bool = False
    treaty: str | None = None

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return (self.rows[0] if self.apart or not self.head else self.head)[0].start


def grids(
    text: str,
    is_head: Callable[[Row, Row], bool],
    is_label: Callable[[Cell], bool] = lambda _: False,
    close: Mapping[int, Row] | None = None,
) -> Iterator[Grid]:
    """The tables of a text in its order; empty lines and drawn rules part none.

    ``is_head`` is asked whether cells are a head of their own, below the head of that table if any,
    and ``is_label`` whether a line says what the rows below are on: these are a table below the
    same head. ``close`` are the cells of lines in which nothing parts them, by where these start.

    A row of more or fewer cells than the head, as where a cell reaches over two, is left out. One
    short line between rows, with nothing around it, is a row with a name alone: it heads others.
    """
    grid = Grid((), [])
    last: Row = ()
    rows: list[Row] = []
    gap = False
    heading: Cell | None = None
    spaced = _spaced(text)
    for line in lines_of(text):
        cells = (close or {}).get(line.start) or _cells(text, line, spaced.get(line.start))
        gap, blank = line.start == line.end, gap
        if gap or (cells and _is_rule(text, cells)):
            continue
        if grid.head and not (cells or blank) and line.end - line.start <= _LONGEST_CELL:
            if is_label(line):
                yield from _so_far(grid, rows)
                grid, rows = replace(grid, apart=True), []
            continue  # a row with nothing beside its name
        if not cells and heading is None and grid.head and _may_head(text, line):
            heading = line
            continue
        goes_on = bool(cells) and len(cells) == len(grid.head)
        if heading is not None and not goes_on:
            yield from _so_far(grid, rows)
            grid, rows, last = Grid((), []), [], ()
        if not cells or is_head(cells, () if heading else grid.head):
            yield from _so_far(grid, rows)
            grid, rows = Grid(cells, [], () if blank else last), []
        elif row := fitted(text, grid.head, cells):
            if heading is not None and goes_on:
                rows.append((heading, *[Cell(heading.end, heading.end)] * (len(cells) - 1)))
            rows.append(row)
        last, heading = cells, None
    yield from _so_far(grid, rows)


def _so_far(grid: Grid, rows: Sequence[Row]) -> Iterator[Grid]:
    if rows:
        yield replace(grid, rows=rows)


def _may_head(text: str, line: Cell) -> bool:
    """Whether a line by itself may head the rows below it: no sentence, and no label."""
    return line.end - line.start <= _LONGEST_CELL and text[line.end - 1] not in ".!?:;,"


def is_heading(row: Row) -> bool:
    """Whether the row is a line by itself, that has no place for other cells."""
    return len(row) > 1 and all(cell == (row[0].end, row[0].end) for cell in row[1:])


def over(text: str, grid: Grid) -> Iterator[Cell | None]:
    """For each cell of the head the one in the line above that reaches over it."""
    if not grid.above:
        yield from (None for _ in grid.head)
    elif _is_drawn(text[grid.above[0].start : grid.above[-1].end]):
        yield from _spread(grid.above, len(grid.head))
    else:
        starts = [(_indent(text, cell), cell) for cell in grid.above if cell.end > cell.start]
        for cell in grid.head:
            indent = _indent(text, cell) + _BESIDE
            yield next((one for start, one in reversed(starts) if start <= indent), None)


def _is_drawn(line: str) -> bool:
    """Whether signs part its cells, wherever these stand."""
    return BAR in line or "\t" in line or _of_values(line) is not None


def _spread(above: Row, columns: int) -> Iterator[Cell | None]:
    """Each cell over its own column and over those behind it above which nothing stands.

    Fewer cells than columns reach over equally many.
    """
    if len(above) != columns:
        told = [cell for cell in above if cell.end > cell.start]
        each = (columns - 1) // len(told) if told else 0
        if not each or each * len(told) != columns - 1:
            yield from (None for _ in range(columns))
            return
        yield None
        yield from (cell for cell in told for _ in range(each))
        return
    last: Cell | None = None
    for cell in above:
        last = cell if cell.end > cell.start else last
        yield last


def may_hold_any(text: str) -> bool:
    """Whether anything in the text could part two cells: a quick look that few texts pass."""
    return BAR in text or _APART.search(text) is not None or bool(_spaced(text))


def with_bars(text: str) -> str:
    """The text with a bar for each tab, and for each sign between values pasted from a file.

    So no date goes on behind the end of its cell: "14 Oct 1996,26 July 2016", and no two years
    with a dash in a cell between them are a span. A sign only beside a line of as many values:
    "1,200 and 10,600" are two figures.
    """
    text = _TAB.sub(BAR, text) if "\t" in text else text
    if _VALUE_APART.search(text) is None:
        return text
    lines = text.split("\n")
    signs = [_of_values(line.strip()) if _VALUE_APART.search(line) else None for line in lines]
    cells = [
        _unquoted(line).count(sign) if sign else 0 for line, sign in zip(lines, signs, strict=True)
    ]
    return "\n".join(
        _with_bars_for(line, sign) if sign and _has_its_like(cells, at) else line
        for at, (line, sign) in enumerate(zip(lines, signs, strict=True))
    )


def _with_bars_for(line: str, sign: str) -> str:
    bars = zip(line, _unquoted(line), strict=True)
    return "".join(BAR if bare == sign else char for char, bare in bars)


def _unquoted(line: str) -> str:
    """The line with each value in quotation marks blotted out: a comma there parts nothing."""
    if '"' not in line:
        return line
    return _QUOTED.sub(lambda found: "x" * len(found[0]), line)


_QUOTED = re.compile(r"(?:(?<=[;,])|(?<![^\s]))\"[^\"\n]*\"(?=\s*(?:[;,]|$))")


def _has_its_like(cells: Sequence[int], at: int) -> bool:
    """Whether the line above or below has as many."""
    return cells[at] in (*cells[at - 1 : at], *cells[at + 1 : at + 2])


_TAB = re.compile(r"(?<=\S)\t(?=\S)")
_VALUE_APART = re.compile(r"[^\s][;,]\S")


def _is_rule(text: str, cells: Row) -> bool:
    return all(_RULE.fullmatch(text, *cell) for cell in cells)


def lines_of(text: str) -> Iterator[Cell]:
    """The lines of a text without the spaces around their words."""
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        first = start + (line.index(bare) if bare else 0)
        yield Cell(first, first + len(bare))
        start += len(line) + 1


def _spaced(text: str) -> dict[int, str]:
    """The lines of values with a space behind each sign, by their start: "Canada; Kyoto; 2012".

    Only where several in a row have as many values, all short: else it is a sentence. Where
    columns of spaces part cells, a sign stands within one: "Chile  s 1997, r 2001  s 2008, r 2010".
    """
    found: dict[int, str] = {}
    for sign in ("; ", ", "):
        run: list[Cell] = []
        for line in (*lines_of(text), Cell(len(text), len(text))):
            words = text[slice(*line)]
            if (
                run
                and words.count(sign) == text[slice(*run[-1])].count(sign)
                and _is_short(words, sign)
            ):
                run.append(line)
                continue
            if len(run) >= _FEWEST_SPACED:
                found |= {one.start: sign.strip() for one in run}
            run = [line] if words.count(sign) >= _FEWEST and _is_short(words, sign) else []
    return found


_FEWEST_SPACED = 3  # lines
_SHORT_VALUE = 32


def _is_short(words: str, sign: str) -> bool:
    values = words.split(sign)
    if words.endswith(".") or _COLUMNS.search(words) is not None:
        return False
    return all(0 < len(one) <= _SHORT_VALUE for one in values)


_COLUMNS = re.compile(r"\S {2,}\S")


def _cells(text: str, line: Cell, spaced: str | None = None) -> Row:
    bare = text[line.start : line.end]
    lead = text[text.rfind("\n", 0, line.start) + 1 : line.start]
    if BAR in bare:
        cells = [*_between(text, line, BAR)]
        framed = bare.startswith(BAR) and bare.endswith(BAR)  # as Markdown has it
        cells = cells[1:-1] if framed else cells
    elif "\t" in bare:
        cells = [*_between(text, line, "\t")]
        cells = [_nothing(line, lead)] * ("\t" in lead) + cells
    elif (sign := _of_values(bare)) is not None:
        cells = [*_between(text, line, sign)]
    elif spaced is not None:
        cells = [*_between(text, line, spaced)]
    elif (led := [*_led(text, line)])[1:]:
        cells = led
    elif line.end - line.start <= _LONGEST:
        cells = [Cell(*match.span()) for match in _CELL.finditer(text, *line)]
        cells = cells if _are_short(cells) else []
        cells = [_nothing(line, lead)] * (len(lead) >= _INDENT) + cells if cells else []
    else:
        cells = []
    return cells if len(cells) >= _FEWEST else ()


def _led(text: str, line: Cell) -> Iterator[Cell]:
    """What dots lead from and to: "Peru ...... 3 December 1997 ...... 17 June 1998"."""
    start = line.start
    for leader in _LEADER.finditer(text, *line):
        if leader.start() > start and leader.end() < line.end:
            yield Cell(start, leader.start())
            start = leader.end()
    yield Cell(start, line.end)


def _are_short(cells: Sequence[Cell]) -> bool:
    """Whether no cell is as long as a sentence, but the last behind two or more short ones."""
    widths = [one.end - one.start for one in cells]
    others = widths[:-1]
    apart = len(others) >= _FEWEST and max(others) <= _SHORT_VALUE
    return max(others, default=0) <= _LONGEST_CELL and all(
        width <= (_LONGEST_LAST if apart else _LONGEST_CELL) for width in widths
    )


def _nothing(line: Cell, lead: str) -> Cell:
    """The empty cell above the names of rows, where the heads begin further to the right."""
    return Cell(line.start - len(lead), line.start - len(lead))


def _of_values(bare: str) -> str | None:
    """The sign between values that were pasted from a file: "Senegal;1999", "Senegal,1999,yes"."""
    plain = _unquoted(bare)
    return next((sign for sign, form in _VALUES.items() if form.fullmatch(plain)), None)


def is_of_values(words: str) -> bool:
    """Whether the words are values in quotation marks, and no one's words."""
    return '","' in words or '";"' in words


_VALUES = {
    ";": re.compile(r"[^;]*[^\s;](?:;(?=[^\s;]|;|$)[^;]*)+"),
    ",": re.compile(r"[^,\s][^,]*(?:,(?=[^\s,]|,|$)[^,]*){2,}"),
}


def _between(text: str, line: Cell, sign: str) -> Iterator[Cell]:
    start = line.start
    bare = text[line.start : line.end]
    for masked in (bare if sign == BAR else _unquoted(bare)).split(sign):
        cell = text[start : start + len(masked)]
        inner = cell.strip().strip('"')
        first = start + (cell.index(inner) if inner else 0)
        yield Cell(first, first + len(inner))
        start += len(cell) + 1


def fitted(text: str, head: Row, cells: Row) -> Row:
    """The cells under the columns of the head; none where they cannot be laid under it."""
    if len(cells) == len(head) or not head:
        return cells
    line, above = text[cells[0].start : cells[-1].end], text[head[0].start : head[-1].end]
    if BAR in line or BAR in above or len(cells) > len(head):
        return ()
    if "\t" in line and "\t" in above:
        nothing = Cell(cells[-1].end, cells[-1].end)  # no tabs are written behind the last word
        return (*cells, *[nothing] * (len(head) - len(cells)))
    return _under(text, head, cells)


def _under(text: str, head: Row, cells: Row) -> Row:
    """Cells of aligned columns, each under the last head that begins no further right."""
    columns = [_indent(text, cell) for cell in head]
    placed: dict[int, Cell] = {}
    for cell in cells:
        indent = _indent(text, cell) + _BESIDE
        at = sum(column <= indent for column in columns) - 1
        if at < 0 or at in placed:
            return ()
        placed[at] = cell
    last = cells[-1].end
    return [placed.get(at, Cell(last, last)) for at in range(len(head))]


def _indent(text: str, cell: Cell) -> int:
    return cell.start - text.rfind("\n", 0, cell.start) - 1
