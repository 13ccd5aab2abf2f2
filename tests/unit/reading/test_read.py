"""Reading as a whole: order, offsets, silence where there is nothing, and time."""

import time
from pathlib import Path

import pytest

from tests.unit.reading.the_record import claims, lexicon
from tests.work import calls_of
from treatywatch.reading.read import read
from treatywatch.reports.open import report_from_bytes, report_from_text

_SHARED = Path(__file__).resolve().parents[4] / "shared" / "reports"

_NEWS = (
    "Finland announced on 1 April 2025 that it would leave the Ottawa Convention. "
    "The treaty bans anti-personnel mines; 165 states have ratified it. "
    "Russia, China and the United States never signed the pact.\n\n"
)


def test_claims_come_in_text_order_and_quote_exactly() -> None:
    text = _NEWS * 3
    found = claims(text)
    assert [c.start for c in found] == sorted(c.start for c in found)
    assert all(text[c.start : c.end] == c.quote for c in found)


def test_reading_twice_gives_the_same() -> None:
    assert claims(_NEWS) == claims(_NEWS)


def test_no_treaty_no_claims() -> None:
    assert claims("Finland left the room. Poland signed the budget with 133 states.") == []


def test_an_exit_to_come_has_the_time_that_is_left_until_it() -> None:
    told = "Hungary told the United Nations in June that it is leaving the Rome Statute. "
    news = report_from_text(f"{told}It will take effect in six months.", "news", "2025-06-05")
    last = read(news, lexicon())[-1]
    assert (last.stage, last.value, last.unit) == ("effective", 6, "months")


@pytest.mark.parametrize(
    "told",
    [
        "Lithuania will be out of the Convention on Cluster Munitions in about six months.",
        "Lithuania left the Convention on Cluster Munitions six months after giving notice.",
    ],
)
def test_the_span_behind_an_exit_belongs_to_it(told: str) -> None:
    (claim,) = read(report_from_text(told, "news", "2025-03-10"), lexicon())
    assert (claim.stage, claim.value, claim.unit) == ("effective", 6, "months")


def test_no_claim_is_told_twice() -> None:
    found = [(c.type, c.start, c.end, c.treaty, c.participants) for c in claims(_NEWS)]
    assert len(found) == len(set(found))


def test_fifty_megabytes_on_one_line_without_a_treaty_pass_in_seconds() -> None:
    text = "word and more words of no treaty in 12 countries " * 1_050_000
    report = report_from_text(text, "long", "2025-07-15")
    began = time.perf_counter()
    assert read(report, lexicon()) == ()
    assert time.perf_counter() - began < 20


def test_reading_takes_work_in_proportion_to_length() -> None:
    def calls(times: int) -> int:
        report = report_from_text(_NEWS * times, "news", "2025-07-15")
        return calls_of(lambda: read(report, lexicon()))

    calls(20)
    assert calls(200) < 10 * 2 * calls(20)


@pytest.mark.parametrize("name", ["r081.txt", "r083.txt"])
def test_reports_on_other_things_yield_nothing(name: str) -> None:
    path = _SHARED / "more" / name
    if not path.exists():
        pytest.skip("the shared reports are not beside the checkout")
    report = report_from_bytes(path.read_bytes(), name)
    assert read(report, lexicon()) == ()


def test_a_page_that_names_its_treaty_in_its_title_alone_is_read_as_on_that_treaty() -> None:
    page = (
        "<html><head><title>Rome Statute of the International Criminal Court | Courtwatch</title>"
        '<meta name="date" content="2025-02-10"></head><body><h1>Who is in</h1>'
        "<p>Senegal ratified in 1999. The Statute entered into force on 1 July 2002.</p>"
        "</body></html>"
    )
    report = report_from_bytes(page.encode(), "page.html")
    told = read(report, lexicon())
    assert [(one.treaty, str(one.date)) for one in told] == [
        ("rome", "1999"),
        ("rome", "2002-07-01"),
    ]
    assert all(report.text[one.start : one.end] == one.quote for one in told)
