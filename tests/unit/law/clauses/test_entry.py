"""Entry into force at the edges: earliest days, dates of less than a day, successors."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.status.told import imaginary, told_act
from treatywatch.law.calendar import Interval, PartialDate, Undetermined, When
from treatywatch.law.clauses.entry import TreatyStart, entry_for, treaty_start
from treatywatch.law.clauses.final import Succession
from treatywatch.law.clauses.reckoning import Anchor, Period, SameDay, TakesEffect, Unit
from treatywatch.law.effect import Effect, EffectKind
from treatywatch.law.treaty import Treaty

LIGHTHOUSE = imaginary("lighthouse")  # opened 1 January 2000; 3 instruments and 30 days
THREE = (
    "AAA ratification 2000-05-01",
    "BBB ratification 2000-06-01",
    "CCC ratification 2000-07-01",
)
TWO_YEARS_OPEN = TakesEffect(Period(2, Unit.YEARS), Anchor.OPENING_FOR_SIGNATURE)


def started(treaty: Treaty, *told: str) -> TreatyStart:
    return treaty_start(treaty, [told_act(treaty.id, line) for line in told])


def known(when: When) -> TreatyStart:
    return TreatyStart(Effect("lighthouse", "", EffectKind.ENTERS_INTO_FORCE, when), None)


def not_before_two_years(treaty: Treaty) -> Treaty:
    clauses = treaty.final_clauses
    of_the_treaty = replace(clauses.of_the_treaty, not_before=TWO_YEARS_OPEN)
    return replace(treaty, final_clauses=replace(clauses, of_the_treaty=of_the_treaty))


def without_later_clause(treaty: Treaty) -> Treaty:
    clauses = replace(treaty.final_clauses, for_a_later_participant=None)
    return replace(treaty, final_clauses=clauses)


def test_a_condition_met_early_waits_for_the_earliest_day() -> None:
    start = started(not_before_two_years(LIGHTHOUSE), *THREE)
    assert start.effect.when == date(2002, 1, 1)
    assert started(LIGHTHOUSE, *THREE).effect.when == date(2000, 7, 31)


def test_a_condition_met_late_does_not_wait_for_a_day_gone_by() -> None:
    late = (*THREE[:2], "CCC ratification 2003-07-01")
    start = started(not_before_two_years(LIGHTHOUSE), *late)
    assert start.effect.when == date(2003, 7, 31)


def test_an_earliest_day_needs_an_opening_to_count_from() -> None:
    unopened = replace(not_before_two_years(LIGHTHOUSE), milestones=())
    assert started(unopened, *THREE).effect.when == date(2000, 7, 31)


def test_a_treaty_one_instrument_short_is_not_in_force_and_says_what_is_lacking() -> None:
    when = started(LIGHTHOUSE, *THREE[:2]).effect.when
    assert isinstance(when, Undetermined)
    assert "3 instruments" in when.why


@pytest.mark.parametrize(
    ("deposit", "day"), [("2000-05-01", date(2000, 7, 31)), ("2001-02-03", date(2001, 2, 3))]
)
def test_without_a_clause_on_later_ones_each_is_bound_at_once(deposit: str, day: date) -> None:
    closed = without_later_clause(LIGHTHOUSE)
    act = told_act("lighthouse", f"DDD ratification {deposit}")
    assert entry_for(closed, act, known(date(2000, 7, 31))).when == day


def test_a_deposit_known_by_its_month_has_bounds_and_says_why() -> None:
    act = told_act("lighthouse", "DDD ratification 2001-02")
    when = entry_for(LIGHTHOUSE, act, known(date(2000, 7, 31))).when
    assert isinstance(when, Interval)
    assert (when.not_before, when.not_after) == (date(2001, 3, 3), date(2001, 3, 30))
    assert when.why == "the deposit is known only as February 2001"


def test_bounds_of_the_treatys_own_day_are_those_of_whoever_goes_with_it() -> None:
    within = Interval(date(2000, 7, 1), date(2000, 7, 31), "by month")
    act = told_act("lighthouse", "AAA ratification 2000-05-01")
    when = entry_for(without_later_clause(LIGHTHOUSE), act, known(within)).when
    assert isinstance(when, Interval)
    assert (when.not_before, when.not_after) == (date(2000, 7, 1), date(2000, 7, 31))
    assert when.why == "the day on which the treaty entered into force is known only within bounds"


def test_a_deposit_long_after_is_not_touched_by_those_bounds() -> None:
    within = Interval(date(2000, 7, 1), date(2000, 7, 31), "by month")
    act = told_act("lighthouse", "AAA ratification 2005-05-01")
    assert entry_for(LIGHTHOUSE, act, known(within)).when == date(2005, 5, 31)


def test_a_printed_day_is_held_against_the_clause_that_gave_the_other() -> None:
    act = told_act("lighthouse", "DDD ratification 2001-02-01 printed 2001-03-04")
    entry = entry_for(LIGHTHOUSE, act, known(date(2000, 7, 31)))
    assert entry.when == date(2001, 3, 4)
    assert entry.reasons[-1].article == "Art. 5(2)"
    assert "the clause gives 3 March 2001" in entry.reasons[-1].words


@pytest.mark.parametrize(
    ("since", "day"),
    [
        (PartialDate(1991, 6, 25), date(2000, 7, 31)),  # before the treaty: with the treaty
        (PartialDate(2002, 6, 3), date(2002, 6, 3)),
    ],
)
def test_a_successor_is_bound_from_its_succession_but_not_before_the_treaty(
    since: PartialDate, day: date
) -> None:
    act = told_act("lighthouse", "DDD succession 2003-01-10")
    assert entry_for(LIGHTHOUSE, act, known(date(2000, 7, 31)), since).when == day


def test_a_succession_to_a_treaty_not_in_force_has_no_day() -> None:
    act = told_act("lighthouse", "DDD succession 2003-01-10")
    nowhere = known(Undetermined("two instruments are lacking", "two instruments"))
    assert isinstance(entry_for(LIGHTHOUSE, act, nowhere, PartialDate(2002)).when, Undetermined)


def test_a_text_may_count_a_succession_from_its_deposit() -> None:
    clause = Succession("7", TakesEffect(SameDay(), Anchor.DEPOSIT))
    treaty = replace(LIGHTHOUSE, final_clauses=replace(LIGHTHOUSE.final_clauses, succession=clause))
    act = told_act("lighthouse", "DDD succession 2003-01-10")
    entry = entry_for(treaty, act, known(date(2000, 7, 31)), PartialDate(2002, 6, 3))
    assert entry.when == date(2003, 1, 10)
    assert entry.reasons[0].article == "Art. 7"


def test_a_succession_told_in_advance_takes_effect_on_its_own_day() -> None:
    act = told_act("lighthouse", "DDD succession 2002-12-21 names 2003-01-01")
    assert entry_for(LIGHTHOUSE, act, known(date(2000, 7, 31))).when == date(2003, 1, 1)


def test_a_succession_known_by_its_year_has_bounds() -> None:
    act = told_act("lighthouse", "DDD succession 2003-01-10")
    when = entry_for(LIGHTHOUSE, act, known(date(2000, 7, 31)), PartialDate(2001)).when
    assert isinstance(when, Interval)
    assert (when.not_before, when.not_after) == (date(2001, 1, 1), date(2001, 12, 31))
