"""The end notes of a page, each read for the rows that point to it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from treatywatch.ledger.imports.aids import Aids
from treatywatch.ledger.imports.endnotes import read_end_note
from treatywatch.ledger.imports.imported import EndNote
from treatywatch.ledger.imports.noted import NotedAct
from treatywatch.ledger.imports.page import PageNote, StatusPage
from treatywatch.ledger.imports.status_table import StatusRow
from treatywatch.values import frozen


@frozen
class ReadNote:
    """An end note with the acts it tells of, and what belongs into the notes of the row's acts."""

    end_note: EndNote
    acts: tuple[NotedAct, ...]
    told: tuple[str, ...]


def read_notes(page: StatusPage, rows: Sequence[StatusRow], aids: Aids) -> dict[str, ReadNote]:
    """The end notes by number. A number in the table without its note is a fault."""
    rows_of = _rows_of(rows)
    notes = {note.number: _read(note, rows_of.get(note.number, ()), aids) for note in page.notes}
    for row in rows:
        for number in row.notes:
            if number not in notes:
                told = f"{row.participant} points to end note {number}, which is not on the page"
                aids.faults.add(row.line, "no-such-end-note", told)
    return notes


def _rows_of(rows: Sequence[StatusRow]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for number in row.notes:
            found[number].append(row.participant)
    return {number: tuple(dict.fromkeys(who)) for number, who in found.items()}


def _read(note: PageNote, row: tuple[str, ...], aids: Aids) -> ReadNote:
    reading = read_end_note(note, row, aids.names, aids.words)
    for code, told in reading.complaints:
        aids.faults.add(note.line, code, told)
    meanings = tuple(dict.fromkeys(reading.meanings))
    return ReadNote(
        EndNote(note.number, note.line, row, meanings),
        tuple(reading.acts),
        tuple(dict.fromkeys(reading.told)),
    )
