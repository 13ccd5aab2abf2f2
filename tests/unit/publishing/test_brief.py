import re
from html.parser import HTMLParser

import pytest

from tests.unit.checking.claims import a_report
from tests.unit.publishing.findings import ONE, checked, the_ledger
from treatywatch.publishing.brief import brief

VOID = {"meta", "br", "hr", "img", "link", "input", "use", "path", "circle", "rect", "line"}


class Page(HTMLParser):
    """The page as a browser would take it: its tags, ids, links, and the words of its marks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []  # type: ignore[list-item]
        self.links += [given["href"]] if given.get("href") else []  # type: ignore[list-item]
        if tag == "mark":
            self.marks.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [v for k, v in attrs if k == "href" and v]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self.open:
            self.marks[-1] += data


@pytest.fixture(scope="module")
def html() -> str:
    return brief(checked(), the_ledger(), title="Exits & <errors>")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_the_page_is_well_formed_and_its_ids_are_unique(page: Page) -> None:
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)


def test_every_link_leads_to_a_place_on_the_page(page: Page) -> None:
    assert page.links
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)


def test_nothing_is_fetched_and_nothing_is_run(html: str, page: Page) -> None:
    assert not {"script", "link", "iframe", "img", "object"} & set(page.tags)
    assert "@import" not in html
    assert re.findall(r"url\(|src=|https?://", html) == []
    assert "default-src 'none'" in html


def test_what_a_report_says_is_escaped(html: str) -> None:
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; sad day" in html
    assert "<title>Exits &amp; &lt;errors&gt;</title>" in html


def test_each_claim_is_marked_in_place(page: Page) -> None:
    for words in ("Finland leaves mines pact", "133 parties", "166 parties"):
        assert words in page.marks


def test_words_in_two_claims_show_the_verdict_to_be_seen_first(html: str) -> None:
    assert '<mark class="contradicted">the Ottawa Convention</mark>' in html


def test_what_does_not_hold_comes_first_with_its_reason(html: str) -> None:
    head = html[: html.index("States by stage of exit</h2>")]
    assert "133 is the number of signatories" in head
    assert "10 July 2025 + 6 months = 10 January 2026" in head
    assert "sad day" not in head


def test_the_exits_tell_each_step_and_what_the_law_says_next(html: str) -> None:
    assert "<b>notice received</b> on 10 July 2025" in html
    assert "What the law says next" in html
    assert "further than it was on the report" in html


def test_reports_that_disagree_stand_side_by_side(html: str) -> None:
    part = html[html.index('id="disagreements"') : html.index('id="reports"')]
    assert '<p class="version">133</p>' in part
    assert '<p class="version">166</p>' in part
    assert '<p class="version">1997</p>' in part


def test_each_verdict_is_told_by_shape_colour_and_word(html: str) -> None:
    for verdict in ("borne_out", "contradicted", "premature", "not_checked"):
        assert f'<symbol id="v-{verdict}"' in html
        assert f'href="#v-{verdict}"' in html
        assert verdict.replace("_", " ") in html


def test_the_chart_has_words_for_those_who_cannot_see_it(html: str) -> None:
    assert 'role="img" aria-label="Timeline' in html
    assert "<title>Finland: notice received on 10 July 2025</title>" in html


def test_a_report_without_claims_and_no_report_at_all_make_a_page_too() -> None:
    nothing = brief([(a_report("Nothing here."), ())], the_ledger())
    assert "No claim in these reports is contradicted" in nothing
    assert "Where reports disagree</h2>" not in nothing
    assert Page(brief([], the_ledger())).open == []


def test_a_report_too_long_to_read_is_shown_by_its_claims_alone() -> None:
    (report, findings) = checked()[0]
    long = a_report(report.text + "\nword" * 60_000, "2025-07-12", "one")
    assert len(brief([(long, findings)], the_ledger())) < 120_000


def test_the_same_findings_give_the_same_bytes(html: str) -> None:
    assert brief(checked(), the_ledger(), title="Exits & <errors>") == html


def test_the_report_is_there_in_full(page: Page, html: str) -> None:
    words = re.sub(r"<[^>]+>", " ", html[html.index('class="text"') :])
    for word in ONE.replace("<script>alert(1)</script>", "").split():
        assert word.strip('".,&') in words
