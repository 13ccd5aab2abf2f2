"""Disputed acts, and the end of provisional application."""

from dataclasses import replace
from datetime import date

from tests.unit.status.told import imaginary, told_act
from treatywatch.law.calendar import Interval, Undetermined
from treatywatch.law.clauses.disputed import made_nothing_of, unless_disputed
from treatywatch.law.clauses.final import Provisional
from treatywatch.law.clauses.provisional import (
    end_of_provisional_application,
    ends_with_the_signature,
)
from treatywatch.law.clauses.reckoning import Anchor, Period, TakesEffect, Unit
from treatywatch.law.effect import Effect, EffectKind
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Makes, Treaty

COUNCIL = imaginary("council")
NOTICE = told_act("council", "DDD withdrawal-notice 2003-01-10")
EXIT = Effect("council", "DDD", EffectKind.CEASES_TO_BE_PARTY, date(2003, 7, 11))
SIXTY_DAYS = TakesEffect(Period(60, Unit.DAYS), Anchor.RECEIPT_BY_DEPOSITARY)


def provisional(*declared_with: ActKind, ended_by_notice: TakesEffect | None) -> Treaty:
    clause = Provisional("45(1)", "the Treaty", frozenset(declared_with), ended_by_notice)
    return replace(
        COUNCIL, final_clauses=replace(COUNCIL.final_clauses, provisional_application=clause)
    )


def test_an_exit_that_nobody_settled_has_no_day() -> None:
    told = unless_disputed(COUNCIL, NOTICE, EXIT, "this exit")
    assert isinstance(told.when, Undetermined)
    assert told.when.why == "whether this exit came about is disputed"
    assert told.when.since == date(2003, 1, 11)
    assert told.when.what_would_settle_it == "a decision of the council"


def test_an_exit_has_the_day_of_the_view_that_is_taken() -> None:
    seen = COUNCIL.taking("own")
    [dispute] = seen.disputes
    assert dispute.taken is not None
    assert dispute.taken.held_by == "DDD"
    told = unless_disputed(seen, NOTICE, EXIT, "this exit")
    assert told.when == date(2003, 1, 11)
    assert [r.words for r in told.reasons] == ["in the view of DDD: left at once"]


def test_a_view_without_a_day_of_its_own_leaves_the_day_of_the_clause() -> None:
    [dispute] = COUNCIL.disputes
    first, second = dispute.views
    agreeing = replace(second, effect=Makes.BY_THE_CLAUSE)
    seen = replace(COUNCIL, disputes=(replace(dispute, views=(first, agreeing)),)).taking("DDD")
    assert unless_disputed(seen, NOTICE, EXIT, "this exit") is EXIT


def test_a_view_that_is_taken_may_still_leave_it_open() -> None:
    [dispute] = COUNCIL.disputes
    first, second = dispute.views
    silent = replace(first, effect=Makes.UNSETTLED)
    seen = replace(COUNCIL, disputes=(replace(dispute, views=(silent, second)),))
    told = unless_disputed(seen.taking("depositary"), NOTICE, EXIT, "this exit")
    assert isinstance(told.when, Undetermined)


def test_a_view_may_make_nothing_of_an_act() -> None:
    assert made_nothing_of(COUNCIL, NOTICE) is None
    view = made_nothing_of(COUNCIL.taking("depositary"), NOTICE)
    assert view is not None
    assert view.held_by == "the council"


def test_another_notice_is_in_no_dispute() -> None:
    other = told_act("council", "DDD withdrawal-notice 2003-01-11")
    assert unless_disputed(COUNCIL, other, EXIT, "this exit") is EXIT


def test_provisional_application_ends_after_the_period_of_the_text() -> None:
    treaty = provisional(ActKind.SIGNATURE, ended_by_notice=SIXTY_DAYS)
    act = told_act("council", "AAA provisional-application-ended 2009-08-20")
    ending = end_of_provisional_application(treaty, act)
    assert ending.when == date(2009, 10, 19)
    assert ending.kind is EffectKind.ENDS_PROVISIONAL_APPLICATION
    assert ending.reasons[0].article == "Art. 45(1)"
    assert ending.reasons[0].arithmetic == "20 August 2009 + 60 days = 19 October 2009"


def test_or_at_once_where_the_text_has_no_period() -> None:
    act = told_act("council", "AAA provisional-application-ended 2009-08-20")
    ending = end_of_provisional_application(COUNCIL, act)
    assert ending.when == date(2009, 8, 20)
    assert ending.reasons[0].article == "VCLT Art. 25(2)"


def test_a_notice_known_by_its_month_gives_bounds_and_a_printed_day_wins() -> None:
    treaty = provisional(ActKind.SIGNATURE, ended_by_notice=SIXTY_DAYS)
    act = told_act("council", "AAA provisional-application-ended 2021-10")
    when = end_of_provisional_application(treaty, act).when
    assert isinstance(when, Interval)
    assert (when.not_before, when.not_after) == (date(2021, 11, 30), date(2021, 12, 30))
    printed = told_act("council", "AAA provisional-application-ended 2021-10 printed 2021-12-13")
    assert end_of_provisional_application(treaty, printed).when == date(2021, 12, 13)


def test_only_where_signing_applies_the_treaty_does_unsigning_end_it() -> None:
    assert ends_with_the_signature(provisional(ActKind.SIGNATURE, ended_by_notice=None))
    assert not ends_with_the_signature(provisional(ActKind.RATIFICATION, ended_by_notice=None))
    assert not ends_with_the_signature(COUNCIL)
