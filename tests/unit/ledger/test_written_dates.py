"""Dates in the cells of tables."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.errors import NotADate
from treatywatch.ledger.written_dates import day_stands_first, written_date

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
FORMS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d %b %Y",
    "%d %B %Y",
    "%B %d, %Y",
    "%d-%b-%Y",
    "%d.%m.%Y",
    "%Y%m%d",
)


@given(day=DAYS, form=st.sampled_from(FORMS))
def test_a_day_is_the_same_in_every_form(day: date, form: str) -> None:
    assert written_date(day.strftime(form)).exact() == day


@given(day=DAYS)
def test_figures_with_strokes_are_read_only_where_they_mean_one_day(day: date) -> None:
    written = day.strftime("%d/%m/%Y")
    if day.day > 12 or day.day == day.month:
        assert written_date(written).exact() == day
    else:
        with pytest.raises(NotADate, match=f"{day.isoformat()} or "):
            written_date(written)


@given(text=st.text(alphabet="0123456789-/. MarchmaiT:", max_size=14))
def test_what_is_read_from_anything_is_a_date_of_the_calendar(text: str) -> None:
    with suppress(NotADate):
        found = written_date(text)
        assert found.first() <= found.last()


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("18 Mar 2025", "2025-03-18"),
        ("18th of March 2025", "2025-03-18"),
        ("Mar. 18, 2025", "2025-03-18"),
        ("18. März 2025", "2025-03-18"),
        ("1er janvier 2020", "2020-01-01"),
        ("18 de marzo de 2025", "2025-03-18"),
        ("2025-3-8", "2025-03-08"),
        ("03/18/2025", "2025-03-18"),
        ("2025-03-18 00:00:00", "2025-03-18"),
        ("2025-03-18T00:00:00Z", "2025-03-18"),
        ("March 2025", "2025-03"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
    ],
)
def test_a_form(text: str, gives: str) -> None:
    assert str(written_date(text)) == gives


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "write a day"),
        ("soon", "write a day"),
        ("31/02/2025", "no day 31"),
        ("2025-13-01", "no month 13"),
        ("18-Mar-25", "four figures"),
        ("45734", "number of days"),
        ("18 Foo 2025", "write a day"),
    ],
)
def test_what_is_no_date_says_why(text: str, why: str) -> None:
    with pytest.raises(NotADate, match=why):
        written_date(text)


@pytest.mark.parametrize(
    "cells",
    [
        ["06/09/2024", "04/04/2016"],
        ["18/11/2016", "11/18/2016"],
        ["06/09/2024", "18.11.2016", "2016-11-18", "soon"],
    ],
)
def test_dates_that_show_no_order_or_two(cells: list[str]) -> None:
    assert day_stands_first(cells) is None


def test_the_dates_of_a_table_show_their_order() -> None:
    assert day_stands_first(["06/09/2024", "18/11/2016"]) is True
    assert day_stands_first(["06/09/2024", "11/18/2016"]) is False


def test_a_date_that_could_be_two_is_read_in_the_order_of_its_table() -> None:
    assert str(written_date("06/09/2024", day_first=True)) == "2024-09-06"
    assert str(written_date("06/09/2024", day_first=False)) == "2024-06-09"
    assert str(written_date("18/11/2016", day_first=False)) == "2016-11-18"
