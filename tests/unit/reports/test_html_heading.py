"""What a page says of itself, and which place goes first where places differ."""

import json
from datetime import date, timedelta

import pytest

from tests.unit.reports.web_pages import FIRST, page, read_page
from treatywatch.reports.report import Report
from treatywatch.reports.written_day import written_day

LINKED = '<script type="application/ld+json">{}</script>'
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Finland is out",
    "datePublished": "2025-07-10T23:30:00-05:00",
    "dateModified": "2025-07-12T08:00:00Z",
    "author": [{"@type": "Person", "name": "Aino Virta"}, {"name": "B. Salo"}],
    "inLanguage": "en-GB",
    "url": "https://gazette.example/out",
}
OTHER = {"@type": "NewsArticle", "headline": "Dog home", "datePublished": "2024-01-01"}


def told(head: str, body: str = "") -> Report:
    return read_page(page(f"<body><article>{body}<p>{FIRST}</p></article></body>", head))


@pytest.mark.parametrize(
    "linked",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, ARTICLE]},
        {"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Article", "https://schema.org/NewsArticle"]},
        {**ARTICLE, "mainEntityOfPage": {"@type": "WebPage", "@id": "https://gazette.example/out"}},
    ],
    ids=["alone", "in a list", "in a graph", "below its page", "of two types", "with its page"],
)
def test_json_ld_tells_of_the_article_wherever_it_stands(linked: object) -> None:
    report = told(LINKED.format(json.dumps(linked)))
    assert (report.published, report.published_from) == ("2025-07-10", "json-ld")
    assert report.modified == "2025-07-12"
    assert (report.title, report.author) == ("Finland is out", "Aino Virta, B. Salo")
    assert (report.url, report.language) == ("https://gazette.example/out", "en")


def test_the_article_of_the_page_goes_before_its_neighbours() -> None:
    neighbour = {**OTHER, "url": "https://gazette.example/dog"}
    report = told(
        '<link rel=canonical href="https://gazette.example/out">'
        + LINKED.format(json.dumps([neighbour, ARTICLE]))
    )
    assert report.published == "2025-07-10"


@pytest.mark.parametrize("broken", ["{not json", "[" * 50_000, '"text"', "null", "{}", ""])
def test_json_ld_that_is_none_leaves_the_word_to_other_places(broken: str) -> None:
    meta = '<meta property="article:published_time" content="2025-07-10T09:00:00+03:00">'
    report = told(LINKED.format(broken) + meta)
    assert (report.published, report.published_from) == ("2025-07-10", "opengraph")


@pytest.mark.parametrize(
    ("head", "body", "place"),
    [
        ('<meta property="article:published_time" content="2025-07-10">', "", "opengraph"),
        ('<meta name="date" content="2025-07-10">', "", "meta"),
        ('<meta name="DC.date.issued" content="2025-07-10">', "", "meta"),
        ('<meta name="citation_publication_date" content="2025/07/10">', "", "meta"),
        ('<meta itemprop="datePublished" content="20250710T101500Z">', "", "meta"),
        ('<meta name="pubdate" content="Thu, 10 Jul 2025 10:15:00 GMT">', "", "meta"),
        ("", '<time datetime="2025-07-10T10:15">10 July</time>', "time"),
        ("", '<time class=updated datetime=2025-07-12>x</time><time datetime=2025-07-10>', "time"),
        ("", '<time itemprop=datePublished datetime="2025-07-10"></time><time datetime=2024-01-01>',
         "time"),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_found_where_pages_keep_it(
    head: str, body: str, place: str
) -> None:
    report = told(head, body)
    assert (report.published, report.published_from) == ("2025-07-10", place)


def test_a_day_of_change_never_stands_for_publication() -> None:
    report = told('<meta property="article:modified_time" content="2025-07-12">')
    assert (report.published, report.published_from) == (None, None)
    assert report.modified == "2025-07-12"


def test_two_times_of_which_neither_says_what_it_is_say_nothing() -> None:
    assert told(
        "", "<time datetime=2025-07-10></time><time datetime=2025-07-11></time>"
    ).published is (None)


def test_places_go_in_their_order() -> None:
    report = told(
        LINKED.format(json.dumps({"@type": "Article", "datePublished": "2025-07-10"}))
        + '<meta property="article:published_time" content="2025-07-11">'
        + '<meta property="og:title" content="From OpenGraph"><meta name=author content="A. Virta">'
        + '<meta name="date" content="2025-07-12">',
        "<time datetime=2025-07-13></time>",
    )
    assert (report.published, report.published_from) == ("2025-07-10", "json-ld")
    assert (report.title, report.author) == ("From OpenGraph", "A. Virta")


def test_the_language_is_that_of_the_element_before_that_of_the_metadata() -> None:
    raw = page(f"<body><p>{FIRST}</p>", '<meta property="og:locale" content="en_US">',
               html='<html lang="de-AT">')  # fmt: skip
    assert read_page(raw).language == "de"


def test_the_canonical_address_goes_before_others() -> None:
    report = told(
        '<link rel="canonical" href="https://gazette.example/a">'
        '<meta property="og:url" content="https://gazette.example/b">'
    )
    assert report.url == "https://gazette.example/a"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-03-18", "2025-03-18"),
        ("2025-03-18T23:59:59-08:00", "2025-03-18"),
        ("2025-03-18 10:00", "2025-03-18"),
        ("2025-03", "2025-03"),
        ("20250318", "2025-03-18"),
        ("2025/3/8", "2025-03-08"),
        ("Tue, 18 Mar 2025 10:00:00 +0200", "2025-03-18"),
        ("2025-02-30", None),
        ("2025-13-01", None),
        ("18", None),
        ("yesterday", None),
        ("", None),
        ("0001-01-01T00:00:00Z", None),
        ("1" * 5_000, None),
    ],
)
def test_a_day_is_taken_as_it_was_written(written: str, day: str | None) -> None:
    assert written_day(written) == day


def test_a_day_to_come_is_no_day_of_publication() -> None:
    assert written_day((date.today() + timedelta(days=1)).isoformat()) is not None
    assert written_day((date.today() + timedelta(days=2)).isoformat()) is None
