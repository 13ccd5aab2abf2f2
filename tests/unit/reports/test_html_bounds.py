"""Pages made to be costly: refused or read, in any case soon."""

import time

import pytest

from tests.unit.reports.web_pages import page, read_page
from treatywatch.errors import UnreadableInput
from treatywatch.reports.html_glance import glance
from treatywatch.reports.markup import has_countless_attributes

SECONDS = 20.0  # on a slow machine; what is not linear would take hours

REFUSED = {
    "divisions in one another": b"<div>" * 200_000 + b"x",
    "bold in bold": b"<b>" * 200_000 + b"x",
    "attributes of one element": b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">x",
    "attributes with signs": b"<p " + b" ".join(b"a%d='<>'" % n for n in range(200_000)) + b">x",
    "attributes after a short remark": b"<!--><p "
    + b" ".join(b"a%d" % n for n in range(200_000))
    + b">x -->",
    "elements": b"<p>x" * 400_000,
}
READ = {
    "tags that never end": b"hello" + b"<a" * 500_000,
    "remarks that never end": b"hello" + b"<!--" * 300_000,
    "scripts that never end": b"hello" + b"<script>" * 300_000,
    "one huge attribute": b"<p title='" + b"x" * 5_000_000 + b"'>hello</p>",
    "quotation marks that do not match": b"hello" + b"<p a=\"b c='d>x" * 50_000,
    "entities": b"hello" + b"&amp;" * 300_000,
    "lists in lists": b"hello" + b"<ul><li>x" * 100,
}


@pytest.mark.parametrize("inside", REFUSED.values(), ids=REFUSED)
def test_a_page_beyond_what_pages_need_is_refused_soon(inside: bytes) -> None:
    begun = time.monotonic()
    with pytest.raises(UnreadableInput) as caught:
        read_page(page("<body>") + inside)
    assert caught.value.what_to_do
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("inside", READ.values(), ids=READ)
def test_a_costly_page_is_read_soon(inside: bytes) -> None:
    begun = time.monotonic()
    assert "hello" in read_page(b"<html><body>" + inside).text
    assert "hello" in glance(inside.decode())
    assert time.monotonic() - begun < SECONDS


def test_attributes_are_counted_in_tags_and_nowhere_else() -> None:
    words = " ".join(f"a{n}=1" for n in range(5_000))
    assert has_countless_attributes(f"<p {words}>")
    assert not has_countless_attributes(f"<p>{words}</p>")
    assert not has_countless_attributes(f"<script>if (x<y) {{{words}}}</script>")
    assert not has_countless_attributes(f"<p title='{words}'>")


@pytest.mark.parametrize("odd", ["\x01", "\x1f", "\ufffe", "&#1;", "\x0b"])
def test_characters_that_xml_does_not_have_may_follow_what_is_no_text(odd: str) -> None:
    report = read_page(page(f"<p>Finland <script>x</script>left{odd} the treaty on Friday.</p>"))
    assert "left" in report.text
    assert "the treaty on Friday." in report.text
