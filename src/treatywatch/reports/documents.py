"""Any document to its reports: text, HTML, PDF, feed or archive, told by how it begins.

A page, a text and a PDF hold one report; feeds and archives hold many, given one after the other so
that memory does not grow with them.
"""

from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from treatywatch.errors import UnreadableInput
from treatywatch.reports.encoding import decode_page
from treatywatch.reports.form import HEAD_BYTES, Form, form_of
from treatywatch.reports.open import LARGEST_REPORT_BYTES, report_from_bytes, too_large
from treatywatch.reports.report import Report
from treatywatch.reports.streams import Unpacked, begun
from treatywatch.values import frozen

if TYPE_CHECKING:
    from treatywatch.reports.warc import Record

# What reads a form is imported where one is met: a text needs no parser of pages.

LARGEST_PDF_BYTES = 50_000_000
"""A PDF may be larger than other reports: most of it is pictures and letters' shapes."""

Opened = Report | UnreadableInput
Admits = Callable[[str], bool]
"""Whether a text is worth reading; asked before a page of an archive is taken apart."""


def everything(_text: str) -> bool:
    """Admits every text."""
    return True


@frozen
class Opening:
    """A document that was begun: its reports in their order, to be gone through once.

    Among the reports of feeds and archives, what cannot be read is given as an error.
    """

    is_archive: bool
    reports: Iterator[Opened]


def open_file(path: Path, admits: Admits = everything) -> Opening:
    """The reports in a file; see :func:`open_stream`."""
    try:
        if path.is_dir():
            raise UnreadableInput(path.name, "it is a folder", "Name the files in it.")
        stream = path.open("rb")
    except OSError as error:
        raise _not_to_be_read(path, error) from error
    try:
        opening = open_stream(stream, path.name, admits=admits)
    except BaseException:
        stream.close()
        raise
    return Opening(opening.is_archive, _closing(opening.reports, stream, path))


def open_one(path: Path) -> Report:
    """The one report in a file; :class:`UnreadableInput` where it holds several, or none."""
    found = open_file(path).reports
    report = next(found, None)
    if isinstance(report, UnreadableInput):
        raise report
    if report is not None and next(found, None) is None:
        return report
    held = "no report" if report is None else "more than one report"
    raise UnreadableInput(path.name, f"it holds {held}", "Open it as several reports.")


def open_stream(
    stream: BinaryIO,
    name: str,
    *,
    admits: Admits = everything,
    content_type: str = "",
    address: str | None = None,
) -> Opening:
    """The reports in a document, each by the name of the document or by its own address.

    ``admits`` is asked about the records of an archive: those that it does not admit are passed
    over. ``content_type`` is what a server said, ``address`` where the document was fetched from.
    Raises :class:`UnreadableInput`, now or when the reports are gone through, for a document that
    cannot be read at all.
    """
    opened, head = begun(stream, HEAD_BYTES)
    form = form_of(head, name, content_type)
    unpacked = None
    if form is Form.GZIP:
        unpacked = Unpacked(opened, name)
        opened, head = begun(unpacked, HEAD_BYTES)
        form = form_of(head, name.removesuffix(".gz"))
    if form is Form.ARCHIVE:
        return Opening(True, _of_archive(opened, unpacked, name, admits))
    reports = _of_stream(opened, unpacked, name, form, content_type=content_type, address=address)
    return Opening(False, reports)


def _closing(reports: Iterator[Opened], stream: BinaryIO, path: Path) -> Iterator[Opened]:
    with stream:
        try:
            yield from reports
        except OSError as error:
            raise _not_to_be_read(path, error) from error


def _not_to_be_read(path: Path, error: OSError) -> UnreadableInput:
    why = error.strerror or "it cannot be opened"
    return UnreadableInput(path.name, why, "Check the path and the rights to read it.")


def _of_stream(
    stream: BufferedReader,
    unpacked: Unpacked | None,
    name: str,
    form: Form,
    *,
    content_type: str,
    address: str | None,
) -> Iterator[Opened]:
    most = LARGEST_PDF_BYTES if form is Form.PDF else LARGEST_REPORT_BYTES
    raw = stream.read(most + 1)
    if unpacked is not None and unpacked.damage is not None:
        raise unpacked.damage
    if len(raw) > most:
        raise too_large(name, _length(stream, raw), most)
    yield from _of_bytes(raw, name, form, content_type, address)


def _of_bytes(
    raw: bytes, name: str, form: Form, content_type: str, address: str | None
) -> Iterator[Opened]:
    if form is Form.FEED:
        from treatywatch.reports.feed import reports_from_feed

        yield from reports_from_feed(raw, name)
    elif form is Form.HTML:
        from treatywatch.reports.html import report_from_html

        yield report_from_html(raw, name, content_type=content_type, address=address)
    elif form is Form.PDF:
        from treatywatch.reports.pdf import report_from_pdf

        yield report_from_pdf(raw, name)
    elif form is Form.GZIP:
        raise UnreadableInput(name, "it is packed twice", "Unpack it once.")
    elif form is Form.XML:
        raise UnreadableInput(name, "it is XML but no feed", "Give RSS or Atom, or a page.")
    else:
        yield report_from_bytes(raw, name)


def _of_archive(
    stream: BinaryIO, unpacked: Unpacked | None, name: str, admits: Admits
) -> Iterator[Opened]:
    from treatywatch.reports.warc import records

    for record in records(stream, name):
        if isinstance(record, UnreadableInput):
            yield record
            continue
        try:
            yield from _of_record(record, admits)
        except UnreadableInput as error:
            yield error
    if unpacked is not None and unpacked.damage is not None:
        raise unpacked.damage


def _of_record(record: "Record", admits: Admits) -> Iterator[Opened]:
    """The reports of a record: none for pictures and programs, errors and refused pages."""
    from treatywatch.reports.http_message import split_response
    from treatywatch.reports.warc import LARGEST_RECORD

    body, kind = record.body, record.content_type
    if record.kind == "response":
        response = split_response(body, LARGEST_RECORD)
        if response is None or response.status != 200:
            return
        body, kind = response.body, response.content_type
    form = form_of(body[:HEAD_BYTES], record.address, kind)
    if form is Form.GZIP or not _is_text(form, kind):
        return
    if len(body) > LARGEST_REPORT_BYTES and form is not Form.PDF:
        raise too_large(record.address, len(body))
    if not record.whole:
        raise too_large(record.address, len(body), LARGEST_RECORD)
    if not body.strip() or not _admitted(body, form, kind, admits):
        return
    text = decode_page(body, kind).encode() if form is Form.TEXT else body
    yield from _of_bytes(text, record.address, form, kind, record.address)


def _is_text(form: Form, content_type: str) -> bool:
    """Whether a record holds a document, by its beginning and what its server said."""
    if form is not Form.TEXT:
        return form is not Form.XML
    said = content_type.partition(";")[0].strip().lower()
    return said in {"", "text/plain", "text/html", "application/xhtml+xml"}


def _admitted(body: bytes, form: Form, content_type: str, admits: Admits) -> bool:
    if admits is everything or form is Form.PDF:
        return True  # a PDF shows its words only when it is read
    from treatywatch.reports.html_glance import glance

    text = decode_page(body, content_type)
    return admits(text if form is Form.TEXT else glance(text))


def _length(stream: BufferedReader, start: bytes) -> int:
    """How long a document is that is too long to be read; counted only a little further."""
    length = len(start)
    while length < 10 * len(start) and (piece := stream.read(1 << 20)):
        length += len(piece)
    return length
