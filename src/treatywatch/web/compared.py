"""Reports of the workspace held against each other."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import HTTPException, Query
from sqlalchemy import Connection

from treatywatch import api
from treatywatch.checking.comparing.comparison import Comparison
from treatywatch.checking.grounds.finding import Finding
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.findings_read import findings_of
from treatywatch.reports.report import Report
from treatywatch.web.kept_reports import report_of
from treatywatch.workspace.readings import State, reading_if_any
from treatywatch.workspace.reports import report_kept

_FEWEST, _MOST = 2, 20

Checked = list[tuple[Report, tuple[Finding, ...]]]
Chosen = Annotated[
    list[Annotated[int, Query(ge=1, le=2**31 - 1)]],
    Query(alias="report", description="The numbers of the reports, two to twenty"),
]


def chosen_reports(connection: Connection, numbers: Sequence[int]) -> Checked:
    """The reports of these numbers with what was last found in them.

    Each is named by its number, as several may have the same name. :class:`HTTPException` for too
    few or too many, and for one that has not been read.
    """
    distinct = list(dict.fromkeys(numbers))
    if not _FEWEST <= len(distinct) <= _MOST:
        raise HTTPException(422, f"Choose {_FEWEST} to {_MOST} reports to compare.")
    checked = []
    for number in distinct:
        kept = report_kept(connection, number)
        done = reading_if_any(connection, number, State.DONE)
        if done is None or done.findings is None:
            raise HTTPException(422, f"Report {number} has not been read yet.")
        report = replace(report_of(kept), name=f"report {number}")
        checked.append((report, findings_of(done.findings)))
    return checked


def comparison_of(checked: Checked, ledger: Ledger) -> Comparison:
    """What they say together, from how many sources, and where they disagree."""
    return api.compare_checked(checked, ledger)
