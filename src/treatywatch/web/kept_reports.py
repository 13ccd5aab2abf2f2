"""Between reports as they are read and reports as the workspace keeps them."""

import unicodedata

from sqlalchemy import Connection

from treatywatch.errors import UnreadableInput
from treatywatch.reports.report import Report
from treatywatch.values import frozen
from treatywatch.workspace.readings import ask_reading, reading_if_any
from treatywatch.workspace.reports import KeptReport, keep_report

_TOLD = ("published", "published_from", "language", "author", "url", "modified")


@frozen
class TakenIn:
    """A report that was taken in: its number, and whether its text had been there before."""

    id: int
    is_new: bool


def take_in(connection: Connection, report: Report, account_id: int) -> TakenIn:
    """Keep a report and let it be read, unless it was read as it is before.

    Raises :class:`UnreadableInput` for a text that no database takes.
    """
    if "\0" in report.text:
        told = "Save it as plain text in UTF-8."
        raise UnreadableInput(report.name, "it holds NUL characters, as binary files do", told)
    report_id, is_new = keep_report(
        connection,
        account_id,
        sha256=report.sha256,
        name=_plain(report.name) or "report",
        title=_plain(report.title) or None,
        text=report.text,
        particulars={name: _plain(getattr(report, name)) or None for name in _TOLD},
    )
    if is_new or reading_if_any(connection, report_id) is None:
        ask_reading(connection, report_id)
    return TakenIn(report_id, is_new)


def report_of(kept: KeptReport) -> Report:
    """The report that was kept."""
    told = kept.particulars
    return Report(
        name=kept.name,
        text=kept.text,
        sha256=kept.sha256,
        published=told.get("published"),
        published_from=told.get("published_from"),
        language=told.get("language") or "",
        title=kept.title,
        author=told.get("author"),
        url=told.get("url"),
        modified=told.get("modified"),
    )


def _plain(text: str | None) -> str:
    """Words without control characters and halves of characters, which not every database takes."""
    return "".join(c for c in text or "" if unicodedata.category(c) not in {"Cc", "Cs"})
