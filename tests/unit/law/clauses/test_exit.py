"""Windows and locks on leaving that no imaginary case covers."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.status.told import imaginary
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.exit import (
    ArmedConflict,
    Circumstances,
    Void,
    exit_by_notice,
    next_opening,
)
from treatywatch.law.clauses.final import Lock, Locked, Window, Withdrawal
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
