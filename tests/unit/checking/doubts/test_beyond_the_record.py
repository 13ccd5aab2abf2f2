"""Which claims go beyond the record: acts after its last comparison that it may yet lack."""

from datetime import date, timedelta

import pytest

from treatywatch import api
from treatywatch.checking.doubts.beyond_the_record import BeyondTheRecord, beyond_the_record
from treatywatch.law.calendar import in_words
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.horizon import compared_on


@pytest.fixture(scope="module")
def after() -> date:
    """A day that the record of the mine ban treaty cannot speak of yet."""
    compared = compared_on(api.load(), "apmbc")
    assert compared is not None
    return compared + timedelta(10)


def beyond(text: str, published: date, ledger: Ledger | None = None) -> tuple[BeyondTheRecord, ...]:
    known = ledger or api.load()
    report = api.open_report(text, published=published.isoformat())
    return beyond_the_record(api.check(report, ledger=known), known)


def told(found: tuple[BeyondTheRecord, ...]) -> list[tuple[str, str, str | None]]:
    return [(one.participant, one.act.value, str(one.day) if one.day else None) for one in found]


def test_a_notice_after_the_comparison_goes_beyond_the_record(after: date) -> None:
    text = (
        f"Greece notified the UN of its withdrawal from the Ottawa Convention on {in_words(after)}."
    )
    assert told(beyond(text, after)) == [("GRC", "withdrawal-notice", after.isoformat())]


def test_of_an_exit_told_as_done_the_notice_is_proposed_without_a_day(after: date) -> None:
    text = "Greece has withdrawn from the Ottawa Convention."
    assert told(beyond(text, after)) == [("GRC", "withdrawal-notice", None)]


def test_who_only_signed_is_proposed_as_ratifying_and_others_as_acceding(after: date) -> None:
    text = "Morocco has acceded to the Ottawa Convention."
    assert told(beyond(text, after)) == [("MAR", "accession", None)]
    text = "The Marshall Islands has ratified the Convention on Cluster Munitions."
    assert {one.act.value for one in beyond(text, after)} <= {"ratification", "accession"}


@pytest.mark.parametrize(
    "text",
    [
        "Finland has left the Ottawa Convention.",  # the record has it
        "Greece will withdraw from the Ottawa Convention.",  # to come
        "Greece has not withdrawn from the Ottawa Convention.",  # denied
        "Greece may withdraw from the Ottawa Convention.",  # a possibility
        "Morocco has withdrawn from the Ottawa Convention.",  # it cannot: it never joined
        "Greece has acceded to the Ottawa Convention.",  # it is a party already
    ],
)
def test_what_the_record_has_or_cannot_be_is_not_proposed(text: str, after: date) -> None:
    assert beyond(text, after) == ()


def test_of_days_before_the_comparison_the_record_is_the_answer(after: date) -> None:
    text = "Greece has withdrawn from the Ottawa Convention."
    assert beyond(text, after - timedelta(11)) == ()
