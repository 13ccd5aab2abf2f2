"""What the columns of a status table and the letters in its cells stand for.

"Ratification, Acceptance(A), Accession(a)" says that a date without a letter is a ratification,
one with "A" an acceptance. The legend is the page's own; the record only knows the kinds by name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.imports.page import Cell
from treatywatch.ledger.imports.page_words import Heading, PageWords
from treatywatch.ledger.imports.printed_dates import PRINTED_DAY, read_day
from treatywatch.values import frozen

_PART = re.compile(r"\s*(?P<words>[^,()]*[^,()\s])\s*(?:\((?P<letter>[A-Za-z]{1,3})\))?\s*(?:,|$)")
_ENTRY = re.compile(
    rf"(?P<open>\[)?\s*(?P<day>{PRINTED_DAY})\s*(?P<letter>[A-Za-z]{{1,3}}(?!\w))?\s*\]?"
)


@frozen
class Column:
    """One column: what its letters mean, and what a date without a letter means (None: nothing)."""

    plain: Heading | None
    letters: Mapping[str, Heading]
    unknown: tuple[str, ...] = ()


@frozen
class Entry:
    """One dated act in a cell; ``bracketed`` where the depositary has set it aside."""

    heading: Heading
    day: PartialDate
    bracketed: bool


@dataclass(slots=True)
class CellReading:
    """What a cell says, and in words what of it could not be read (fault code, words)."""

    entries: list[Entry] = field(default_factory=list)
    complaints: list[tuple[str, str]] = field(default_factory=list)


def read_column(heading: str, words: PageWords) -> Column:
    """The legend that a column heading gives."""
    plain: Heading | None = None
    letters: dict[str, Heading] = {}
    unknown = []
    for name, letter in _parts(heading):
        known = _known_heading(name, words)
        if known is None:
            unknown.append(name)
        elif letter:
            letters[letter] = known
        else:
            plain = plain or known
    return Column(plain, letters, tuple(unknown))


def _parts(heading: str) -> Iterator[tuple[str, str | None]]:
    for match in _PART.finditer(heading):
        yield match["words"], match["letter"]


def _known_heading(name: str, words: PageWords) -> Heading | None:
    """The kind of act whose name begins the words ("Provisional application under article 23")."""
    folded = name.casefold()
    fitting = [h for h in words.headings if re.match(rf"{h.words.casefold()}(?!\w)", folded)]
    return max(fitting, key=lambda h: len(h.words), default=None)


def read_cell(cell: Cell, column: Column, words: PageWords) -> CellReading:
    """The dated acts of a cell; whatever is left over is a complaint."""
    reading = CellReading()
    for match in _ENTRY.finditer(cell.text):
        _read_entry(match, column, words, reading)
    rest = _ENTRY.sub(" ", cell.text).strip(" ,;\u00a0")
    if rest:
        reading.complaints.append(("cell-not-read", f'"{rest}" in a cell could not be read'))
    return reading


def _read_entry(
    match: re.Match[str], column: Column, words: PageWords, reading: CellReading
) -> None:
    letter = match["letter"]
    heading = column.letters.get(letter) if letter else column.plain
    if heading is None:
        reading.complaints.append(_unknown_letter(match, column))
        return
    try:
        day = read_day(match["day"], words.months)
    except NotADate as error:
        reading.complaints.append(("not-a-date", str(error)))
        return
    reading.entries.append(Entry(heading, day, match["open"] is not None))


def _unknown_letter(match: re.Match[str], column: Column) -> tuple[str, str]:
    known = ", ".join(f"{letter} ({h.act})" for letter, h in column.letters.items()) or "none"
    if match["letter"]:
        words = f'the letter "{match["letter"]}" of "{match["day"]}" is not in the heading: {known}'
    else:
        words = f'"{match["day"]}" has no letter, and the heading has no kind without one: {known}'
    return ("unknown-letter", words)
