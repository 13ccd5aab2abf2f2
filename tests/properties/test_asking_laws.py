"""What always holds of deadlines, suppositions, numbers, proofs, calendars and panels."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.law_strategies import (
    act_lists,
    acts,
    conflicts,
    days,
    ledger_of,
    rules,
    treaties,
)
from tests.unit.status.harbour import harbour
from tests.unit.status.told import STATES
from treatywatch.law.act import Act
from treatywatch.law.clauses.reckoning import Anchor, Rule, SameDay, TakesEffect, reckon
from treatywatch.law.participant import Conflict, Participant, ParticipantKind
from treatywatch.law.terms import ActKind, Standing
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.icalendar import CalendarEvent, icalendar_text
from treatywatch.publishing.panel import PanelChoices, panel, rows_of
from treatywatch.status.answers import CountRule
from treatywatch.status.arithmetic import redo
from treatywatch.status.count_history import count_history
from treatywatch.status.counting import count
from treatywatch.status.deadline import DeadlineState
from treatywatch.status.deadlines import deadlines
from treatywatch.status.proof import proof_of_count, proof_of_effect, proof_of_status
from treatywatch.status.proving import prove
from treatywatch.status.supposing import SupposedAct, as_all_there_is, supposing
from treatywatch.status.timeline import timeline
from treatywatch.status.whatif import what_if

WHO = STATES[:4]
BOUND = {Standing.PARTY, Standing.PARTY_UNDER_NOTICE}
statements = st.lists(conflicts, max_size=3)
one_of_them = st.sampled_from(WHO)
count_rules = st.sampled_from(CountRule)


def with_duties(treaty: Treaty) -> Treaty:
    return replace(treaty, duties=harbour().duties)


@given(rules, days)
def test_every_sum_can_be_done_again_from_its_words(rule: Rule, start: date) -> None:
    for one_day_more in (False, not isinstance(rule, SameDay)):
        reckoning = reckon(TakesEffect(rule, Anchor.DEPOSIT, one_day_more), start)
        redone = redo(reckoning.arithmetic)
        assert redone.holds, redone.words


@given(rules, days, st.integers(-40, 40).filter(bool))
def test_a_sum_with_another_result_does_not_hold(rule: Rule, start: date, off: int) -> None:
    reckoning = reckon(TakesEffect(rule, Anchor.DEPOSIT), start)
    sum_, equals, _ = reckoning.arithmetic.rpartition(" = ")
    wrong = reckoning.day + timedelta(days=off)
    if not equals or (reckoning.assumption and abs(off) == 1):
        return  # a day alone is no sum; a short month has two results, a day apart
    assert not redo(f"{sum_} = {wrong.day} {wrong:%B} {wrong.year}").holds


@given(treaties(), act_lists(), statements, days, count_rules)
def test_one_sweep_gives_the_count_of_every_day(
    treaty: Treaty, told: list[Act], said: list[Conflict], day: date, rule: CountRule
) -> None:
    ledger = ledger_of(treaty, told, said)
    history = count_history(ledger, treaty.id)
    assert history.number(rule, day) == count(ledger, treaty.id, day).by(rule).number


@given(treaties(), act_lists(), days, count_rules, st.integers(0, 4))
def test_a_number_is_right_on_the_days_of_its_spans_and_no_other(
    treaty: Treaty, told: list[Act], day: date, rule: CountRule, number: int
) -> None:
    history = count_history(ledger_of(treaty, told), treaty.id)
    spans = history.right_spans(number, number, rule)
    within = [
        s
        for s in spans
        if (s.since is None or s.since <= day) and (s.last is None or day <= s.last)
    ]
    assert len(within) == (history.number(rule, day) == number)


@given(treaties(), act_lists(), statements, days, one_of_them)
def test_a_proof_of_any_standing_holds(
    treaty: Treaty, told: list[Act], said: list[Conflict], day: date, who: str
) -> None:
    ledger = ledger_of(treaty, told, said)
    made = proof_of_status(ledger, who, treaty.id, day)
    assert prove(json.dumps(made), ledger).failures == ()


@given(treaties(), act_lists(), days, count_rules)
def test_a_proof_of_any_count_holds(
    treaty: Treaty, told: list[Act], day: date, rule: CountRule
) -> None:
    ledger = ledger_of(treaty, told)
    made = proof_of_count(ledger, treaty.id, day, rule)
    assert prove(json.dumps(made), ledger).failures == ()


@given(treaties(), act_lists(), days, st.none() | one_of_them, st.sampled_from(ActKind))
def test_a_proof_of_any_effect_holds(
    treaty: Treaty, told: list[Act], day: date, who: str | None, kind: ActKind
) -> None:
    ledger = ledger_of(treaty, told)
    made = proof_of_effect(ledger, treaty.id, kind, day, who)
    assert prove(json.dumps(made), ledger).failures == ()


@given(treaties(), act_lists(), acts(), days, one_of_them)
def test_a_further_act_of_the_one_asked_about_fails_the_proof(
    treaty: Treaty, told: list[Act], further: Act, day: date, who: str
) -> None:
    made = proof_of_status(ledger_of(treaty, told), who, treaty.id, day)
    more = [*told, *([further] if further.id not in {a.id for a in told} else [])]
    found = prove(made, ledger_of(treaty, more))
    if further in more and further.participant == who:
        assert not found.holds


@given(treaties(), act_lists(), statements, days)
def test_supposing_nothing_changes_nothing(
    treaty: Treaty, told: list[Act], said: list[Conflict], day: date
) -> None:
    found = what_if(ledger_of(with_duties(treaty), told, said), [], day)
    assert (found.standings, found.counts, found.entries, found.deadlines) == ((), (), (), ())


@given(treaties(), act_lists(), acts(), days)
def test_the_changes_lead_from_what_was_to_what_follows(
    treaty: Treaty, told: list[Act], further: Act, day: date
) -> None:
    ledger = ledger_of(treaty, told)
    act = SupposedAct(further.participant, treaty.id, further.kind, further.received_on.first())
    found = what_if(ledger, [act], day)
    after = supposing(ledger, [act])
    for who in WHO:
        old = timeline(ledger, who, treaty.id).on(day)
        new = timeline(after, who, treaty.id).on(day)
        changes = [
            c
            for c in found.standings
            if c.participant == who
            and (c.since is None or c.since <= day)
            and (c.until is None or day < c.until)
        ]
        if old.standing is new.standing:
            assert all(c.before.standing is c.after.standing for c in changes)
        else:
            (change,) = changes
            assert (change.before.standing, change.after.standing) == (old.standing, new.standing)


@given(treaties(), act_lists(), days, days, one_of_them)
def test_what_was_known_made_into_all_there_is_gives_the_same_standings(
    treaty: Treaty, told: list[Act], known_on: date, day: date, who: str
) -> None:
    ledger = ledger_of(treaty, told)
    frozen = as_all_there_is(ledger, known_on)
    assert frozen.known_on is None
    expected = timeline(ledger, who, treaty.id, as_known_on=known_on).on(day)
    assert timeline(frozen, who, treaty.id).on(day).standing is expected.standing


@given(treaties(), act_lists(), statements, days)
def test_a_deadline_that_stands_falls_on_a_day_of_membership(
    treaty: Treaty, told: list[Act], said: list[Conflict], on: date
) -> None:
    ledger = ledger_of(with_duties(treaty), told, said)
    until = on + timedelta(days=1500)
    for deadline in deadlines(ledger, treaty=treaty.id, on=on, until=until):
        assert deadline.reasons
        if deadline.state is not DeadlineState.STANDS or not isinstance(deadline.due, date):
            continue
        assert on <= deadline.due <= until
        standing = timeline(ledger, deadline.participant, treaty.id).on(deadline.due).standing
        assert standing in BOUND, deadline


@given(treaties(), act_lists(), statements, days)
def test_no_two_deadlines_have_the_same_name(
    treaty: Treaty, told: list[Act], said: list[Conflict], on: date
) -> None:
    ledger = ledger_of(with_duties(treaty), told, said)
    names = [d.id for d in deadlines(ledger, on=on, until=on + timedelta(days=1500))]
    assert len(set(names)) == len(names)


@given(st.text(max_size=300), st.text(max_size=300), days)
def test_any_words_survive_the_calendar(summary: str, description: str, day: date) -> None:
    icalendar = pytest.importorskip("icalendar", reason="the library that reads calendars back")
    event = CalendarEvent("one", day, summary, description, "deadline", "CONFIRMED", 0)
    text = icalendar_text([event], datetime(2005, 1, 1, tzinfo=UTC))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert found["DTSTART"].dt == day
    assert printable(str(found["SUMMARY"])) == printable(summary)


def printable(text: str) -> str:
    """What a calendar can hold of a text: line ends are alike, control characters have no place."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        letter for letter in text if letter == "\n" or (letter >= " " and letter != "\x7f")
    )


@settings(max_examples=30)
@given(treaties(), act_lists(), statements)
def test_the_panel_says_what_the_timelines_say(
    treaty: Treaty, told: list[Act], said: list[Conflict]
) -> None:
    ledger = numbered(ledger_of(treaty, told, said))
    found = panel(ledger, PanelChoices(1999, 2014))
    for cells in rows_of(found.long):
        row = dict(zip(found.long, cells, strict=True))
        line = timeline(ledger, str(row["participant"]), treaty.id)
        year = row["year"]
        assert isinstance(year, int)
        first, last = date(year, 1, 1), date(year, 12, 31)
        assert row["status_jan1"] == line.on(first).standing
        assert row["status_dec31"] == line.on(last).standing
        in_year = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        party_days = sum(line.on(day).standing in BOUND for day in in_year)
        assert row["party_days"] == party_days
        if party_days:
            assert row["party_any"] == 1
        assert row["n_parties_dec31"] == (
            count(ledger, treaty.id, last).by(CountRule.IN_FORCE_FOR).number
        )


def numbered(ledger: Ledger) -> Ledger:
    """The same ledger with States that are in a state system."""
    states = {
        code: Participant(code, ParticipantKind.STATE, code, code, cow=number, gw=number)
        for number, code in enumerate(WHO)
    }
    return replace(ledger, participants=states)
