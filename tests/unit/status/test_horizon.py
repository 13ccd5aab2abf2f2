"""The record speaks up to the day on which it was last held against its sources."""

from dataclasses import replace
from datetime import date

from tests.unit.status.told import MADE_UP, told_act, told_ledger
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Coverage
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.counting import count
from treatywatch.status.explain import (
    count_lines,
    effect_lines,
    status_lines,
    timeline_lines,
)
from treatywatch.status.foresight import effect
from treatywatch.status.horizon import compared_on
from treatywatch.status.supposing import SupposedAct
from treatywatch.status.timeline import status, timeline
from treatywatch.status.whatif import what_if

LEDGER = told_ledger({"armistice": [told_act("armistice", "AAA ratification 2001-01-01")]})
CAUTION = "the record was last compared with its sources on 30 June 2010"


def told_on(ledger: Ledger, on: date) -> str:
    answer = status(ledger, "AAA", "armistice", on)
    return "\n".join(line.words for line in status_lines(answer, ledger))


def test_the_latest_of_the_sources_counts() -> None:
    later = replace(MADE_UP, id="later", retrieved="2011")
    acts = (*LEDGER.acts["armistice"], replace(LEDGER.acts["armistice"][0], source="later"))
    ledger = replace(LEDGER, acts={"armistice": acts}, sources={"later": later, **LEDGER.sources})

    assert compared_on(LEDGER, "armistice") == date(2010, 6, 30)
    assert compared_on(ledger, "armistice") == date(2011, 12, 31)


def test_a_list_that_later_reports_kept_up_reaches_as_far_as_these() -> None:
    treaty = LEDGER.treaties["armistice"]
    kept = replace(treaty, coverage=Coverage(until=date(2015, 12, 31)))
    ledger = replace(LEDGER, treaties={**LEDGER.treaties, "armistice": kept})

    assert compared_on(ledger, "armistice") == date(2015, 12, 31)
    assert "compared" not in told_on(ledger, date(2012, 1, 1))


def test_a_day_within_the_record_needs_no_caution() -> None:
    assert "compared" not in told_on(LEDGER, date(2010, 6, 30))


def test_a_day_beyond_the_record_is_answered_with_a_caution() -> None:
    assert CAUTION in told_on(LEDGER, date(2010, 7, 1))
    counted = count_lines(count(LEDGER, "armistice", date(2020, 1, 1)), LEDGER)
    assert counted[-1].words.startswith(CAUTION)


def test_a_history_tells_how_far_the_record_reaches() -> None:
    lines = timeline_lines(timeline(LEDGER, "AAA", "armistice"), LEDGER)
    assert lines[-1].words == CAUTION


def test_an_act_beyond_the_record_is_answered_with_a_caution() -> None:
    def told(day: date) -> str:
        asked = effect(LEDGER, "armistice", ActKind.WITHDRAWAL_NOTICE, day, "AAA")
        return "\n".join(line.words for line in effect_lines(asked, LEDGER))

    assert "compared" not in told(date(2010, 6, 30))
    assert CAUTION in told(date(2010, 7, 1))


def test_a_supposition_about_a_day_beyond_the_record_says_so_of_each_treaty() -> None:
    notice = SupposedAct("AAA", "armistice", ActKind.WITHDRAWAL_NOTICE, date(2010, 1, 1))
    assert what_if(LEDGER, [notice], date(2010, 6, 30)).cautions == ()
    [told] = what_if(LEDGER, [notice], date(2010, 7, 1)).cautions
    assert told.startswith(f"{LEDGER.treaties['armistice'].short_title}: {CAUTION}")


def test_a_record_that_was_never_compared_says_so() -> None:
    never = replace(LEDGER, sources={MADE_UP.id: replace(MADE_UP, retrieved="")})

    assert "does not say when it was last compared" in told_on(never, date(2005, 1, 1))
