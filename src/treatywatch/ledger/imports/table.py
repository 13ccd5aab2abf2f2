"""Tables of acts made by hand or by others, brought into the form of the record.

For treaties whose depositary has no page that can be read. A treaty with several depositaries has
a row for each: the earliest is the act, the others are told in its note.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from treatywatch.errors import UnknownName
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.participant import Participant
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.ledger.act_words import act_kind
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.imports.assemble import in_order
from treatywatch.ledger.imports.names import NameBook, name_book
from treatywatch.ledger.table import CellFault, Row, read_rows
from treatywatch.values import frozen

REQUIRED = ("participant", "action", "date", "source_url")
OPTIONAL = (
    "treaty",
    "iso3",
    "official_effect_date",
    "confidence",
    "note",
    "depositary",
)


@frozen
class TableImport:
    """The acts of a table, in the order of the record, and the rows that gave none."""

    acts: tuple[Act, ...]
    faults: tuple[Fault, ...]


@frozen
class _Lookup:
    """What a row is resolved with."""

    treaty: str
    participants: Mapping[str, Participant]
    names: NameBook
    sources: Mapping[str, str]


def import_table(
    path: Path,
    *,
    treaty: str,
    participants: Mapping[str, Participant],
    sources: Mapping[str, str],
) -> TableImport:
    """Read a CSV table with the columns of ``REQUIRED`` and any of ``OPTIONAL``.

    ``treaty`` is the treaty of rows that name none, ``sources`` the ids of the record's sources by
    their address. A date may be a month or a year; a row without one is a fault, never a guess.
    """
    rows, faults = _rows(path)
    lookup = _Lookup(treaty, participants, name_book(participants), sources)
    acts: list[tuple[Act, str]] = []
    for row in rows:
        try:
            acts.append((_act(row, lookup), _cell(row, "depositary")))
        except CellFault as fault:
            faults.append(row.fault(fault.code, fault.words))
    return TableImport(in_order(_merged(acts)), tuple(faults))


def _rows(path: Path) -> tuple[list[Row], list[Fault]]:
    header = _header(path)
    unknown = [column for column in header if column not in (*REQUIRED, *OPTIONAL)]
    columns = [column for column in header if column not in unknown]
    return read_rows(path, path.name, tuple(dict.fromkeys((*REQUIRED, *columns))))


def _header(path: Path) -> Sequence[str]:
    """The columns of the file; an unreadable file is told of by whoever reads its rows."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [cell.strip() for cell in next(csv.reader(file), [])]
    except (OSError, UnicodeDecodeError):
        return ()


def _act(row: Row, lookup: _Lookup) -> Act:
    day = row.partial("date")
    if day is None:
        raise CellFault("empty-cell", "date is empty; write the month or the year if no more")
    return Act(
        treaty=_cell(row, "treaty") or lookup.treaty,
        participant=_participant(row, lookup),
        kind=_kind(row),
        done_on=day,
        received_on=day,
        learned_on=day,
        source=_source(row, lookup),
        confidence=_confidence(row),
        effect_printed=_effect(row),
        note=_cell(row, "note"),
    )


def _cell(row: Row, column: str) -> str:
    """The cell of a column that the table need not have."""
    return row.text(column) if column in row.cells else ""


def _participant(row: Row, lookup: _Lookup) -> str:
    code, printed = _cell(row, "iso3"), row.text("participant")
    if code in lookup.participants:
        return code
    known = lookup.names.find(printed)
    if known is None:
        near = " or ".join(lookup.names.nearest(printed))
        hint = f" (is it {near}?)" if near else ""
        raise CellFault("unknown-participant", f'"{printed}" is no known participant{hint}')
    return known


def _kind(row: Row) -> ActKind:
    action = row.required("action")
    try:
        return act_kind(action)
    except UnknownName as error:
        known = ", ".join(ActKind)
        raise CellFault("unknown-word", f'action: "{action}" is not one of {known}') from error


def _source(row: Row, lookup: _Lookup) -> str:
    address = row.required("source_url")
    if address not in lookup.sources:
        raise CellFault("unknown-source", f'"{address}" is in no file of sources/: add it there')
    return lookup.sources[address]


def _confidence(row: Row) -> Confidence:
    return row.kind("confidence", Confidence) if _cell(row, "confidence") else Confidence.MEDIUM


def _effect(row: Row) -> PartialDate | None:
    known = "official_effect_date" in row.cells
    return row.partial("official_effect_date") if known else None


def _merged(acts: Iterable[tuple[Act, str]]) -> Iterable[Act]:
    """One act where several depositaries each have one; acts without a depositary stay apart."""
    several: dict[tuple[str, str, ActKind], list[tuple[Act, str]]] = {}
    for act, depositary in acts:
        if depositary:
            several.setdefault((act.treaty, act.participant, act.kind), []).append(
                (act, depositary)
            )
        else:
            yield act
    for told in several.values():
        told.sort(key=lambda pair: (pair[0].done_on.first(), pair[1]))
        places = ", ".join(f"{depositary} {act.done_on}" for act, depositary in told)
        first = told[0][0]
        yield replace(first, note=f"{first.note}; {places}" if first.note else places)
