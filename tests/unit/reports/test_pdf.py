"""PDFs: their words as a reader would say them, and what is said of those that cannot be read."""

import pytest

from tests.unit.reports.pdf_files import pdf_of, put_together
from treatywatch.errors import UnreadableInput
from treatywatch.reports.pdf import report_from_pdf
from treatywatch.reports.pdf_text import joined_pages

INFO = "/Title (Finland is out) /Author (A. Virta) /CreationDate (D:20250711093000+03'00')"


def test_a_pdf_is_read_with_what_it_says_of_itself() -> None:
    raw = pdf_of(
        [
            [
                "Helsinki, 10 July 2025",
                "Finland has left the treaty on mines, as its",
                "government said.",
            ]
        ],
        INFO,
        "/Lang (en-GB)",
    )
    report = report_from_pdf(raw, "a.pdf")
    assert report.text == (
        "Helsinki, 10 July 2025\n\nFinland has left the treaty on mines, as its government said.\n"
    )
    assert (report.title, report.author, report.language) == ("Finland is out", "A. Virta", "en")
    assert (report.published, report.published_from) == ("2025-07-11", "pdf")


def test_a_date_that_is_none_is_not_made_one() -> None:
    raw = pdf_of([["Finland left."]], "/CreationDate (D:20251399)")
    assert report_from_pdf(raw, "a.pdf").published is None


CIRCLES = put_together(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 3 0 R >>",
        b"<< >>",
    ],
    info=4,
)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"%PDF-1.7\nnothing", "damaged"),
        (pdf_of([["Finland left."]])[:200], "damaged"),
        (pdf_of([[]]), "no text"),
        (CIRCLES, "damaged|no text|memory"),
    ],
    ids=["a heading alone", "cut short", "no words", "pages that hold themselves"],
)
def test_a_pdf_that_cannot_be_read_is_refused_with_what_to_do(raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why) as caught:
        report_from_pdf(raw, "a.pdf")
    assert caught.value.what_to_do


def test_a_stream_that_unpacks_to_gigabytes_is_refused() -> None:
    import zlib

    engine = zlib.compressobj(9)
    packed = b"".join(engine.compress(b" " * 10_000_000) for _ in range(100)) + engine.flush()
    assert len(packed) < 2_000_000
    pages = pdf_of([["Finland left."]])
    bomb = put_together(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources"
            b" << /Font << /F1 3 0 R >> >> >>",
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
            b"<< >>",
        ],
        info=6,
    )
    assert report_from_pdf(pages, "a.pdf").text
    with pytest.raises(UnreadableInput, match="memory or time"):
        report_from_pdf(bomb, "bomb.pdf")


def test_a_pdf_that_takes_too_long_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="memory or time"):
        report_from_pdf(pdf_of([["Finland left."]]), "a.pdf", seconds=0.001)


def paragraph(*lines: str) -> str:
    (text,) = joined_pages(["\n".join(lines)]).strip("\n").split("\n\n")
    return text


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the conven-", "tion was left", "the convention was left"),
        ("the Anti-", "Personnel Mine Ban Convention", "the Anti-Personnel Mine Ban Convention"),
        ("the anti-", "personnel mine treaty", "the anti-personnel mine treaty"),
        ("the non-", "proliferation treaty", "the non-proliferation treaty"),
        (
            "the Treaty was ratified in 1996-",
            "97 by most",
            "the Treaty was ratified in 1996-97 by most",
        ),
        ("left the trea\u00ad", "ty", "left the treaty"),
        ("the treaty -", "which it left", "the treaty - which it left"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole(first: str, second: str, joined: str) -> None:
    assert paragraph(first, second) == joined


def test_the_document_itself_tells_whether_a_word_has_a_hyphen() -> None:
    told = "A land-mine is a land-mine, and what is a land-\nmine remains one for ever and a day."
    assert told.replace("\n", "") in joined_pages([told])
    other = "A recount is a recount: they re-\ncount, and each recount takes them a day or two."
    assert "they recount" in joined_pages([other])


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        f"The Gazette, 10 July 2025\nParagraph {word} is long enough to fill a line of the page.\n"
        f"Its second line goes on.\nAnd the third one too.\nIts last one.\n- {number} -"
        for number, word in enumerate(("one", "two", "three"), start=1)
    ]
    text = joined_pages(pages)
    assert "Gazette" not in text
    assert "- 2 -" not in text
    assert all(f"Paragraph {word}" in text for word in ("one", "two", "three"))


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    pages = ["Finland has told the depositary in New York that it leaves", "the Ottawa Convention."]
    assert "it leaves the Ottawa Convention." in joined_pages(pages)


def test_items_and_headings_stand_alone() -> None:
    text = joined_pages(
        [
            "What was said\nThe minister told parliament that the country would leave the treaty at"
            "\nonce.\n• 133 States have signed it\n• 165 are bound by it\n1. Notice is given"
        ]
    )
    assert text.strip().split("\n\n") == [
        "What was said",
        "The minister told parliament that the country would leave the treaty at once.",
        "• 133 States have signed it",
        "• 165 are bound by it",
        "1. Notice is given",
    ]
