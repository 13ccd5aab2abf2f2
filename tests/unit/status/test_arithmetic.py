"""The sums that answers print, done again from their words."""

from datetime import date

import pytest

from treatywatch.ledger.ledger import Ledger
from treatywatch.status.arithmetic import day_in_words, redo
from treatywatch.status.docket import docket


@pytest.mark.parametrize(
    "right",
    [
        "10 July 2025 + 6 months = 10 January 2026",
        "6 September 2024 + 180 days = 5 March 2025",
        "1 March 1999 + 4 years = 1 March 2003",
        "31 August 2025 + 6 months = 28 February 2026",
        "31 August 2025 + 6 months = 1 March 2026",
        "29 February 2024 + 1 year = 28 February 2025",
        "24 January 2012 + 6 months + 1 day = 25 July 2012",
        "10 January 2020 + 3 months = 10 April 2020, then the first of the month that follows"
        " = 1 May 2020",
        "March 2025 + 6 months, day 1 = 1 September 2025",
        "year ending 31 December 2017 + 1 year = 31 December 2018",
        "5 May 2020, in time for 30 June 2020, next 31 December = 31 December 2020",
        "5 May 2020, in time for 30 June 2020, next 1 January = 1 January 2021",
        "30 July 1980",
        "167 - 2 = 165",
    ],
)
def test_a_right_sum_holds(right: str) -> None:
    assert redo(right).holds


@pytest.mark.parametrize(
    ("wrong", "should_be"),
    [
        ("10 July 2025 + 6 months = 9 January 2026", "10 January 2026"),
        ("6 September 2024 + 180 days = 6 March 2025", "5 March 2025"),
        ("30 August 2025 + 6 months = 1 April 2026", "28 February 2026 or 1 March 2026"),
        ("24 January 2012 + 6 months + 1 day = 24 July 2012", "25 July 2012"),
        ("March 2025 + 6 months, day 1 = 1 October 2025", "1 September 2025"),
        ("167 - 2 = 166", "165"),
    ],
)
def test_a_wrong_sum_is_told_what_it_should_give(wrong: str, should_be: str) -> None:
    redone = redo(wrong)
    assert not redone.holds
    assert redone.words.endswith(f"it should give {should_be}")


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "soon",
        "10 July 2025 + 6 moons = 10 January 2026",
        "31 June 2025 + 1 day = 1 July 2025",
        "10 July 2025 + 6 months",
        "10 July 2025 + 6 months = never",
        "5 May 2020, in time for 30 April 2020, next 31 December = 31 December 2020",
        "10 January 2020 + 3 months = 11 April 2020, then the first of the month that follows"
        " = 1 May 2020",
    ],
)
def test_what_cannot_be_done_again_does_not_hold(nonsense: str) -> None:
    assert not redo(nonsense).holds


def test_a_day_in_words() -> None:
    assert day_in_words("29 February 2024") == date(2024, 2, 29)
    assert day_in_words("29 February 2025") is None
    assert day_in_words("2025-02-28") is None


def test_every_sum_of_the_packaged_record_can_be_done_again(packaged: Ledger) -> None:
    sums = {
        reason.arithmetic
        for treaty in packaged.treaties
        for participant in docket(packaged, treaty).by_participant
        for spell in docket(packaged, treaty).spells(participant)
        for reason in spell.reasons
        if reason.arithmetic
    }
    assert sums
    assert [sum_ for sum_ in sums if not redo(sum_).holds] == []
