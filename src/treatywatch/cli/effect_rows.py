"""``effect --from``: a table of acts in, one answer for each row out, in order."""

import csv
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import TypeVar

from treatywatch import api
from treatywatch.errors import NotADate, UnknownName, UnreadableInput
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.answers_json import undetermined_object, when_object
from treatywatch.publishing.plain_json import Json, plain
from treatywatch.status.foresight import effect

Found = TypeVar("Found")

COLUMNS = ("treaty", "participant", "act", "date")


def read_rows(path: Path) -> tuple[Mapping[str, str], ...]:
    """The rows of a CSV file with the columns treaty, participant, act and date.

    Raises :class:`UnreadableInput` for a file that is no such table; nothing is answered then.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(path.name, "it is not UTF-8", "Save it as CSV in UTF-8.") from error
    try:
        reader = csv.DictReader(StringIO(text, newline=""), restkey="", restval="")
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise _no_table(path, f"it has no column {' or '.join(missing)}")
        rows = tuple(dict(row) for row in reader)
    except csv.Error as error:
        raise _no_table(path, str(error)) from error
    too_long = [at for at, row in enumerate(rows, start=2) if "" in row]
    if too_long:
        raise _no_table(path, f"row {too_long[0]} has more cells than the header")
    return rows


def answers(rows: tuple[Mapping[str, str], ...], ledger: Ledger) -> Iterator[dict[str, Json]]:
    """One object a row: its own columns, then ``effect`` (or null), why, and the reasons.

    A row that names an unknown treaty, participant or act, or a day that does not exist, is
    undetermined with that reason: one bad row does not hide the others. A further column that is
    named like a key of the answer is kept as ``given_...``; where the table has an ``effect`` of
    its own, ``differs`` says whether it is another one (null where the row has none).
    """
    asker = _Asker(ledger)
    for row in rows:
        answer = asker.answer(row)
        kept: dict[str, Json] = {
            f"given_{name}" if name in answer else name: cell
            for name, cell in row.items()
            if name not in COLUMNS
        }
        if "effect" in row:
            given = row["effect"].strip()
            kept["differs"] = given != answer["effect"] if given else None
        yield {**{name: row[name] for name in COLUMNS}, **kept, **answer}


class _Asker:
    """Asks the record row by row; a name that comes again is not looked up again."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._treaty = _once(lambda name: ledger.treaty(name).id)
        self._participant = _once(lambda name: ledger.participant(name).id)
        self._kind = _once(api.act_kind)

    def answer(self, row: Mapping[str, str]) -> dict[str, Json]:
        """The answer to one row, without the columns that it was asked with."""
        try:
            who = row["participant"].strip()
            asked = effect(
                self._ledger,
                self._treaty(row["treaty"]),
                self._kind(row["act"]),
                api.exact_day(row["date"].strip()),
                self._participant(who) if who else None,
            )
        except (UnknownName, NotADate) as error:
            return undetermined_object(error)
        return {**when_object(asked.when, "effect"), "reasons": plain(asked.reasons)}


def _once(look_up: Callable[[str], Found]) -> Callable[[str], Found]:
    """The same look-up, which remembers what it found and what it did not find."""
    found: dict[str, Found | UnknownName] = {}

    def remembered(name: str) -> Found:
        if name not in found:
            try:
                found[name] = look_up(name)
            except UnknownName as error:
                found[name] = error
        known = found[name]
        if isinstance(known, UnknownName):
            raise known
        return known

    return remembered


def _no_table(path: Path, why: str) -> UnreadableInput:
    return UnreadableInput(
        path.name, why, f"Give a CSV table with the columns {', '.join(COLUMNS)}."
    )
