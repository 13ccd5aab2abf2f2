"""Readings of reports: waiting, being read, done or failed; none is lost when a process dies.

A process that reads says so every few seconds. What it leaves behind, because it was killed, is
read again by the next: at once where it can be seen to be gone, else when it has been silent long
enough.
"""

import os
import secrets
import socket
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import count
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from treatywatch.values import frozen
from treatywatch.workspace.moments import now
from treatywatch.workspace.tables import READINGS

SILENT = timedelta(seconds=30)
"""A process that has not told for so long that it reads does not read any more."""
MOST_TRIES = 3
_NUMBERS = count(1)
# In a container every process of a server may have the same number, one after the other.
_THIS_PROCESS = secrets.token_hex(8)
_GAVE_UP = "Each time it was read, the process that read it was ended before it came to an end."


class State(StrEnum):
    """How far a reading is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self in {State.DONE, State.FAILED}


@frozen
class Reading:
    """One reading of one report; ``findings`` as JSON when it is done, ``trouble`` if it failed."""

    id: int
    report_id: int
    state: State
    record: str
    findings: dict[str, Any] | None
    trouble: str | None
    asked_at: datetime
    ended_at: datetime | None


def new_reader() -> str:
    """A name by which a process, and each reader in it, can be told from all others."""
    return f"{_host()}:{os.getpid()}:{_THIS_PROCESS}:{next(_NUMBERS)}"


def ask_reading(connection: Connection, report_id: int) -> int:
    """Let the report be read; the reading that waits already, where there is one."""
    waiting = select(READINGS.c.id).where(
        READINGS.c.report_id == report_id, READINGS.c.state == State.WAITING
    )
    known = connection.execute(waiting).scalars().first()
    if known is not None:
        return int(known)
    row = {"report_id": report_id, "state": State.WAITING, "record": "", "asked_at": now()}
    made = connection.execute(insert(READINGS).values(row).returning(READINGS.c.id))
    return int(made.scalar_one())


def enter_reading(connection: Connection, report_id: int, findings: Mapping[str, object]) -> int:
    """Keep a reading of what is not to be read as a report: done as soon as it is kept."""
    moment = now()
    row = {"report_id": report_id, "state": State.DONE, "record": "", "asked_at": moment}
    row |= {"ended_at": moment, "findings": dict(findings), "tally": {}}
    made = connection.execute(insert(READINGS).values(row).returning(READINGS.c.id))
    return int(made.scalar_one())


def newest_reading(connection: Connection, report_id: int, state: State | None = None) -> Reading:
    """The newest reading of a report, or the newest of that state (there has to be one)."""
    found = reading_if_any(connection, report_id, state)
    assert found is not None
    return found


def reading_if_any(
    connection: Connection, report_id: int, state: State | None = None
) -> Reading | None:
    """The newest reading of a report in that state (in any, if None), None without one."""
    query = select(READINGS).where(READINGS.c.report_id == report_id)
    if state is not None:
        query = query.where(READINGS.c.state == state)
    row = connection.execute(query.order_by(READINGS.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _reading(row)


def reading_before(connection: Connection, reading: Reading) -> Reading | None:
    """The last reading of the same report that came to its end before this one was asked for."""
    row = connection.execute(
        select(READINGS)
        .where(
            READINGS.c.report_id == reading.report_id,
            READINGS.c.state == State.DONE,
            READINGS.c.id < reading.id,
        )
        .order_by(READINGS.c.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _reading(row)


def take_reading(connection: Connection, reader: str) -> Reading | None:
    """Take the reading that has waited longest, None if none waits (the transaction must write)."""
    _release(connection, reader)
    waiting = (
        select(READINGS)
        .where(READINGS.c.state == State.WAITING)
        .order_by(READINGS.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = connection.execute(waiting).one_or_none()
    if row is None:
        return None
    mine = {"state": State.READING, "reader": reader, "alive_at": now(), "tries": row.tries + 1}
    connection.execute(update(READINGS).where(READINGS.c.id == row.id).values(mine))
    return _reading(row)


def has_work(connection: Connection) -> bool:
    """Whether anything waits, or is being read by anybody."""
    open_ones = READINGS.c.state.in_((State.WAITING, State.READING))
    return connection.execute(select(READINGS.c.id).where(open_ones).limit(1)).first() is not None


def still_reading(connection: Connection, reading_id: int, reader: str) -> None:
    """Tell that the reader is still at it."""
    mine = (READINGS.c.id == reading_id, READINGS.c.reader == reader)
    connection.execute(update(READINGS).where(*mine).values(alive_at=now()))


def end_reading(
    connection: Connection,
    reading_id: int,
    reader: str,
    *,
    record: str,
    findings: Mapping[str, object],
    tally: Mapping[str, int],
) -> bool:
    """Keep what was found; False, and nothing is kept, if another has taken the reading over."""
    values = {"record": record, "findings": dict(findings), "tally": dict(tally)}
    return _end(connection, reading_id, reader, {**values, "state": State.DONE})


def give_up_reading(connection: Connection, reading_id: int, reader: str, trouble: str) -> bool:
    """Keep why it could not be read; False if another has taken the reading over."""
    return _end(connection, reading_id, reader, {"state": State.FAILED, "trouble": trouble})


def _end(connection: Connection, reading_id: int, reader: str, values: dict[str, object]) -> bool:
    mine = (
        READINGS.c.id == reading_id,
        READINGS.c.reader == reader,
        READINGS.c.state == State.READING,
    )
    done = connection.execute(update(READINGS).where(*mine).values(**values, ended_at=now()))
    return done.rowcount == 1


def _release(connection: Connection, reader: str) -> None:
    """Let those wait again whose reader is gone."""
    held = select(READINGS).where(READINGS.c.state == State.READING)
    moment = now()
    for row in connection.execute(held).all():
        silent = row.alive_at is None or row.alive_at < moment - SILENT
        if row.reader == reader or not (silent or _is_gone(row.reader)):
            continue
        again = {"state": State.WAITING, "reader": None}
        lost = {"state": State.FAILED, "trouble": _GAVE_UP, "ended_at": moment}
        connection.execute(
            update(READINGS)
            .where(READINGS.c.id == row.id, READINGS.c.reader == row.reader)
            .values(again if row.tries < MOST_TRIES else lost)
        )


def _is_gone(reader: str | None) -> bool:
    """Whether the process is of this machine and runs no more; False where that cannot be seen."""
    host, number, process, _ = [*(reader or "").rsplit(":", 3), "", "", ""][:4]
    if host != _host() or not number.isdecimal():
        return False
    if int(number) == os.getpid():
        return process != _THIS_PROCESS
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _host() -> str:
    return socket.gethostname()[:64]


def _reading(row: Row[Any]) -> Reading:
    return Reading(
        row.id,
        row.report_id,
        State(row.state),
        row.record,
        row.findings,
        row.trouble,
        row.asked_at,
        row.ended_at,
    )
