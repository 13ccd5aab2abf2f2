"""Dates of honest precision, and whether a moment has come."""

from datetime import date

import pytest

from treatywatch.errors import NotADate
from treatywatch.law.calendar import (
    Come,
    Interval,
    MonthSum,
    PartialDate,
    Undetermined,
    When,
    add_months,
    first_of_month,
    has_come,
    in_words,
    parse_day,
    turning_days,
)

JUNE = PartialDate(2024, 6)


@pytest.mark.parametrize("text", ["2021", "2021-02", "2021-02-16"])
def test_a_date_is_written_as_it_was_read(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "2021-2", "2021-13", "2021-02-29", "16.2.2021", "0000"])
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotADate):
        PartialDate.parse(text)


def test_a_month_is_no_day() -> None:
    with pytest.raises(NotADate):
        parse_day("2021-02")
    assert PartialDate.parse("2021-02").exact() is None


def test_a_year_covers_its_days_and_overlaps_its_months() -> None:
    year = PartialDate(2024)
    assert (year.first(), year.last()) == (date(2024, 1, 1), date(2024, 12, 31))
    assert year.overlaps(JUNE)
    assert JUNE.covers(date(2024, 6, 30))
    assert not JUNE.covers(date(2024, 7, 1))


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2025, 7, 10), 6, MonthSum(date(2026, 1, 10), clamped=False)),
        (date(2025, 8, 31), 6, MonthSum(date(2026, 2, 28), clamped=True)),
        (date(2027, 8, 31), 6, MonthSum(date(2028, 2, 29), clamped=True)),
        (date(2024, 2, 29), 12, MonthSum(date(2025, 2, 28), clamped=True)),
        (date(2014, 12, 31), 12, MonthSum(date(2015, 12, 31), clamped=False)),
    ],
)
def test_months_keep_the_day_number_where_the_month_has_it(
    start: date, months: int, expected: MonthSum
) -> None:
    assert add_months(start, months) == expected


def test_a_deposit_on_the_first_counts_its_own_month() -> None:
    assert first_of_month(date(2000, 3, 1), 6) == date(2000, 9, 1)
    assert first_of_month(date(2000, 3, 31), 6) == date(2000, 9, 1)


def test_dates_in_words() -> None:
    assert in_words(date(2025, 7, 10)) == "10 July 2025"
    assert in_words(JUNE) == "June 2024"
    assert in_words(PartialDate(2024)) == "2024"


@pytest.mark.parametrize(
    ("when", "before", "within", "after"),
    [
        (date(2024, 6, 10), Come.NO, Come.YES, Come.YES),
        (JUNE, Come.NO, Come.CANNOT_BE_SAID, Come.YES),
        (
            Interval(date(2024, 6, 1), date(2024, 6, 30), ""),
            Come.NO,
            Come.CANNOT_BE_SAID,
            Come.YES,
        ),
        (Interval(date(2024, 6, 1), None, ""), Come.NO, Come.NO, Come.NO),
        (
            Undetermined("", "", date(2024, 6, 1)),
            Come.NO,
            Come.CANNOT_BE_SAID,
            Come.CANNOT_BE_SAID,
        ),
        (Undetermined("", ""), Come.NO, Come.NO, Come.NO),
    ],
)
def test_whether_a_moment_has_come(
    when: When | PartialDate, before: Come, within: Come, after: Come
) -> None:
    days = (date(2024, 5, 31), date(2024, 6, 10), date(2024, 6, 30))
    assert tuple(has_come(when, day) for day in days) == (before, within, after)


def test_the_answer_changes_only_on_turning_days() -> None:
    assert turning_days(JUNE) == (date(2024, 6, 1), date(2024, 6, 30))
    assert turning_days(Undetermined("", "")) == ()


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (JUNE, PartialDate(2024), True),
        (JUNE, PartialDate(2024, 6, 1), True),
        (JUNE, PartialDate(2024, 6, 30), True),
        (JUNE, PartialDate(2024, 5, 31), False),
        (JUNE, PartialDate(2024, 7, 1), False),
        (PartialDate(2024, 6, 1), PartialDate(2024, 6, 1), True),
    ],
)
def test_two_dates_can_mean_the_same_day(
    one: PartialDate, other: PartialDate, *, overlap: bool
) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap
