"""A table of acts as spreadsheets save it: which column is which, and what each row asks."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from operator import itemgetter
from pathlib import Path

from treatywatch.cli.effect_row import COLUMNS, Row
from treatywatch.cli.effect_wide import acts_of_columns, wide_rows
from treatywatch.errors import UnreadableInput
from treatywatch.ledger.table_words import as_heading, holds_any, table_words

NAMED, PART, TERRITORY = "named_date", "part", "territory"
_NAME_IT = "Name it before the table: treatywatch effect TREATY --from FILE."
_GIVEN = "treaty"
_LOOKED_AT = 20  # lines by which the delimiter is told
_DELIMITERS = ",;\t|"
_TOLD_BY_EXCEL = "sep="
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OF_OLD_SPREADSHEETS = "cp1252"


def read_table(path: Path, treaty: str | None = None) -> tuple[Row, ...]:
    """The rows of a CSV file, whatever its delimiter and the habits of its headings.

    ``treaty`` is what all rows are on where no column says so. A table with a column for each kind
    of act ("Signature", "Ratification") gives a row for each of its days.

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
    places = _places(heads)
    if treaty is not None and "treaty" not in places:
        heads, places = [*heads, _GIVEN], {**places, "treaty": len(heads)}
        lines = [[*line, *[""] * (len(heads) - 1 - len(line)), treaty] for line in lines]
    missing = [name for name in COLUMNS if name not in places]
    acts = acts_of_columns(heads, places) if set(missing) >= {"act", "date"} else {}
    if acts and missing == ["treaty", "act", "date"]:
        raise UnreadableInput(path.name, "it does not say of which treaty", _NAME_IT)
    if set(missing) > {"act", "date"} or (missing and not acts):
        raise _no_table(path, f"it has no column {' or '.join(missing)}")
    if acts:
        return tuple(wide_rows(heads, places, acts, lines[1:]))
    layout = _Layout(heads, places)
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
    """The delimiter and the table; the one that parts the rows as it does the headings."""
    first, _, rest = text.partition("\n")
    if first.casefold().startswith(_TOLD_BY_EXCEL) and first.strip()[len(_TOLD_BY_EXCEL) :]:
        return first[len(_TOLD_BY_EXCEL)], rest
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]

    def parted(sign: str) -> int:
        return sum(min(line.count(sign), first.count(sign)) for line in lines)

    return max(_DELIMITERS, key=parted), text


def _places(heads: Sequence[str]) -> Mapping[str, int]:
    """Where our columns stand: under their own name, else under the best other name.

    What is still missing then is the one column left whose heading has such a name among its
    words: "Deposited on", "Date received (UN)".
    """
    plain = [as_heading(head) for head in heads]
    places: dict[str, int] = {}
    for column, names in table_words().columns.items():
        found = next((plain.index(name) for name in names if name in plain), None)
        if found is not None and found not in places.values():
            places[column] = found
    for column in COLUMNS:
        left = (at for at in range(len(heads)) if at not in places.values())
        near = [at for at in left if column not in places and _is_near(plain[at], column)]
        if len(near) == 1:
            places[column] = near[0]
    return places


def _is_near(heading: str, column: str) -> bool:
    words = table_words()
    return not holds_any(heading, words.printed) and holds_any(heading, words.columns[column])


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
    names = table_words().printed
    exact = (by_heading[name] for name in names if name in by_heading)
    near = [at for heading, at in by_heading.items() if holds_any(heading, names)]
    return next(exact, near[0] if len(near) == 1 else None)


def _no_table(path: Path, why: str) -> UnreadableInput:
    return UnreadableInput(
        path.name, why, f"Give a CSV table with the columns {', '.join(COLUMNS)}."
    )
