"""What holds of every page and document, whatever is in it."""

import gzip
import io
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reports.archives import record
from treatywatch.errors import UnreadableInput
from treatywatch.reports.characters import plain_characters
from treatywatch.reports.documents import open_stream
from treatywatch.reports.form import form_of
from treatywatch.reports.html import report_from_html
from treatywatch.reports.html_glance import glance
from treatywatch.reports.pdf_text import joined_pages
from treatywatch.reports.report import Report

NAME = "Ottawa Convention"
INLINE = ("b", "i", "em", "span", "a", "strong")
BLOCK = ("p", "div", "li", "h2", "td", "figcaption", "blockquote")
GAPS = (
    *(" ", "\n", "  ", "\n\t ", "&nbsp;", "&#160;", " <!-- > -->", "<!-- a --> "),
    *(" <wbr>", " <br>", " &NoBreak;", "&ThinSpace;", "&Tab;"),
)
JUNK = (
    *("<p>", "</div>", "<!--", "-->", "<a href='x>'>", "&amp;", "&", "<", ">", "<table><tr>"),
    *("<script>if (a<b) {}</script>", "<style>p{}</style>", "<ul><li>", "<q>", "“", "\0"),
)


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page that names the treaty, written in some way, among tags that may not fit."""
    junk = st.lists(st.sampled_from(JUNK) | st.text("Finland left. ", max_size=12), max_size=8)
    tag = draw(st.sampled_from(INLINE))
    first, second = NAME.split()
    cut = draw(st.integers(1, len(second) - 1))
    name = draw(
        st.sampled_from(
            (
                f"{first}{draw(st.sampled_from(GAPS))}{second}",
                f"{first} <{tag}>{second}</{tag}>",
                f"<{tag}>{first}</{tag}> {second}",
                f"{first} {second[:cut]}&shy;{second[cut:]}",
                f"{first} {second[:cut]}\u200b{second[cut:]}",
                f"{first} {second[:cut]}<{tag} title='x'>{second[cut:]}</{tag}>",
                f"{first} &#{ord(second[0])};{second[1:]}",
            )
        )
    )
    block = draw(st.sampled_from(BLOCK))
    before, after = draw(junk), draw(junk)
    return f"<html><body>{''.join(before)}<{block}>{name}</{block}>{''.join(after)}"


@given(pages())
def test_a_glance_misses_no_name_that_the_report_has(markup: str) -> None:
    try:
        report = report_from_html(markup.encode(), "a.html")
    except UnreadableInput:
        return
    if NAME.lower() in report.text.lower():
        assert NAME.lower() in glance(markup)


@given(st.binary(max_size=300) | pages().map(str.encode))
def test_any_bytes_are_a_report_or_refused(raw: bytes) -> None:
    try:
        found = list(open_stream(io.BytesIO(raw), "a").reports)
    except UnreadableInput:
        return
    for report in found:
        if isinstance(report, Report):
            assert report.text.strip()
            assert report.sha256 == sha256(report.text.encode()).hexdigest()


@given(pages())
def test_packing_changes_nothing(markup: str) -> None:
    def read(raw: bytes) -> object:
        try:
            return list(open_stream(io.BytesIO(raw), "a").reports)
        except UnreadableInput as refused:
            return str(refused)

    assert read(gzip.compress(markup.encode())) == read(markup.encode())


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_text_of_an_archive_is_found(texts: list[str]) -> None:
    raw = b"".join(
        record("conversion", f"https://a.example/{n}", f"The report: {text}".encode(), "text/plain")
        for n, text in enumerate(texts)
    )
    reports = [one for one in open_stream(io.BytesIO(raw), "a").reports if isinstance(one, Report)]
    assert [one.text for one in reports] == [f"The report: {text}" for text in texts]


@given(st.lists(st.text(max_size=200), max_size=4))
def test_joining_lines_loses_no_word_in_the_middle_of_a_page(pages_of: list[str]) -> None:
    text = joined_pages([f"Head\nline\n{page}\nfoot\nline" for page in pages_of])
    letters = {c for c in "".join(pages_of) if c.isalpha()}
    assert letters - set(text) == set()


@given(st.text())
def test_plain_characters_are_plain_already(text: str) -> None:
    once = plain_characters(text)
    assert plain_characters(once) == once


@given(st.binary(max_size=64), st.text(max_size=12))
def test_every_beginning_has_a_form(head: bytes, name: str) -> None:
    assert form_of(head, name) in type(form_of(b""))
