"""A depositary's page handed in: what it has and the record lacks waits at the desk, act by act.

The page is kept as a document whose text lists how it differs from the record; each new act is a
proposal that points at its line. Nothing joins the record before an editor accepts it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from treatywatch import api
from treatywatch.checking.doubts.beyond_the_record import ACTS_TO_PROPOSE
from treatywatch.errors import NotADate, UnreadableInput
from treatywatch.law.act import Act
from treatywatch.ledger.imports.compare import DifferenceKind
from treatywatch.ledger.imports.run import PageReport, page_report
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.findings_read import kept_object
from treatywatch.reports.report import Report
from treatywatch.values import frozen
from treatywatch.workspace.proposals import Proposed, propose
from treatywatch.workspace.readings import enter_reading
from treatywatch.workspace.reports import DEPOSITARY, KeptReport, keep_report


@frozen
class TakenPage:
    """A page that was taken in: the number of its document, and how many acts wait for it."""

    document: int
    page: PageReport
    proposed: int


def read_page(html: bytes, name: str, retrieved: str, ledger: Ledger) -> PageReport:
    """The page held against the record.

    Raises :class:`UnreadableInput` for what is no status page of a treaty in the record,
    :class:`NotADate` for a day of saving that is none or has not come.
    """
    day = api.exact_day(retrieved)
    if day > date.today():
        raise NotADate(retrieved, "a page cannot have been saved on a day to come")
    page = page_report(html, name, day, ledger)
    if page.imported.treaty not in ledger.treaties:
        told = f"the record has no treaty {page.imported.reference}"
        raise UnreadableInput(name, told, "Add its file to the record first.")
    return page


def take_in_page(
    connection: Connection, page: PageReport, url: str, account_id: int, ledger: Ledger
) -> TakenPage:
    """Keep the page and let its new acts wait, all in the caller's transaction.

    The same page handed in again is the same document, and nothing waits twice.
    """
    lines = tuple(_lines(page, ledger))
    text = "\n".join(line for line, _ in lines) + "\n"
    title = f"{page.imported.title} ({page.imported.reference}), as the depositary lists it"
    digest = sha256(text.encode()).hexdigest()
    report = Report(page.imported.page, text, digest, None, None, "", title, url=url or None)
    document, is_new = keep_report(
        connection,
        account_id,
        sha256=digest,
        name=report.name,
        title=title,
        text=text,
        particulars={DEPOSITARY: page.imported.treaty, "url": url or None},
    )
    if not is_new:
        return TakenPage(document, page, 0)
    reading_id = enter_reading(connection, document, kept_object(report, ()))
    proposed = propose(connection, reading_id, document, _proposed(lines))
    return TakenPage(document, page, proposed)


def is_page(kept: KeptReport) -> bool:
    """Whether the document is a depositary's page, not a report to be read."""
    return bool(kept.particulars.get(DEPOSITARY))


def page_object(taken: TakenPage) -> Mapping[str, Any]:
    """What came of it as plain values, in the words of ``treatywatch import-untc --json``."""
    read = taken.page.imported
    return {
        "document": taken.document,
        "treaty": read.treaty,
        "reference": read.reference,
        "as_at": read.as_at.isoformat() if read.as_at else None,
        "participants": len(read.participants),
        "acts": len(taken.page.acts),
        "differences": [
            {"kind": str(one.kind), "act": one.act, "words": one.words}
            for one in taken.page.differences
        ],
        "faults": [str(fault) for fault in taken.page.faults],
        "proposed": taken.proposed,
        "page": f"/desk/pages/{taken.document}",
    }


def _lines(page: PageReport, ledger: Ledger) -> Iterable[tuple[str, Act | None]]:
    """What the kept text says, line by line, with the act that a line proposes."""
    read = page.imported
    as_at = f", as at {read.as_at}" if read.as_at else ""
    yield f"{read.title} ({read.reference}){as_at}: {len(read.participants)} participants", None
    acts = {act.id: act for act in page.acts}
    for one in page.differences:
        act = acts.get(one.act) if one.kind is DifferenceKind.NEW else None
        may_wait = act is not None and act.kind in ACTS_TO_PROPOSE
        yield _named(one.words, ledger), act if may_wait else None
    for fault in page.faults:
        yield f"not understood: {fault.words}", None
    if not page.differences:
        yield "It agrees with the record.", None


def _named(words: str, ledger: Ledger) -> str:
    """The words of a difference with the State's name for its code."""
    return " ".join(_name(word, ledger) for word in words.split(" "))


def _name(word: str, ledger: Ledger) -> str:
    code, comma = word.removesuffix(","), word[len(word.removesuffix(",")) :]
    known = ledger.participants.get(code)
    return word if known is None else f"{known.common_name}{comma}"


def _proposed(lines: Iterable[tuple[str, Act | None]]) -> Iterable[Proposed]:
    start = 0
    for line, act in lines:
        if act is not None:
            day = str(act.received_on)
            end = start + len(line)
            yield Proposed(start, end, line, act.treaty, act.participant, act.kind.value, day)
        start += len(line) + 1
