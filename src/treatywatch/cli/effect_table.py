"""A table of acts as spreadsheets save it: which column is which, and what each row asks."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from treatywatch.errors import UnreadableInput
from treatywatch.ledger.table_words import as_heading, table_words

COLUMNS = ("treaty", "participant", "act", "date")
NAMED, PART, TERRITORY = "named_date", "part", "territory"
_DELIMITERS = ",;\t|"
_TOLD_BY_EXCEL = "sep="
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OF_OLD_SPREADSHEETS = "cp1252"


class Row(NamedTuple):
    """One row: what it asks under our own names, its further columns as they are, its trouble.

    ``printed`` is the day of effect that the row brings along, None without such a column;
    ``part`` and ``territory`` narrow the act, empty where it is about the whole.
    """

    asked: Mapping[str, str]
    named_date: str = ""
    further: Mapping[str, str] | None = None
    printed: str | None = None
    part: str = ""
    territory: str = ""
    trouble: str | None = None


def read_table(path: Path) -> tuple[Row, ...]:
    """The rows of a CSV file, whatever its delimiter and the habits of its headings.

    Raises :class:`UnreadableInput` for a file that is no such table; a row that is torn is a row
    with its trouble.
    """
    text = _text(path)
    if "\0" in text:
        raise _no_table(path, "it is no text")
    delimiter, body = _delimited(text)
    try:
        lines = [
            line for line in csv.reader(StringIO(body, newline=""), delimiter=delimiter) if line
        ]
    except csv.Error as error:
        raise _no_table(path, str(error)) from error
    heads = [head.strip() for head in lines[0]] if lines else []
    layout = _Layout(heads, _places(path, heads))
    return tuple(map(layout.row, lines[1:]))


def _text(path: Path) -> str:
    raw = path.read_bytes()
    encoding = _BYTE_ORDER_MARKS.get(raw[:2], "utf-8-sig")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode(_OF_OLD_SPREADSHEETS)
    except UnicodeDecodeError as error:
        raise UnreadableInput(path.name, "it is not UTF-8", "Save it as CSV in UTF-8.") from error


def _delimited(text: str) -> tuple[str, str]:
    """The delimiter and the table; the one that parts the headings best, a comma in doubt."""
    first, _, rest = text.partition("\n")
    if first.casefold().startswith(_TOLD_BY_EXCEL) and first.strip()[len(_TOLD_BY_EXCEL) :]:
        return first[len(_TOLD_BY_EXCEL)], rest
    return max(_DELIMITERS, key=first.count), text


def _places(path: Path, heads: Sequence[str]) -> Mapping[str, int]:
    """Where our columns stand: under their own name, else under the best other name."""
    plain = [as_heading(head) for head in heads]
    places: dict[str, int] = {}
    for column, names in table_words().columns.items():
        found = next((plain.index(name) for name in names if name in plain), None)
        if found is not None and found not in places.values():
            places[column] = found
    missing = [name for name in COLUMNS if name not in places]
    if missing:
        raise _no_table(path, f"it has no column {' or '.join(missing)}")
    return places


class _Layout:
    """Which cell of a row is which column; worked out once for the table."""

    def __init__(self, heads: Sequence[str], places: Mapping[str, int]) -> None:
        self.width = len(heads)
        self.asked = itemgetter(*(places[name] for name in COLUMNS))
        self.told = {name: places[name] for name in (NAMED, PART, TERRITORY) if name in places}
        taken = set(places.values())
        own = [(head, at) for at, head in enumerate(heads) if head and at not in taken]
        self.printed = _printed(own)
        self.further = (*own, *((heads[at], at) for at in self.told.values()))

    def row(self, cells: Sequence[str]) -> Row:
        """The row of those cells; a short one is empty at its end."""
        if len(cells) == self.width == len(COLUMNS):  # the table has no other columns
            return Row(dict(zip(COLUMNS, self.asked(cells), strict=True)))
        too_many = len(cells) > self.width and any(c.strip() for c in cells[self.width :])
        if len(cells) < self.width:
            cells = [*cells, *[""] * (self.width - len(cells))]
        asked = dict(zip(COLUMNS, self.asked(cells), strict=True))
        told = {name: cells[at] for name, at in self.told.items()}
        return Row(
            asked,
            told.get(NAMED, ""),
            {head: cells[at] for head, at in self.further},
            None if self.printed is None else cells[self.printed],
            told.get(PART, ""),
            told.get(TERRITORY, ""),
            "the row has more cells than the header: quote cells with commas" if too_many else None,
        )


def _printed(columns: Sequence[tuple[str, int]]) -> int | None:
    """Where the table prints a day of effect of its own: under the best name for it."""
    by_heading = {as_heading(head): at for head, at in columns}
    names = (name for name in table_words().printed if name in by_heading)
    return next((by_heading[name] for name in names), None)


def _no_table(path: Path, why: str) -> UnreadableInput:
    return UnreadableInput(
        path.name, why, f"Give a CSV table with the columns {', '.join(COLUMNS)}."
    )
