"""Ends that come from others: expulsion, a parent treaty; and printed days of any precision."""

from datetime import date

import pytest

from tests.unit.status.told import imaginary, told_act
from treatywatch.law.calendar import Interval, PartialDate, Undetermined, When
from treatywatch.law.clauses.ending import exit_by_expulsion, exit_with_parent
from treatywatch.law.clauses.printed import prefer_printed
from treatywatch.law.effect import Effect, EffectKind

COUNCIL = imaginary("council")  # six months after the expulsion
RAIN = imaginary("rain-protocol")
LEFT = date(2010, 5, 1)


def test_an_expulsion_has_the_period_of_the_text() -> None:
    leaving = exit_by_expulsion(COUNCIL, told_act("council", "AAA expulsion 2022-03-16"))
    assert leaving.when == date(2022, 9, 16)
    assert leaving.reasons[0].article == "Art. 58(3)"


def test_an_expulsion_known_by_its_month_has_bounds() -> None:
    when = exit_by_expulsion(COUNCIL, told_act("council", "AAA expulsion 2022-03")).when
    assert isinstance(when, Interval)
    assert (when.not_before, when.not_after) == (date(2022, 9, 1), date(2022, 9, 30))
    assert when.why == "the expulsion is known only as 2022-03"


def test_an_expulsion_under_a_silent_text_takes_effect_at_once_and_says_so() -> None:
    leaving = exit_by_expulsion(RAIN, told_act("rain-protocol", "AAA expulsion 2022-03-16"))
    assert leaving.when == date(2022, 3, 16)
    assert leaving.reasons[0].assumption is not None


@pytest.mark.parametrize(
    ("parent", "child"),
    [
        (LEFT, LEFT),
        (Interval(LEFT, date(2010, 5, 31), "by month"), (LEFT, date(2010, 5, 31))),
        (Interval(LEFT, None, "war"), (LEFT, None)),
    ],
)
def test_what_is_open_in_the_parent_is_open_here(
    parent: When, child: date | tuple[date, date | None]
) -> None:
    [clause] = RAIN.final_clauses.ends_with
    effect = Effect("climate", "AAA", EffectKind.CEASES_TO_BE_PARTY, parent)
    when = exit_with_parent(RAIN, clause, effect, "Climate Convention").when
    bounds = (when.not_before, when.not_after) if isinstance(when, Interval) else when
    assert bounds == child


def test_what_cannot_be_said_of_the_parent_cannot_be_said_here() -> None:
    [clause] = RAIN.final_clauses.ends_with
    unsaid = Undetermined("disputed", "a decision", LEFT)
    effect = Effect("climate", "AAA", EffectKind.CEASES_TO_BE_PARTY, unsaid)
    assert exit_with_parent(RAIN, clause, effect, "Climate Convention").when is unsaid


@pytest.mark.parametrize(
    ("printed", "when"),
    [
        (None, LEFT),
        (PartialDate(2010, 5, 1), LEFT),
        (PartialDate(2010, 5), LEFT),  # the month fits
        (PartialDate(2010), LEFT),
        (PartialDate(2010, 5, 2), date(2010, 5, 2)),
    ],
)
def test_a_printed_day_wins_and_a_month_that_fits_changes_nothing(
    printed: PartialDate | None, when: date
) -> None:
    told, reasons = prefer_printed(LEFT, printed, "Art. 1")
    assert told == when
    assert bool(reasons) == (when != LEFT)


def test_a_printed_month_that_does_not_fit_gives_its_bounds_and_the_difference() -> None:
    when, [difference] = prefer_printed(LEFT, PartialDate(2010, 6), "Art. 1")
    assert isinstance(when, Interval)
    assert (when.not_before, when.not_after) == (date(2010, 6, 1), date(2010, 6, 30))
    assert "printed June 2010; the clause gives 1 May 2010" in difference.words


def test_a_printed_day_settles_what_the_clause_leaves_open() -> None:
    when, [difference] = prefer_printed(Interval(LEFT, None, "war"), PartialDate(2011, 1, 1), None)
    assert when == date(2011, 1, 1)
    assert "the clause gives no one day" in difference.words
