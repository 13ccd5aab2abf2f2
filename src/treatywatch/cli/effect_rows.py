"""``effect --from``: a table of acts in, one answer for each row out, in order."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from treatywatch import api
from treatywatch.cli.answers import effect_object, undetermined_object
from treatywatch.cli.printing import Json
from treatywatch.errors import NotADate, UnknownName, UnreadableInput
from treatywatch.ledger.ledger import Ledger

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
    named like a key of the answer is kept as ``given_...``.
    """
    for row in rows:
        answer = _answer(row, ledger)
        kept = {(f"given_{k}" if k in answer else k): v for k, v in row.items() if k not in COLUMNS}
        yield {**{name: row[name] for name in COLUMNS}, **kept, **answer}


def _answer(row: Mapping[str, str], ledger: Ledger) -> dict[str, Json]:
    try:
        asked = api.effect(
            row["treaty"],
            row["act"],
            row["date"].strip(),
            participant=row["participant"].strip() or None,
            ledger=ledger,
        )
    except (UnknownName, NotADate) as error:
        return undetermined_object(error)
    told = effect_object(asked)
    return {key: value for key, value in told.items() if key not in COLUMNS}


def _no_table(path: Path, why: str) -> UnreadableInput:
    return UnreadableInput(
        path.name, why, f"Give a CSV table with the columns {', '.join(COLUMNS)}."
    )
