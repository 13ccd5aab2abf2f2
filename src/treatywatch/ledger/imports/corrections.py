"""What the record holds beside the depositary's page, each difference with its reason and source.

A correction that no longer changes anything says so: the page has caught up and the row can go.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from treatywatch.errors import NotADate
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.imports.amendments import AN_ACT, Field, amended
from treatywatch.ledger.imports.assemble import in_order
from treatywatch.ledger.table import CellFault, Row, read_table
from treatywatch.values import frozen

COLUMNS = ("change", "participant", "act", "date", "field", "value", "why", "source")


class Change(StrEnum):
    """What a correction does to the acts of a page."""

    ADD = "add"
    AMEND = "amend"
    DROP = "drop"


@frozen
class Correction:
    """One row: the act it is about (by participant, kind and day) and what changes, why.

    ``field`` and ``value`` are used by an amendment only; an added act takes ``why`` as its note.
    """

    treaty: str
    file: str
    line: int
    change: Change
    participant: str
    kind: ActKind
    day: PartialDate
    field: Field | None
    value: str
    why: str
    source: str

    def is_about(self, act: Act) -> bool:
        """Whether the act is the one that the row names."""
        same = act.participant == self.participant and act.kind is self.kind
        return same and act.done_on == self.day

    @property
    def told_field(self) -> str:
        """The amended field in words: "effect printed"."""
        return "" if self.field is None else self.field.replace("_", " ")

    def fault(self, code: str, words: str) -> Fault:
        """A fault at this row."""
        return Fault(self.file, self.line, code, words)


def read_corrections(path: Path) -> tuple[tuple[Correction, ...], tuple[Fault, ...]]:
    """The corrections of one treaty's file; no file means no corrections."""
    if not path.exists():
        return (), ()
    build = partial(_correction_from, treaty=path.stem)
    built, faults = read_table(path, f"corrections/{path.name}", COLUMNS, build)
    return tuple(correction for _, correction in built), tuple(faults)


def _correction_from(row: Row, treaty: str) -> Correction:
    change, day = row.kind("change", Change), row.partial("date")
    if day is None:
        raise CellFault("empty-cell", "date is empty; it tells which act is meant")
    correction = Correction(
        treaty=treaty,
        file=row.file,
        line=row.line,
        change=change,
        participant=row.required("participant"),
        kind=row.kind("act", ActKind),
        day=day,
        field=row.kind("field", Field) if change is Change.AMEND else None,
        value=row.text("value"),
        why=row.required("why"),
        source=row.required("source"),
    )
    if correction.field is not None:
        _check_value(correction.field, correction.value)
    return correction


def _check_value(field: Field, value: str) -> None:
    try:
        amended(AN_ACT, field, value)
    except (NotADate, ValueError) as error:
        raise CellFault("wrong-value", f"value of {field}: {error}") from error


def apply_corrections(
    acts: Iterable[Act], corrections: Sequence[Correction]
) -> tuple[tuple[Act, ...], tuple[Fault, ...]]:
    """The acts as corrected, in the order of the file's rows, and what is to be said about it.

    Fault codes: ``correction-caught-up`` (the page now says the same: drop the row),
    ``correction-without-act`` (the act to amend is not there).
    """
    corrected, faults = list(acts), []
    for correction in corrections:
        fault = _APPLIERS[correction.change](corrected, correction)
        if fault is not None:
            faults.append(fault)
    return in_order(corrected), tuple(faults)


def _add(acts: list[Act], correction: Correction) -> Fault | None:
    if any(correction.is_about(act) for act in acts):
        return _caught_up(correction)
    day = correction.day
    acts.append(
        Act(
            correction.treaty,
            correction.participant,
            correction.kind,
            day,
            day,
            day,
            correction.source,
            note=correction.why,
        )
    )
    return None


def _drop(acts: list[Act], correction: Correction) -> Fault | None:
    before = len(acts)
    acts[:] = [act for act in acts if not correction.is_about(act)]
    return _caught_up(correction) if len(acts) == before else None


def _amend(acts: list[Act], correction: Correction) -> Fault | None:
    assert correction.field is not None
    place = next((i for i, act in enumerate(acts) if correction.is_about(act)), None)
    if place is None:
        return _not_there(acts, correction)
    changed = amended(acts[place], correction.field, correction.value)
    if changed == acts[place]:
        return _caught_up(correction)
    acts[place] = _with_provenance(changed, correction)
    return None


def _not_there(acts: Sequence[Act], correction: Correction) -> Fault:
    """An act under its corrected day means that the page has caught up."""
    moved = (
        replace(correction, day=PartialDate.parse(correction.value))
        if (correction.field is Field.DONE_ON)
        else correction
    )
    if moved is not correction and any(moved.is_about(act) for act in acts):
        return _caught_up(correction)
    words = (
        f"no {correction.kind} of {correction.participant} on {correction.day}: nothing to amend"
    )
    return correction.fault("correction-without-act", words)


def _caught_up(correction: Correction) -> Fault:
    words = (
        f"the page now agrees on the {correction.kind} of {correction.participant} "
        f"({correction.day}): the row changes nothing and can be deleted"
    )
    return correction.fault("correction-caught-up", words)


def _with_provenance(act: Act, correction: Correction) -> Act:
    """Say in the act's note where the amended value comes from."""
    if correction.field in (Field.NOTE, Field.CONFIDENCE, Field.TARGET):
        return act
    told = f"{correction.told_field}: {correction.source}"
    return replace(act, note=f"{act.note}; {told}" if act.note else told)


_APPLIERS: dict[Change, Callable[[list[Act], Correction], Fault | None]] = {
    Change.ADD: _add,
    Change.AMEND: _amend,
    Change.DROP: _drop,
}
