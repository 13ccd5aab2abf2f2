"""Tables of wikis, whose cells may have a line each: each row becomes one line with bars."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.markup.unmarked import Piece, Unmarked
from treatywatch.values import frozen

_TABLE = re.compile(
    r"^[ \t:]*\{\|[^\n]*\n(?P<rows>(?:(?![ \t:]*(?:\|\}|\{\|))[^\n]*\n)+)[ \t:]*\|\}", re.MULTILINE
)
_LINE = re.compile(r"^[ \t]*(?P<sign>\|-|\|\+|[|!])?(?P<rest>[^\n]*)$", re.MULTILINE)
_BETWEEN = re.compile(r"\|\||!!")
_SETTINGS = re.compile(r"[ \t]*(?:[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s|]+)[ \t]*)+\|(?!\|)")

_SPAN = re.compile(r"\b(?P<which>row|col)span[ \t]*=[ \t]*[\"']?(?P<many>\d{1,2})\b", re.IGNORECASE)
_EMPTY = (0, 0)


@frozen
class _Cell:
    """Where the words of a cell stand, and over how many rows and columns it reaches."""

    words: tuple[int, int]
    down: int = 1
    across: int = 1


def without_table_marks(marked: Unmarked) -> Unmarked:
    """The text with the rows of its tables as lines: "Latvia | 27 June 2025"."""
    return marked.replaced(_TABLE, _rows)


def _rows(table: re.Match[str]) -> Iterator[Piece]:
    reaching: dict[int, _Cell] = {}
    for row in _cells_of_rows(table):
        for number, words in enumerate(_filled(row, reaching)):
            yield " | " if number else "\n"
            yield words
    yield "\n"


def _filled(row: list[_Cell], reaching: dict[int, _Cell]) -> Iterator[tuple[int, int]]:
    """The words of each column, those of cells that reach down from the rows above among them."""
    waiting = iter(row)
    column = 0
    while (cell := reaching.pop(column, None) or next(waiting, None)) is not None:
        for at in range(cell.across):
            words = _EMPTY if at else cell.words
            if cell.down > 1:
                reaching[column] = _Cell(words, cell.down - 1)
            yield words
            column += 1


def _cells_of_rows(table: re.Match[str]) -> Iterator[list[_Cell]]:
    row: list[_Cell] = []
    for line in _LINE.finditer(table.string, *table.span("rows")):
        if line["sign"] in {"|-", "|+"}:
            yield from [row] if row else ()
            row = []
            yield from [[_Cell(line.span("rest"))]] if line["sign"] == "|+" else ()
        elif line["sign"]:
            row += _cells(table.string, *line.span("rest"))
        elif row and line["rest"].strip():
            row[-1] = replace(row[-1], words=(row[-1].words[0], line.end()))
    yield from [row] if row else ()


def _cells(text: str, start: int, end: int) -> Iterator[_Cell]:
    for between in [*_BETWEEN.finditer(text, start, end)]:
        yield _cell(text, start, between.start())
        start = between.end()
    yield _cell(text, start, end)


def _cell(text: str, start: int, end: int) -> _Cell:
    """A cell without its settings and the spaces around it."""
    spans: dict[str, int] = {}
    if settings := _SETTINGS.match(text, start, end):
        start = settings.end()
        found = _SPAN.finditer(settings[0])
        spans = {one["which"].lower(): max(1, int(one["many"])) for one in found}
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return _Cell((start, max(start, end)), spans.get("row", 1), spans.get("col", 1))
