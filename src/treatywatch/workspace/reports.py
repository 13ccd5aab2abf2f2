"""Reports as the workspace keeps them: the same text is one report, however often it arrives."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from treatywatch.errors import UnknownName
from treatywatch.values import frozen
from treatywatch.workspace.moments import now
from treatywatch.workspace.tables import READINGS, REPORTS

Particulars = Mapping[str, str | None]
DEPOSITARY = "depositary"
"""The particular by which a kept document is a depositary's page: the treaty it is about."""
_NAME = 400  # characters of a name or title at the most


@frozen
class KeptReport:
    """A report in the workspace.

    ``particulars`` are what is known of it beside its text: published (EDTF), published_from,
    language, author, url, modified.
    """

    id: int
    sha256: str
    name: str
    title: str | None
    text: str
    particulars: Particulars
    received_at: datetime


@frozen
class ReportLine:
    """A report in a list: without its text, with the state of its newest reading."""

    id: int
    name: str
    title: str | None
    particulars: Particulars
    received_at: datetime
    state: str
    tally: Mapping[str, int]


def keep_report(
    connection: Connection,
    account_id: int | None,
    *,
    sha256: str,
    name: str,
    title: str | None,
    text: str,
    particulars: Particulars,
) -> tuple[int, bool]:
    """Keep a report and give its id, and whether anything about it is new.

    Of a text that is there already, particulars that were told this time go before older ones:
    readings keep what they were made with.
    """
    values = {
        "sha256": sha256,
        "name": name[:_NAME],
        "title": None if title is None else title[:_NAME],
        "text": text,
        "particulars": dict(particulars),
        "received_at": now(),
        "account_id": account_id,
    }
    try:
        with connection.begin_nested():
            made = connection.execute(insert(REPORTS).values(values).returning(REPORTS.c.id))
            return int(made.scalar_one()), True
    except IntegrityError:
        return _renewed(connection, sha256, particulars)


def _renewed(connection: Connection, sha256: str, told: Particulars) -> tuple[int, bool]:
    known = connection.execute(
        select(REPORTS.c.id, REPORTS.c.particulars).where(REPORTS.c.sha256 == sha256)
    ).one()
    stated = told.get("published_from") == "option"
    newer = {k: v for k, v in told.items() if k in {"published", "published_from"} and stated}
    merged = {**known.particulars, **newer}
    if merged == known.particulars:
        return known.id, False
    connection.execute(update(REPORTS).where(REPORTS.c.id == known.id).values(particulars=merged))
    return known.id, True


def report_kept(connection: Connection, report_id: int) -> KeptReport:
    """The report of that number; :class:`UnknownName` where there is none."""
    row = connection.execute(select(REPORTS).where(REPORTS.c.id == report_id)).one_or_none()
    if row is None:
        raise UnknownName("report", str(report_id))
    return KeptReport(
        row.id, row.sha256, row.name, row.title, row.text, row.particulars, row.received_at
    )


def report_lines(
    connection: Connection, most: int, before: int | None = None
) -> tuple[ReportLine, ...]:
    """The newest reports first; ``before`` is the id of the last one that was seen.

    Pages of a depositary are kept beside them and are no reports.
    """
    newest = (
        select(READINGS.c.report_id, func.max(READINGS.c.id).label("reading"))
        .group_by(READINGS.c.report_id)
        .subquery()
    )
    query = (
        select(
            REPORTS.c.id,
            REPORTS.c.name,
            REPORTS.c.title,
            REPORTS.c.particulars,
            REPORTS.c.received_at,
            READINGS.c.state,
            READINGS.c.tally,
        )
        .join(newest, newest.c.report_id == REPORTS.c.id)
        .join(READINGS, READINGS.c.id == newest.c.reading)
        .where(REPORTS.c.particulars[DEPOSITARY].as_string().is_(None))
        .order_by(REPORTS.c.id.desc())
        .limit(most)
    )
    if before is not None:
        query = query.where(REPORTS.c.id < before)
    return tuple(_line(row) for row in connection.execute(query))


def _line(row: Any) -> ReportLine:
    return ReportLine(
        row.id, row.name, row.title, row.particulars, row.received_at, row.state, row.tally or {}
    )
