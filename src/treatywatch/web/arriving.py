"""From what a visitor hands in (words, a file, an address) to reports; nothing is kept here."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from treatywatch import api
from treatywatch.errors import UnknownName, UnreadableInput
from treatywatch.intake import settle_date
from treatywatch.publishing.brief import headline
from treatywatch.reading.vocabulary.words import languages
from treatywatch.reports.documents import Opening, open_stream
from treatywatch.reports.fetch import Bounds, fetch
from treatywatch.reports.open import report_from_text
from treatywatch.reports.report import Report
from treatywatch.values import frozen

MOST_AT_ONCE = 100
"""A feed may hold so many reports."""


@frozen
class Handed:
    """What was handed in: one of ``text``, ``file`` (with its name) and ``url``.

    ``published`` (EDTF) and ``language`` (ISO 639-1) go before what the document says of itself.
    """

    text: str = ""
    file: BinaryIO | None = None
    name: str = ""
    url: str = ""
    published: str | None = None
    language: str | None = None


def reports_of(handed: Handed, most_bytes: int) -> tuple[Report, ...]:
    """The reports in what was handed in; an address is fetched within bounds, and with care.

    Raises :class:`UnreadableInput` for what cannot be read, is an archive, holds nothing or more
    than :data:`MOST_AT_ONCE` reports, :class:`NotADate` and :class:`UnknownName` for a date or a
    language that is none.
    """
    published = api.edtf(handed.published or None)
    if handed.language and handed.language not in languages():
        raise UnknownName("language", handed.language, sorted(languages()))
    given = [bool(handed.text.strip()), handed.file is not None, bool(handed.url.strip())]
    if sum(given) != 1:
        told = "Give its text, or a file, or an address: one of the three."
        raise UnreadableInput("the report", "it was not given, or given more than once", told)
    try:
        found = tuple(islice(_opened(handed, most_bytes), MOST_AT_ONCE + 1))
    except (RecursionError, MemoryError) as error:
        told = "Give its text instead."
        raise UnreadableInput(_name(handed), "it is too deeply nested", told) from error
    if not found or len(found) > MOST_AT_ONCE:
        held = "more than a hundred reports" if found else "no report"
        raise UnreadableInput(_name(handed), f"it holds {held}", "Give them one by one.")
    return tuple(_settled(report, published, handed.language) for report in found)


def _opened(handed: Handed, most_bytes: int) -> Iterator[Report]:
    if handed.text.strip():
        name = handed.name.strip() or headline(handed.text)
        yield report_from_text(handed.text, name)
        return
    opening = _opening(handed, most_bytes)
    if opening.is_archive:
        told = "Read archives by the command line: treatywatch check FILE."
        raise UnreadableInput(_name(handed), "it is an archive of many pages", told)
    for one in opening.reports:
        if isinstance(one, UnreadableInput):
            raise one
        yield one


def _opening(handed: Handed, most_bytes: int) -> Opening:
    if handed.file is not None:
        return open_stream(handed.file, _name(handed))
    got = fetch(handed.url.strip(), bounds=Bounds(most_bytes=most_bytes))
    stream = BytesIO(got.body)
    return open_stream(stream, _name(handed), content_type=got.content_type, address=got.address)


def _name(handed: Handed) -> str:
    return handed.name.strip() or handed.url.strip() or "the text"


def _settled(report: Report, published: str | None, language: str | None) -> Report:
    settled = settle_date(replace(report, language=language) if language else report)
    if published is None:
        return settled
    return replace(settled, published=published, published_from="option")
