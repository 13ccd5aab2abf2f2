"""Web archives: the reports in them one by one, and nothing lost to a damaged neighbour."""

import gzip
import io
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

import pytest

from tests.unit.reports.archives import packed, record, response
from tests.unit.reports.pdf_files import pdf_of
from tests.unit.reports.web_pages import FIRST, framed
from treatywatch.errors import UnreadableInput
from treatywatch.reports.documents import everything, open_stream
from treatywatch.reports.report import Report

PAGE = framed(f"<article><h1>Out</h1><p>{FIRST}</p></article>")
HEAD = record("warcinfo", "", b"software: x\r\n", "application/warc-fields")
FINLAND = record("response", "https://a.example/fi", response(PAGE, "text/html; charset=utf-8"))
TEXT = record("conversion", "https://a.example/lv", b"Latvia gave notice.\n", "text/plain")


def opened(raw: bytes, admits: Callable[[str], bool] = everything) -> list[Report]:
    opening = open_stream(io.BytesIO(raw), "crawl.warc", admits=admits)
    assert opening.is_archive
    found = list(opening.reports)
    assert [one for one in found if isinstance(one, UnreadableInput)] == []
    return [one for one in found if isinstance(one, Report)]


FORMS = {
    "plain": b"".join,
    "each record packed": packed,
    "packed as one": lambda records: gzip.compress(b"".join(records)),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_pages_and_texts_are_read_in_their_order(form: Callable[[list[bytes]], bytes]) -> None:
    request = record("request", "https://a.example/fi", b"GET / HTTP/1.1\r\n\r\n")
    finland, latvia = opened(form([HEAD, request, FINLAND, TEXT]))
    assert (finland.name, finland.text) == ("https://a.example/fi", f"Out\n\n{FIRST}\n")
    assert (latvia.name, latvia.text) == ("https://a.example/lv", "Latvia gave notice.\n")
    assert finland.url == "https://a.example/fi"


@pytest.mark.parametrize(
    "content",
    [
        response(PAGE, status="404 Not Found"),
        response(b"\x89PNG\r\n\x1a\n" + bytes(99), "image/png"),
        response(b"body { color: red }", "text/css"),
        response(b"", "text/html"),
        b"not http at all",
    ],
    ids=["not found", "a picture", "a style", "nothing", "no response"],
)
def test_what_holds_no_report_is_passed_over(content: bytes) -> None:
    reports = opened(record("response", "https://a.example/x", content) + TEXT)
    assert [report.name for report in reports] == ["https://a.example/lv"]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (["Content-Encoding: gzip"], gzip.compress(PAGE)),
        (["Content-Encoding: deflate"], zlib.compress(PAGE)),
        (["Content-Encoding: gzip"], PAGE),
        (["Transfer-Encoding: chunked"], b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
        (["Transfer-Encoding: chunked"], b"5;x=1\r\n" + PAGE[:5] + b"\r\n%x\r\n" % (len(PAGE) - 5)
         + PAGE[5:] + b"\r\n0\r\n\r\n"),
        (["Transfer-Encoding: chunked"], PAGE),
    ],
    ids=["gzip", "deflate", "gzip by name only", "a chunk", "two chunks", "chunks by name only"],
)  # fmt: skip
def test_a_body_is_unpacked_as_its_server_packed_it(headers: list[str], body: bytes) -> None:
    (report,) = opened(record("response", "https://a.example/x", response(body, headers=headers)))
    assert report.text == f"Out\n\n{FIRST}\n"


def test_a_page_in_an_old_encoding_is_read_by_what_its_server_says() -> None:
    page = "<html><body><p>Łotwa odeszła.</p>".encode("iso-8859-2")
    content = response(page, "text/html; charset=ISO-8859-2")
    (report,) = opened(record("response", "https://a.example/pl", content))
    assert report.text == "Łotwa odeszła.\n"


def test_a_pdf_in_an_archive_is_read() -> None:
    content = response(pdf_of([["Finland left."]]), "application/pdf")
    (report,) = opened(record("response", "https://a.example/a.pdf", content))
    assert report.text == "Finland left.\n"


def test_only_what_is_admitted_is_taken_apart() -> None:
    asked: list[str] = []

    def admits(text: str) -> bool:
        asked.append(text)
        return "latvia" in text.lower()

    (report,) = opened(FINLAND + TEXT, admits)
    assert report.name == "https://a.example/lv"
    assert len(asked) == 2
    assert "finland has left the ottawa convention" in asked[0]


def test_a_damaged_record_does_not_hide_the_next() -> None:
    found = list(open_stream(io.BytesIO(FINLAND + b"garbage\r\nmore\r\n" + TEXT), "c").reports)
    assert [type(one) for one in found] == [Report, UnreadableInput, Report]


@pytest.mark.parametrize(
    "raw",
    [
        FINLAND + TEXT[:-9],
        packed([FINLAND, TEXT])[:-9],
        packed([FINLAND]) + b"\x1f\x8b\x08\x00" + bytes(99),
    ],
    ids=["a record cut short", "a member cut short", "a damaged member"],
)
def test_an_archive_that_breaks_off_is_told_after_what_could_be_read(raw: bytes) -> None:
    reports = open_stream(io.BytesIO(raw), "c").reports
    first = next(reports)
    assert isinstance(first, Report)
    with pytest.raises(UnreadableInput) as caught:
        list(reports)
    assert caught.value.what_to_do


def test_a_page_that_unpacks_to_a_hundred_megabytes_is_left_alone() -> None:
    bomb = response(gzip.compress(bytes(100_000_000)), headers=["Content-Encoding: gzip"])
    tracemalloc.start()
    reports = opened(record("response", "https://a.example/bomb", bomb) + TEXT)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [report.name for report in reports] == ["https://a.example/lv"]
    assert most < 250_000_000


class Endless(io.RawIOBase):
    """The same record again and again, so many times."""

    def __init__(self, one: bytes, times: int) -> None:
        self._left: Iterator[bytes] = iter([one] * times)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while len(self._rest) < size and (more := next(self._left, b"")):
            self._rest += more
        given, self._rest = self._rest[:size], self._rest[size:]
        return given


def test_memory_does_not_grow_with_the_archive() -> None:
    def most_memory(times: int) -> int:
        stream = cast("BinaryIO", Endless(FINLAND, times))
        tracemalloc.start()
        count = sum(1 for _ in open_stream(stream, "c", admits=lambda _: False).reports)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == 0
        return most

    assert most_memory(4_000) < most_memory(200) + 100_000


def test_a_record_larger_than_a_report_is_named_and_not_held() -> None:
    body = response(b"<html><p>" + b"x " * 6_000_000)
    found = list(
        open_stream(
            io.BytesIO(record("response", "https://a.example/big", body) + TEXT), "c"
        ).reports
    )
    assert isinstance(found[0], UnreadableInput)
    assert found[0].name == "https://a.example/big"
    assert isinstance(found[1], Report)
