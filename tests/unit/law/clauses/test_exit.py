"""Windows and locks on leaving that no imaginary case covers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.status.told import imaginary, told_act
from treatywatch.law.act import Act
from treatywatch.law.calendar import Interval, PartialDate, Undetermined, When
from treatywatch.law.clauses.exit import (
    ArmedConflict,
    Circumstances,
    Void,
    end_of_term,
    exit_by_notice,
    next_opening,
)
from treatywatch.law.clauses.final import Lock, Locked, Terms, Window, Withdrawal
from treatywatch.law.clauses.reckoning import Anchor, Period, TakesEffect, Unit
from treatywatch.law.effect import Effect
from treatywatch.law.terms import ActKind, Answer
from treatywatch.law.treaty import Treaty

IN_FORCE = date(1959, 1, 17)
EVERY_TENTH_YEAR = Window("3", 10, 1)
ONE_YEAR = TakesEffect(Period(1, Unit.YEARS), Anchor.RECEIPT_BY_DEPOSITARY)


def labour(window: Window | None = EVERY_TENTH_YEAR, lock: Lock | None = None) -> Treaty:
    clause = Withdrawal("3", ("depositary",), ONE_YEAR, window=window, lock=lock)
    treaty = imaginary("lighthouse")
    return replace(treaty, final_clauses=replace(treaty.final_clauses, withdrawal=clause))


def leave(treaty: Treaty, received: date) -> Effect | Void:
    on = PartialDate.of(received)
    notice = Act(treaty.id, "AAA", ActKind.WITHDRAWAL_NOTICE, on, on, on, "made-up")
    around = Circumstances(
        lambda _: ArmedConflict(Answer.NO, "peace"), date(1960, 1, 1), IN_FORCE, None
    )
    return exit_by_notice(treaty, notice, around)


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(1959, 6, 1), date(1969, 1, 17)),
        (date(1969, 1, 16), date(1969, 1, 17)),
        (date(1969, 1, 17), date(1969, 1, 17)),
        (date(1970, 1, 16), date(1969, 1, 17)),
        (date(1970, 1, 17), date(1979, 1, 17)),
        (date(1990, 1, 10), date(1989, 1, 17)),
    ],
)
def test_the_span_for_notices_comes_again(day: date, opens: date) -> None:
    assert next_opening(EVERY_TENTH_YEAR, IN_FORCE, day) == opens


def test_a_notice_a_week_before_the_span_closes_counts() -> None:
    left = leave(labour(), date(1990, 1, 10))
    assert isinstance(left, Effect)
    assert left.when == date(1991, 1, 10)


def test_a_notice_outside_the_span_is_void_and_says_when_to_come_again() -> None:
    void = leave(labour(), date(1990, 1, 17))
    assert isinstance(void, Void)
    assert "17 January 1999" in void.what_would_settle_it


def test_a_lock_on_the_effect_lets_the_notice_wait() -> None:
    five_years = TakesEffect(Period(5, Unit.YEARS), Anchor.ENTRY_INTO_FORCE_FOR_PARTY)
    treaty = labour(None, Lock("58", five_years, Locked.EFFECT))
    left = leave(treaty, date(1961, 6, 1))
    assert isinstance(left, Effect)
    assert left.when == date(1965, 1, 1)
    later = leave(treaty, date(1970, 6, 1))
    assert isinstance(later, Effect)
    assert later.when == date(1971, 6, 1)


def postponed(notice: str, conflict_on: dict[date, Answer]) -> When:
    act = told_act("armistice", notice)
    around = Circumstances(lambda day: ArmedConflict(conflict_on[day], "as told"))
    leaving = exit_by_notice(imaginary("armistice"), act, around)
    assert isinstance(leaving, Effect)
    return leaving.when


def test_a_notice_known_by_its_month_is_tested_for_war_at_both_ends() -> None:
    ends = (date(2005, 7, 1), date(2005, 7, 31))
    peace = postponed("AAA withdrawal-notice 2005-01", dict.fromkeys(ends, Answer.NO))
    assert isinstance(peace, Interval)
    assert (peace.not_before, peace.not_after) == ends
    for answers in ((Answer.NO, Answer.YES), (Answer.YES, Answer.NO), (Answer.NO, Answer.UNKNOWN)):
        war = postponed("AAA withdrawal-notice 2005-01", dict(zip(ends, answers, strict=True)))
        assert isinstance(war, Undetermined)
        assert war.since == ends[0]


@pytest.mark.parametrize(
    ("in_force", "opens"),
    [
        (date(1960, 2, 29), date(1970, 2, 28)),
        (date(1960, 2, 28), date(1970, 2, 28)),
        (date(1960, 2, 10), date(1970, 2, 10)),
        (date(1960, 1, 29), date(1970, 1, 29)),
    ],
)
def test_a_span_opens_on_its_day_and_a_leap_day_on_the_last_of_february(
    in_force: date, opens: date
) -> None:
    assert next_opening(EVERY_TENTH_YEAR, in_force, date(1969, 6, 1)) == opens


def test_without_its_own_entry_in_the_record_a_party_is_locked_at_least_as_long_as_the_treaty() -> (
    None
):
    three_years = TakesEffect(Period(3, Unit.YEARS), Anchor.ENTRY_INTO_FORCE_FOR_PARTY)
    treaty = labour(None, Lock("28(1)", three_years, Locked.NOTICE))
    around = Circumstances(lambda _: ArmedConflict(Answer.NO, "peace"), None, IN_FORCE)
    early = told_act("lighthouse", "AAA withdrawal-notice 1962-01-16")
    assert isinstance(exit_by_notice(treaty, early, around), Void)
    in_time = told_act("lighthouse", "AAA withdrawal-notice 1962-01-17")
    assert isinstance(exit_by_notice(treaty, in_time, around), Effect)


@given(
    start=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    day=st.dates(date(1900, 1, 1), date(2150, 1, 1)),
    first=st.integers(1, 20),
    then=st.integers(1, 20),
)
def test_an_exit_waits_for_the_end_of_a_term_and_for_no_later_one(
    start: date, day: date, first: int, then: int
) -> None:
    terms = Terms("1", first, then, Anchor.ENTRY_INTO_FORCE)
    ends = end_of_term(terms, start, day)
    years = ends.year - start.year
    assert ends >= day
    assert years >= first
    assert (years - first) % then == 0
    assert years == first or end_of_term(terms, start, day - timedelta(days=366 * then)) < ends
