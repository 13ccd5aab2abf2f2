"""The report on a page: kept whole and in order, without what surrounds it."""

import pytest

from tests.unit.reports.web_pages import FIRST, SECOND, framed, page, read_page
from treatywatch.errors import UnreadableInput

AROUND = ("cookies", "Sport", "World news", "dog that had been lost", "belongs to the Gazette")
LAYOUTS = {
    "an article": "<article><h1>Finland is out</h1>{}</article>",
    "a body by its property": "<h1>Finland is out</h1><div itemprop=articleBody>{}</div>",
    "the main element": "<main><h1>Finland is out</h1>{}</main>",
    "only divisions": "<div class=x1><h1>Finland is out</h1><div class=x2>{}</div></div>",
    "a table for layout": (
        "<h1>Finland is out</h1><table><tr><td width=90><a href=/a>A</a><td>{}</td></tr></table>"
    ),
    "a form around the page": "<form action=/x><h1>Finland is out</h1><div>{}</div></form>",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_report_stands_alone_in_any_layout(layout: str) -> None:
    text = read_page(framed(layout.format(f"<p>{FIRST}</p><p>{SECOND}</p>"))).text
    assert text == f"Finland is out\n\n{FIRST}\n\n{SECOND}\n"
    assert [words for words in AROUND if words in text] == []


def test_lists_captions_quotes_and_tables_stay_in_their_order() -> None:
    text = read_page(
        framed(
            f"<article><h1>Finland is out</h1><ul><li>133 States signed.<li>165 joined</ul>"
            f"<p>{FIRST}</p><figure><img src=a.jpg><figcaption>Soldiers at the border</figcaption>"
            f"</figure><blockquote><p>“We had to,” she said.</p></blockquote><h2>What is next</h2>"
            f"<ol><li>Notice</li><li>Six months</li></ol><p>{SECOND}</p>"
            "<table><tr><th>State</th><th>Notice</th></tr><tr><td>Latvia</td><td>27 June 2025</td>"
            "</tr></table></article>"
        )
    ).text
    assert text.split("\n\n") == [
        "Finland is out",
        "• 133 States signed.\n• 165 joined",
        FIRST,
        "Soldiers at the border",
        "“We had to,” she said.",
        "What is next",
        "1. Notice\n2. Six months",
        SECOND,
        "State | Notice\nLatvia | 27 June 2025\n",
    ]


def test_an_aside_and_a_foot_within_the_article_belong_to_it() -> None:
    text = read_page(
        framed(
            f"<article><h1>Out</h1><p>{FIRST}</p><aside><p>Quick facts: 133 States have signed the"
            f" treaty.</p></aside><p>{SECOND}</p><footer><p>Reporting by the desk in Helsinki, with"
            " Reuters in Geneva.</p></footer></article>"
        )
    ).text
    assert "133 States have signed" in text
    assert text.index(SECOND) < text.index("Reuters in Geneva")


@pytest.mark.parametrize(
    "name", ["share-bar", "relatedArticles", "post__comments", "js-newsletter", "ad", "promo_box"]
)
def test_what_its_name_gives_away_is_left_out(name: str) -> None:
    junk = "<p>Here is a sentence that has nothing at all to do with treaties or mines.</p>"
    text = read_page(
        framed(f'<article><p>{FIRST}</p><div class="{name}">{junk}</div><p>{SECOND}</p></article>')
    ).text
    assert "nothing at all" not in text
    assert SECOND in text


@pytest.mark.parametrize("name", ["page has-sidebar", "content ad-free", "wrap comments-open"])
def test_a_name_does_not_give_away_what_holds_the_report(name: str) -> None:
    text = read_page(framed(f'<div class="{name}"><p>{FIRST}</p><p>{SECOND}</p></div>')).text
    assert text == f"{FIRST}\n\n{SECOND}\n"


@pytest.mark.parametrize(
    "hiding", ["hidden", 'style="display: none"', "aria-hidden=true", "role=dialog"]
)
def test_what_is_not_shown_is_not_read(hiding: str) -> None:
    junk = "<p>You have read your last free report of this month; the next costs money.</p>"
    text = read_page(framed(f"<article><p>{FIRST}</p><div {hiding}>{junk}</div></article>")).text
    assert text == f"{FIRST}\n"


def test_a_line_that_is_one_link_is_no_part_of_the_report() -> None:
    text = read_page(
        framed(
            f"<article><p>{FIRST}</p><p>Read more: <a href=/a>Poland to leave the treaty</a></p>"
            f"<p>{SECOND} <a href=/b>Poland</a> is next.</p></article>"
        )
    ).text
    assert "Read more" not in text
    assert f"{SECOND} Poland is next." in text


def test_words_that_are_broken_for_the_eye_are_whole_in_the_text() -> None:
    text = read_page(
        framed(
            "<article><p>Fin&shy;land has left the <b>Otta</b>wa&#8203; Conven<wbr>tion of 1997,"
            " its\n     government   told parliament.<br>It was a Thu\u0301rsday.</p></article>"
        )
    ).text
    assert text == (
        "Finland has left the Ottawa Convention of 1997, its government told parliament.\n"
        "It was a Thúrsday.\n"
    )


def test_a_quotation_by_its_element_gets_its_marks() -> None:
    assert (
        "said: “We leave.”"
        in read_page(
            framed(f"<article><p>{FIRST}</p><p>She said: <q>We leave.</q></p></article>")
        ).text
    )


def test_date_author_and_standfirst_between_heading_and_report_are_kept() -> None:
    text = read_page(
        framed(
            "<div><h1>Finland is out</h1><p class=lead>Helsinki says it had to.</p>"
            "<div class=by>By A. Virta</div><div class=when>10 July 2025</div></div>"
            f"<div itemprop=articleBody><p>{FIRST}</p><p>{SECOND}</p></div>"
        )
    ).text
    assert text.split("\n\n")[:4] == [
        "Finland is out",
        "Helsinki says it had to.",
        "By A. Virta",
        "10 July 2025",
    ]


def test_the_title_goes_first_where_the_page_has_no_heading() -> None:
    head = "<title>Finland leaves the treaty on mines | The Gazette</title>"
    text = read_page(framed(f"<article><p>{FIRST}</p></article>", head)).text
    assert text == f"Finland leaves the treaty on mines\n\n{FIRST}\n"


def test_a_short_page_without_prose_is_read_whole() -> None:
    assert read_page(page("<body><p>Finland left.</p><p>So did Poland.</p>")).text == (
        "Finland left.\n\nSo did Poland.\n"
    )


@pytest.mark.parametrize(
    "raw",
    [
        page("<body></body>"),
        page("<body><script>let finland = 'out';</script><nav><a href=/>Home</a></nav></body>"),
        b"<!-- nothing -->",
    ],
    ids=["an empty body", "only script and menu", "only a remark"],
)
def test_a_page_without_text_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_page(raw)
    assert caught.value.what_to_do


def test_the_same_page_gives_the_same_bytes() -> None:
    raw = framed(f"<article><h1>Out</h1><p>{FIRST}</p><ul><li>One<li>Two</ul></article>")
    assert read_page(raw) == read_page(raw)


def test_the_number_of_a_note_is_no_part_of_the_word_before_it() -> None:
    raised = "states<sup>1</sup> and 133 signatories<sup><a>[2]</a></sup> in the 40<sup>th</sup>"
    text = read_page(framed(f"<article><p>{FIRST}</p><p>It has {raised} year.</p></article>")).text
    assert "It has states¹ and 133 signatories² in the 40th year." in text
