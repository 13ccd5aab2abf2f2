"""Tables of wikis, whose cells may have a line each: each row becomes one line with bars."""

import re
from collections.abc import Iterator

from treatywatch.reading.markup.unmarked import Piece, Unmarked

_TABLE = re.compile(
    r"^[ \t:]*\{\|[^\n]*\n(?P<rows>(?:(?![ \t:]*(?:\|\}|\{\|))[^\n]*\n)+)[ \t:]*\|\}", re.MULTILINE
)
_LINE = re.compile(r"^[ \t]*(?P<sign>\|-|\|\+|[|!])?(?P<rest>[^\n]*)$", re.MULTILINE)
_BETWEEN = re.compile(r"\|\||!!")
_SETTINGS = re.compile(r"[ \t]*(?:[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s|]+)[ \t]*)+\|(?!\|)")

_Cell = tuple[int, int]


def without_table_marks(marked: Unmarked) -> Unmarked:
    """The text with the rows of its tables as lines: "Latvia | 27 June 2025"."""
    return marked.replaced(_TABLE, _rows)


def _rows(table: re.Match[str]) -> Iterator[Piece]:
    for row in _cells_of_rows(table):
        for number, cell in enumerate(row):
            yield " | " if number else "\n"
            yield cell
    yield "\n"


def _cells_of_rows(table: re.Match[str]) -> Iterator[list[_Cell]]:
    row: list[_Cell] = []
    for line in _LINE.finditer(table.string, *table.span("rows")):
        if line["sign"] in {"|-", "|+"}:
            yield from [row] if row else ()
            row = []
            yield from [[line.span("rest")]] if line["sign"] == "|+" else ()
        elif line["sign"]:
            row += _cells(table.string, *line.span("rest"))
        elif row and line["rest"].strip():
            row[-1] = (row[-1][0], line.end()) if _one_line(table.string, row[-1]) else row[-1]
    yield from [row] if row else ()


def _one_line(text: str, cell: _Cell) -> bool:
    return "\n" not in text[slice(*cell)]


def _cells(text: str, start: int, end: int) -> Iterator[_Cell]:
    for between in [*_BETWEEN.finditer(text, start, end)]:
        yield _bare(text, start, between.start())
        start = between.end()
    yield _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> _Cell:
    """A cell without its settings and the spaces around it."""
    if settings := _SETTINGS.match(text, start, end):
        start = settings.end()
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
