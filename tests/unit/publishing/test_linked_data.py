"""Findings in the vocabularies of others: schema.org ClaimReview, W3C Web Annotation, Markdown."""

import hashlib
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from treatywatch import api
from treatywatch.checking.grounds.finding import Finding
from treatywatch.publishing.claim_review import claim_reviews
from treatywatch.publishing.findings_read import findings_of, kept_object
from treatywatch.publishing.markdown import markdown, words_in_markdown
from treatywatch.publishing.web_annotation import named_by_digest, web_annotations
from treatywatch.reports.report import Report

TEXT = (
    "Finland has left the Ottawa Convention. Finland joined the treaty in 2012.\n\n"
    "“We are leaving the Ottawa Convention,” said Finland's President Alexander Stubb.\n"
)
PAGE = "https://desk.example/reports/3"
MOMENT = datetime(2025, 4, 5, 6, 7, 8, tzinfo=UTC)

Found = tuple[Report, tuple[Finding, ...]]


@pytest.fixture(scope="module")
def found() -> Found:
    report = api.open_report(TEXT, published="2025-04-04")
    return report, api.check(report)


def test_findings_come_back_from_what_is_kept_as_they_were(found: Found) -> None:
    report, findings = found
    assert findings_of(kept_object(report, findings)) == findings


def test_a_review_has_what_schema_org_readers_need(found: Found) -> None:
    told: Any = claim_reviews(*found, date(2025, 4, 5), PAGE)
    assert told["@context"] == "https://schema.org"
    first = told["@graph"][0]
    assert first["claimReviewed"].startswith("Finland has left the Ottawa Convention")
    assert (first["@type"], first["url"]) == ("ClaimReview", f"{PAGE}#r1c1")
    rating = first["reviewRating"]
    assert (rating["alternateName"], rating["ratingValue"]) == ("Premature", 2)
    assert (rating["worstRating"], rating["bestRating"]) == (1, 5)
    assert first["itemReviewed"]["datePublished"] == "2025-04-04"


def test_an_opinion_is_not_reviewed(found: Found) -> None:
    verdicts = [finding.verdict.value for finding in found[1]]
    told: Any = claim_reviews(*found, date(2025, 4, 5))
    assert "not_checked" in verdicts
    assert len(told["@graph"]) == sum(verdict != "not_checked" for verdict in verdicts)


def test_an_annotation_points_to_the_very_characters(found: Found) -> None:
    report, findings = found
    told: Any = web_annotations(report, findings, api.load(), MOMENT, PAGE)
    assert (told["type"], told["total"]) == ("AnnotationCollection", len(findings))
    for one in told["first"]["items"]:
        position, quotation = one["target"]["selector"]
        start, end = position["start"], position["end"]
        assert report.text[start:end] == quotation["exact"]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert report.text.find(around) == start - len(quotation["prefix"])
        assert one["target"]["source"]["id"] == f"{PAGE}/text"
        assert one["created"] == "2025-04-05T06:07:08Z"


def test_without_a_page_a_text_is_named_by_its_digest(found: Found) -> None:
    report, findings = found
    told: Any = web_annotations(report, findings, api.load(), MOMENT)
    assert told["first"]["items"][0]["target"]["source"]["id"] == named_by_digest(report.sha256)


def test_the_name_by_digest_is_that_of_the_rfc() -> None:
    # RFC 6920, section 8.1: the name of "Hello World!".
    digest = hashlib.sha256(b"Hello World!").hexdigest()
    assert named_by_digest(digest) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"


def test_markdown_tells_every_claim(found: Found) -> None:
    text = markdown(*found, api.load())
    assert text.count("\n## ") == len(found[1])
    assert "## 1. Premature" in text
    assert "no notice of withdrawal received" in text


def test_nothing_that_a_report_says_becomes_markdown() -> None:
    hostile = "Finland has left the Ottawa Convention [click](http://x.example) <b>now</b>."
    report = api.open_report(f"# {hostile}", published="2025-04-04")
    text = markdown(report, api.check(report), api.load())
    assert not re.search(r"(?<!\\)\[click", text)
    assert "<b>" not in text


@given(st.text(alphabet="ab1 .:/#*_-+=~|<>[]()!`&@\\wht", max_size=40))
def test_no_words_are_anything_but_words_in_markdown(words: str) -> None:
    parser = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    shown = parser.parse(f"- So it is: {words_in_markdown(words)}\n> {words_in_markdown(words)}")
    inline = [child for token in shown for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special", "softbreak"}
    assert {token.tag for token in shown} <= {"", "ul", "li", "p", "blockquote"}
    told = [t.content for t in inline if t.content]
    assert "".join(told).endswith(" ".join(words.split()).strip())


def test_a_year_at_the_beginning_begins_no_list() -> None:
    assert words_in_markdown("2025. A year of exits.") == "2025\\. A year of exits."


def test_words_stay_legible_in_markdown() -> None:
    assert words_in_markdown("Lithuania: 6 months (Art. 20(3)), anti-personnel mines.") == (
        "Lithuania: 6 months (Art. 20(3)), anti-personnel mines."
    )
    assert words_in_markdown("see https://x.example and www.x.example") == (
        "see https\\://x.example and www\\.x.example"
    )
