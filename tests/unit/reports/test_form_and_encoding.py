"""What some bytes are, and which characters they stand for."""

import codecs

import pytest

from treatywatch.reports.encoding import decode_page
from treatywatch.reports.form import Form, form_of

FORMS = {
    b"Finland has left the treaty.": Form.TEXT,
    b"": Form.TEXT,
    b"<3 treaties, he wrote": Form.TEXT,
    b"< 5 states signed": Form.TEXT,
    b"<!DOCTYPE html><html>": Form.HTML,
    b"\xef\xbb\xbf\n <html lang=en>": Form.HTML,
    b"<!-- saved --><!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>": Form.HTML,
    b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">': Form.HTML,
    b"<p>Finland": Form.HTML,
    b"<article class=x>": Form.HTML,
    codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le"): Form.HTML,
    b'<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">': Form.FEED,
    b'<feed xmlns="http://www.w3.org/2005/Atom">': Form.FEED,
    b'<rdf:RDF xmlns="x">': Form.FEED,
    b'<?xml version="1.0"?><svg>': Form.XML,
    b"%PDF-1.7\n": Form.PDF,
    b"\n%PDF-1.4": Form.PDF,
    b"WARC/1.0\r\n": Form.ARCHIVE,
    b"\x1f\x8b\x08": Form.GZIP,
}


@pytest.mark.parametrize(("head", "form"), FORMS.items(), ids=[repr(head) for head in FORMS])
def test_a_form_is_told_by_how_it_begins(head: bytes, form: Form) -> None:
    assert form_of(head, "report.txt") is form


def test_a_name_or_a_server_helps_where_a_tag_is_not_known() -> None:
    assert form_of(b"<custom-page>", "a.html") is Form.HTML
    assert form_of(b"<custom-page>", "a", "text/html") is Form.HTML
    assert form_of(b"<custom-page>", "a.txt") is Form.TEXT


WORD = "Łódź"


@pytest.mark.parametrize(
    ("raw", "served", "text"),
    [
        (WORD.encode(), "", WORD),
        (WORD.encode("cp1250"), "text/html; charset=windows-1250", WORD),
        (b"<meta charset=iso-8859-2>" + WORD.encode("iso-8859-2"), "", WORD),
        (b'<meta http-equiv=x content="text/html; charset=windows-1250">' + WORD.encode("cp1250"),
         "", WORD),
        (codecs.BOM_UTF16_BE + WORD.encode("utf-16-be"), "text/html; charset=latin1", WORD),
        (b"<meta charset=utf-16>" + WORD.encode(), "", WORD),
        (b"<meta charset=utf-8>caf\xe9 \x93so\x94", "", "caf\ufffd \ufffdso\ufffd"),
        (b"caf\xe9 \x93so\x94", "", "café “so”"),
        (b"caf\xe9 \x93so\x94", "text/html; charset=ISO-8859-1", "café “so”"),
        (WORD.encode(), "text/html; charset=no-such-thing", WORD),
        (WORD.encode(), "text/html; charset=idna", WORD),
        (WORD.encode(), "text/html; charset=zip", WORD),
        (WORD.encode(), "text/html; charset=unicode_escape", WORD),
    ],
)  # fmt: skip
def test_a_page_is_decoded_as_it_says_or_as_its_bytes_allow(
    raw: bytes, served: str, text: str
) -> None:
    assert decode_page(raw, served).endswith(text)


def test_what_is_declared_wrongly_is_read_as_utf_8_where_it_is() -> None:
    raw = b"<meta charset=ascii>" + WORD.encode()
    assert decode_page(raw).endswith(WORD)
