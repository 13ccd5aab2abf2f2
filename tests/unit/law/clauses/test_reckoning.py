"""The rule kinds, one by one, on days that depositaries have printed or that test their edges."""

from datetime import date

import pytest

from treatywatch.errors import NotADate
from treatywatch.law.clauses.reckoning import (
    Anchor,
    EndOfYear,
    FirstOfMonth,
    FixedDate,
    MonthDay,
    Period,
    Rule,
    SameDay,
    ShortMonth,
    TakesEffect,
    Unit,
    Yearly,
    ordinal,
    reckon,
)

RECEIPT = Anchor.RECEIPT_BY_DEPOSITARY
SIX_MONTHS = Period(6, Unit.MONTHS)
YEAR = Period(1, Unit.YEARS)
WHALING = Yearly(MonthDay(6, 30), MonthDay(1, 1))
NARCOTICS = Yearly(MonthDay(1, 1), MonthDay(7, 1))
THREE_MONTHS_THEN_FIRST = Period(3, Unit.MONTHS, then_first_of_next_month=True)
SIXTY_DAYS_THEN_FIRST = Period(60, Unit.DAYS, then_first_of_next_month=True)


@pytest.mark.parametrize(
    ("rule", "start", "day"),
    [
        (SameDay(), date(1970, 3, 5), date(1970, 3, 5)),
        (Period(90, Unit.DAYS), date(2014, 9, 25), date(2014, 12, 24)),
        (Period(180, Unit.DAYS), date(1996, 10, 31), date(1997, 4, 29)),
        (Period(30, Unit.DAYS), date(2004, 1, 19), date(2004, 2, 18)),
        (Period(3, Unit.MONTHS), date(1993, 3, 12), date(1993, 6, 12)),
        (Period(90, Unit.DAYS), date(1993, 3, 12), date(1993, 6, 10)),
        (SIX_MONTHS, date(2025, 7, 10), date(2026, 1, 10)),
        (YEAR, date(2018, 3, 17), date(2019, 3, 17)),
        (YEAR, date(2019, 11, 4), date(2020, 11, 4)),
        (FirstOfMonth(6), date(1998, 9, 16), date(1999, 3, 1)),
        (FirstOfMonth(6), date(2000, 3, 1), date(2000, 9, 1)),
        (THREE_MONTHS_THEN_FIRST, date(2021, 3, 22), date(2021, 7, 1)),
        (THREE_MONTHS_THEN_FIRST, date(2021, 3, 1), date(2021, 7, 1)),
        (SIXTY_DAYS_THEN_FIRST, date(2002, 4, 11), date(2002, 7, 1)),
        (SIXTY_DAYS_THEN_FIRST, date(2021, 4, 2), date(2021, 7, 1)),
        (EndOfYear(1), date(1983, 12, 28), date(1984, 12, 31)),
        (EndOfYear(1), date(2025, 7, 22), date(2026, 12, 31)),
        (EndOfYear(0), date(2025, 7, 22), date(2025, 12, 31)),
        (EndOfYear(0, MonthDay(6, 30)), date(2025, 7, 1), date(2026, 6, 30)),
        (WHALING, date(2018, 12, 26), date(2019, 6, 30)),
        (WHALING, date(1981, 6, 24), date(1982, 6, 30)),
        (WHALING, date(2019, 1, 1), date(2019, 6, 30)),
        (WHALING, date(2019, 1, 2), date(2020, 6, 30)),
        (NARCOTICS, date(2011, 6, 29), date(2012, 1, 1)),
        (NARCOTICS, date(2011, 7, 2), date(2013, 1, 1)),
        (FixedDate(date(2014, 1, 1)), date(2001, 1, 1), date(2014, 1, 1)),
    ],
)
def test_a_rule_gives_its_day(rule: Rule, start: date, day: date) -> None:
    assert reckon(TakesEffect(rule, RECEIPT), start).day == day


@pytest.mark.parametrize(
    ("rule", "start", "day"),
    [
        (SIX_MONTHS, date(2012, 1, 24), date(2012, 7, 25)),
        (YEAR, date(2024, 4, 16), date(2025, 4, 17)),
        (YEAR, date(2014, 12, 31), date(2016, 1, 1)),
        (Period(150, Unit.DAYS), date(2023, 6, 9), date(2023, 11, 7)),
        (Period(150, Unit.DAYS), date(2007, 7, 14), date(2007, 12, 12)),
        (SIX_MONTHS, date(2018, 8, 28), date(2019, 3, 1)),
        (YEAR, date(2016, 2, 29), date(2017, 3, 1)),
        (SIX_MONTHS, date(2025, 8, 30), date(2026, 3, 1)),
    ],
)
def test_some_depositaries_count_a_day_more(rule: Rule, start: date, day: date) -> None:
    found = reckon(TakesEffect(rule, RECEIPT, one_day_more=True), start)
    assert found.day == day
    assert "+ 1 day" in found.arithmetic


def test_a_short_month_is_settled_by_a_convention_that_is_said() -> None:
    last = reckon(TakesEffect(SIX_MONTHS, RECEIPT), date(2025, 8, 31))
    assert (last.day, last.assumption) == (
        date(2026, 2, 28),
        "February 2026 has no day 31; by convention its last day is taken",
    )
    first = Period(6, Unit.MONTHS, ShortMonth.FIRST_OF_NEXT)
    moved = reckon(TakesEffect(first, RECEIPT), date(2025, 8, 31))
    assert moved.day == date(2026, 3, 1)
    assert moved.assumption is not None
    assert "the next day" in moved.assumption


def test_no_convention_is_claimed_where_the_month_has_the_day() -> None:
    assert reckon(TakesEffect(SIX_MONTHS, RECEIPT), date(2025, 7, 10)).assumption is None


def test_the_sum_is_written_out() -> None:
    found = reckon(TakesEffect(SIX_MONTHS, RECEIPT), date(2025, 7, 10))
    assert found.arithmetic == "10 July 2025 + 6 months = 10 January 2026"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (SIX_MONTHS, "6 months after receipt"),
        (YEAR, "1 year after receipt"),
        (FirstOfMonth(6), "on the first day of the 6th month after receipt"),
        (EndOfYear(1), "on 31 December at the end of the year of receipt, 1 year on"),
        (WHALING, "on 30 June, if received by 1 January"),
        (SameDay(), "on the day of receipt"),
    ],
)
def test_a_rule_is_said_in_words(rule: Rule, words: str) -> None:
    assert TakesEffect(rule, RECEIPT).words == words


@pytest.mark.parametrize("text", ["30 February", "29 February", "31", "0 May", "April 30", "1 Mai"])
def test_a_day_that_not_every_year_has_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        MonthDay.parse(text)


def test_a_day_of_the_year_is_written_as_it_was_read() -> None:
    assert str(MonthDay.parse("30 April")) == "30 April"


def test_ordinals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 40, 112)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "22nd",
        "40th",
        "112th",
    ]


def test_one_day_more_than_the_same_day_is_a_whole_sum() -> None:
    told = reckon(TakesEffect(SameDay(), Anchor.DEPOSIT, one_day_more=True), date(2020, 3, 31))
    assert told.day == date(2020, 4, 1)
    assert told.arithmetic == "31 March 2020 + 1 day = 1 April 2020"
