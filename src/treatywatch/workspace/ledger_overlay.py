"""The record with what the desk has accepted laid over it; the record itself is never changed."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.ledger.indicator import Source
from treatywatch.ledger.ledger import Ledger, TakenBack
from treatywatch.workspace.database import reading
from treatywatch.workspace.tables import ACTS

_LOOK_EVERY = 1.0  # seconds
DESK = "desk"
"""Sources of the desk are named "desk-" and the number of the act."""


class LedgerOverlay:
    """Gives the ledger that answers: the same object until the desk accepts or takes back an act.

    It asks the database once a second at the most, for one number.
    """

    def __init__(
        self,
        engine: Engine,
        record: Callable[[], Ledger],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine, self._record, self._clock = engine, record, clock
        self._lock = Lock()
        self._looked_at = float("-inf")
        self._made: tuple[int, Ledger, Ledger] | None = None  # newest act, record, both together

    def __call__(self) -> Ledger:
        """The ledger, at most a second old."""
        made = self._made
        if made is not None and self._clock() - self._looked_at < _LOOK_EVERY:
            return made[2]
        return self.renewed()

    def renewed(self) -> Ledger:
        """The ledger of this very moment."""
        with self._lock:
            self._looked_at = self._clock()
            record = self._record()
            with reading(self._engine) as connection:
                newest = connection.execute(select(func.max(ACTS.c.id))).scalar() or 0
                made = self._made
                if made is None or made[0] != newest or made[1] is not record:
                    made = (newest, record, overlaid(record, connection))
                self._made = made
            return made[2]


def overlaid(record: Ledger, connection: Connection) -> Ledger:
    """The record with the acts that the desk accepted, from the day of each decision on.

    What was taken back is known to have been taken for an act until then. An act that the record
    has by now is the record's.
    """
    rows = connection.execute(select(ACTS).order_by(ACTS.c.id)).all()
    if not rows:
        return record
    gone = {row.takes_back: row.learned_on for row in rows if not row.stands}
    added = [(row, _act(row)) for row in rows if row.stands and row.treaty in record.treaties]
    held = {act.id for acts in record.acts.values() for act in acts}
    new = [(row, act) for row, act in added if act.id not in held]
    standing = [act for row, act in new if row.id not in gone]
    taken_back = [TakenBack(act, gone[row.id]) for row, act in new if row.id in gone]
    return replace(
        record,
        acts=_with_acts(record.acts, {act.id: act for act in standing}.values()),
        taken_back=_by_treaty(taken_back),
        sources={**record.sources, **{f"{DESK}-{row.id}": _source(row) for row, _ in new}},
    )


def _with_acts(
    shelf: Mapping[str, tuple[Act, ...]], more: Iterable[Act]
) -> dict[str, tuple[Act, ...]]:
    both = dict(shelf)
    for act in more:
        both[act.treaty] = (*both.get(act.treaty, ()), act)
    return both


def _by_treaty(taken_back: Iterable[TakenBack]) -> dict[str, tuple[TakenBack, ...]]:
    shelf: dict[str, tuple[TakenBack, ...]] = {}
    for one in taken_back:
        shelf[one.act.treaty] = (*shelf.get(one.act.treaty, ()), one)
    return shelf


def _act(row: Any) -> Act:
    received = PartialDate.parse(row.received_on)
    return Act(
        treaty=row.treaty,
        participant=row.participant,
        kind=ActKind(row.act),
        done_on=PartialDate.parse(row.done_on) if row.done_on else received,
        received_on=received,
        learned_on=PartialDate.of(row.learned_on),
        source=f"{DESK}-{row.id}",
        confidence=Confidence(row.confidence),
        note=row.note,
    )


def _source(row: Any) -> Source:
    """Where the desk has it from. It says nothing of a day of comparison: one act is no list."""
    return Source(f"{DESK}-{row.id}", row.source, "", row.source_url, "")
