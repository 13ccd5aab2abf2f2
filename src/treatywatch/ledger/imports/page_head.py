"""The head of a status page: which treaty, as at which day, with which totals."""

import re
from datetime import date

from treatywatch.errors import NotADate
from treatywatch.ledger.imports.aids import Aids
from treatywatch.ledger.imports.fault_book import FaultBook
from treatywatch.ledger.imports.page import StatusPage
from treatywatch.ledger.imports.page_words import PageWords
from treatywatch.ledger.imports.printed_dates import days_in
from treatywatch.values import frozen

_NUMBERED_TITLE = re.compile(r"(\d+)\.\s*(?:([a-z])(?:\.|\s)\s*)?(.*)", re.DOTALL)
_AS_AT = re.compile(r"(\d{2})-(\d{2})-(\d{4})")


@frozen
class PageHead:
    """What stands above the table. ``reference`` is the depositary's number ("XXVI-2-c")."""

    reference: str
    title: str
    as_at: date | None
    entry_into_force: date | None
    signatories: int | None
    parties: int | None


def read_head(page: StatusPage, retrieved: date, aids: Aids) -> PageHead:
    """The head; what is missing or does not fit the day of retrieval is a fault."""
    words, faults = aids.words, aids.faults
    chapter = page.chapter.removeprefix(words.chapter).strip()
    numbered = _NUMBERED_TITLE.fullmatch(page.title)
    if numbered is None or not chapter:
        told = "the chapter and number of the treaty are not where a status page has them"
        faults.add(0, "no-reference", told)
    number, letter, title = ("", None, page.title) if numbered is None else numbered.groups()
    return PageHead(
        reference="-".join(part for part in (chapter, number, letter) if part),
        title=title.strip(),
        as_at=_as_at(page, retrieved, faults),
        entry_into_force=_entry_into_force(page, words, faults),
        signatories=_total(page.status, words.signatories),
        parties=_total(page.status, words.parties),
    )


def _as_at(page: StatusPage, retrieved: date, faults: FaultBook) -> date | None:
    match = _AS_AT.search(page.as_at)
    if match is None:
        faults.add(0, "no-day-of-status", "the page does not say as at which day it stands")
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        as_at = date(year, month, day)
    except ValueError:
        faults.add(0, "not-a-date", f'the status is "as at {match[0]}", which is no day')
        return None
    if as_at != retrieved:
        told = f"the page stands as at {as_at}, but was said to be retrieved on {retrieved}"
        faults.add(0, "another-day-of-status", told)
    return as_at


def _entry_into_force(page: StatusPage, words: PageWords, faults: FaultBook) -> date | None:
    try:
        days = days_in(page.entry_into_force[:40], words.months)
    except NotADate as error:
        faults.add(0, "not-a-date", f"entry into force: {error}")
        return None
    return days[0].day.exact() if days else None


def _total(status: str, label: str) -> int | None:
    match = re.search(rf"{label}\s*:\s*(\d+)", status)
    return int(match[1]) if match else None
