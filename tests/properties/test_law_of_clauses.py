"""Laws of the rule kinds, of thresholds and of dates of honest precision, on random ones."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.law_strategies import (
    act_lists,
    acts,
    days,
    exact_dates,
    partial_dates,
    periods,
    rules,
    treaties,
)
from treatywatch.law.act import Act
from treatywatch.law.calendar import (
    Come,
    Interval,
    PartialDate,
    Undetermined,
    has_come,
    turning_days,
)
from treatywatch.law.clauses.entry import entry_for, treaty_start
from treatywatch.law.clauses.final import Instruments
from treatywatch.law.clauses.reckoning import (
    Anchor,
    FirstOfMonth,
    Period,
    Rule,
    TakesEffect,
    Unit,
    reckon,
)
from treatywatch.law.clauses.thresholds import reached
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Treaty

CONSENTS = [ActKind.RATIFICATION, ActKind.ACCESSION]


@given(rules, days)
def test_nothing_takes_effect_before_it_was_done(rule: Rule, day: date) -> None:
    assert reckon(TakesEffect(rule, Anchor.DEPOSIT), day).day >= day


@given(rules, days, days)
def test_what_is_done_later_never_takes_effect_earlier(rule: Rule, one: date, other: date) -> None:
    takes_effect = TakesEffect(rule, Anchor.DEPOSIT)
    first, last = sorted((one, other))
    assert reckon(takes_effect, first).day <= reckon(takes_effect, last).day


@given(rules, days)
def test_a_day_more_is_one_day_more(rule: Rule, day: date) -> None:
    plain = reckon(TakesEffect(rule, Anchor.DEPOSIT), day).day
    more = reckon(TakesEffect(rule, Anchor.DEPOSIT, one_day_more=True), day).day
    assert more - plain == timedelta(days=1)


@given(st.integers(1, 24), st.integers(1, 12), st.integers(2000, 2012))
def test_every_day_of_a_month_leads_to_the_same_first(months: int, month: int, year: int) -> None:
    takes_effect = TakesEffect(FirstOfMonth(months), Anchor.MONTH_OF_DEPOSIT)
    whole = PartialDate(year, month)
    ends = {reckon(takes_effect, day).day for day in (whole.first(), whole.last())}
    assert len(ends) == 1
    assert ends.pop().day == 1


@given(periods, days)
def test_a_period_keeps_the_day_number_or_says_that_it_cannot(period: Period, day: date) -> None:
    if period.unit is Unit.DAYS or period.then_first_of_next_month:
        return
    found = reckon(TakesEffect(period, Anchor.DEPOSIT), day)
    assert (found.day.day == day.day) == (found.assumption is None)


@given(act_lists(CONSENTS, exact_dates), st.integers(1, 3), st.randoms())
def test_the_threshold_does_not_depend_on_the_order_of_rows(
    told: list[Act], number: int, random: Random
) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)
    assert reached(Instruments(number), told) == reached(Instruments(number), shuffled)


@given(act_lists(CONSENTS, exact_dates), acts(CONSENTS, exact_dates), st.integers(1, 3))
def test_one_more_instrument_never_delays_the_threshold(
    told: list[Act], more: Act, number: int
) -> None:
    without = reached(Instruments(number), told)
    with_it = reached(Instruments(number), [*told, more])
    if without is not None:
        assert with_it is not None
        assert with_it.on <= without.on


@given(treaties(), act_lists(CONSENTS, exact_dates), days, st.sampled_from(CONSENTS))
def test_nobody_is_bound_before_the_treaty_is_in_force(
    treaty: Treaty, told: list[Act], day: date, kind: ActKind
) -> None:
    start = treaty_start(treaty, told)
    on = PartialDate.of(day)
    entry = entry_for(treaty, Act(treaty.id, "EEE", kind, on, on, on, "made-up"), start)
    if isinstance(start.effect.when, Undetermined):
        assert isinstance(entry.when, Undetermined)
    else:
        assert isinstance(entry.when, date)
        assert start.earliest is not None
        assert entry.when >= start.earliest


@given(treaties(), act_lists(CONSENTS, exact_dates), partial_dates(), st.data())
def test_a_month_or_year_gives_bounds_that_hold_for_each_of_its_days(
    treaty: Treaty, told: list[Act], on: PartialDate, choice: st.DataObject
) -> None:
    start = treaty_start(treaty, told)
    day = PartialDate.of(choice.draw(st.dates(on.first(), on.last())))
    vague, sharp = (
        entry_for(treaty, Act(treaty.id, "EEE", CONSENTS[0], d, d, d, "made-up"), start).when
        for d in (on, day)
    )
    if isinstance(vague, Interval):
        assert isinstance(sharp, date)
        assert vague.not_after is not None
        assert vague.not_before <= sharp <= vague.not_after
    else:
        assert vague == sharp


@given(st.one_of(days, partial_dates()), days)
def test_whether_a_moment_has_come_changes_only_on_turning_days(
    when: date | PartialDate, day: date
) -> None:
    turns = turning_days(when)
    if day not in turns:
        assert has_come(when, day) is has_come(when, day - timedelta(days=1))
    assert has_come(when, turns[-1]) is Come.YES
