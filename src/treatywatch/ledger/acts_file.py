"""Acts, steps at home and armed conflicts, as the record's tables write them."""

from treatywatch.law.act import Act, Step
from treatywatch.law.participant import Conflict
from treatywatch.law.terms import ActKind, Answer, Confidence, Stage
from treatywatch.ledger.table import CellFault, Row

ACT_COLUMNS = (
    "participant",
    "act",
    "done_on",
    "received_on",
    "learned_on",
    "effect_printed",
    "named_date",
    "target",
    "source",
    "confidence",
    "note",
)
UNIT_COLUMNS = ("part", "territory")
"""Columns that a table of acts may have: what an act concerns, short of the whole."""

STEP_COLUMNS = ("participant", "stage", "done_on", "by", "source", "confidence", "note")
TOWARDS_COLUMNS = ("towards",)
"""A column that a table of steps may have: ``suspension`` where one was not towards leaving."""
_SUSPENSION = "suspension"

CONFLICT_COLUMNS = ("participant", "since", "until", "in_armed_conflict", "source", "note")


def act_from(row: Row, treaty: str) -> Act:
    """One act; a day left open is filled from the one before it (done, received, learned)."""
    done_on = row.partial("done_on")
    if done_on is None:
        raise CellFault("empty-cell", "done_on is empty; an act without a date is not an act")
    received_on = row.partial("received_on") or done_on
    learned_on = row.partial("learned_on") or received_on
    if received_on.last() < done_on.first() or learned_on.last() < received_on.first():
        raise CellFault("days-out-of-order", "an act is done, then received, then learned of")
    kind, territory = row.kind("act", ActKind), row.text("territory") or None
    if kind is ActKind.TERRITORIAL_EXCLUSION and territory is None:
        raise CellFault("empty-cell", "territory is empty; say which territory is excluded")
    return Act(
        treaty=treaty,
        participant=row.required("participant"),
        kind=kind,
        done_on=done_on,
        received_on=received_on,
        learned_on=learned_on,
        source=row.required("source"),
        confidence=row.kind("confidence", Confidence),
        effect_printed=row.partial("effect_printed"),
        named_date=row.day("named_date"),
        target=row.text("target") or None,
        note=row.text("note"),
        part=row.text("part") or None,
        territory=territory,
    )


def step_from(row: Row, treaty: str) -> Step:
    """One step at home."""
    done_on = row.partial("done_on")
    if done_on is None:
        raise CellFault("empty-cell", "done_on is empty; write the month or the year if no more")
    towards = row.text("towards")
    if towards not in ("", _SUSPENSION):
        raise CellFault(
            "unknown-value", f"towards is {towards!r}; leave it empty or write suspension"
        )
    return Step(
        treaty=treaty,
        participant=row.required("participant"),
        stage=row.kind("stage", Stage),
        done_on=done_on,
        by=row.text("by"),
        source=row.required("source"),
        confidence=row.kind("confidence", Confidence),
        note=row.text("note"),
        of_suspension=towards == _SUSPENSION,
    )


def conflict_from(row: Row) -> Conflict:
    """One statement on armed conflict."""
    since = row.partial("since")
    if since is None:
        raise CellFault("empty-cell", "since is empty; write the year if no more is known")
    return Conflict(
        participant=row.required("participant"),
        since=since,
        until=row.partial("until"),
        in_armed_conflict=row.kind("in_armed_conflict", Answer),
        source=row.required("source"),
        note=row.text("note"),
    )
