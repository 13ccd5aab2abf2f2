"""The laws of standings, on random treaties, acts, conflicts and days."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties.law_strategies import (
    act_lists,
    acts,
    conflicts,
    days,
    exact_dates,
    ledger_of,
    treaties,
)
from tests.unit.status.told import STATES
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.clauses.reckoning import reckon
from treatywatch.law.effect import EffectKind
from treatywatch.law.participant import Conflict
from treatywatch.law.terms import ActKind, Standing
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule, Timeline
from treatywatch.status.counting import count
from treatywatch.status.timeline import status, timeline

WHO = STATES[:4]
BOUND = {Standing.PARTY, Standing.PARTY_UNDER_NOTICE}
JOINING = [ActKind.RATIFICATION, ActKind.ACCESSION]
statements = st.lists(conflicts, max_size=3)


def timelines(ledger: Ledger, known_on: date | None = None) -> list[Timeline]:
    """How each stood, without the day of comparison: the record's own, and nothing it tells."""
    found = (timeline(ledger, who, "lighthouse", as_known_on=known_on) for who in WHO)
    return [replace(one, compared_on=None) for one in found]


@given(treaties(), act_lists(), statements)
def test_spells_tile_time_without_gap_or_overlap(
    treaty: Treaty, told: list[Act], said: list[Conflict]
) -> None:
    for found in timelines(ledger_of(treaty, told, said)):
        assert found.spells[0].since is None
        assert found.spells[-1].until is None
        for one, following in pairwise(found.spells):
            assert one.until is not None
            assert one.until == following.since
            assert one.since is None or one.since < one.until


@given(treaties(), act_lists(), days)
def test_every_day_has_one_standing_with_its_reasons(
    treaty: Treaty, told: list[Act], day: date
) -> None:
    ledger = ledger_of(treaty, told)
    for who in WHO:
        answer = status(ledger, who, treaty.id, day)
        assert answer.spell.covers(day)
        assert answer.spell.reasons
        assert len([s for s in timeline(ledger, who, treaty.id).spells if s.covers(day)]) == 1


@given(treaties(), act_lists(), acts(), days, statements)
def test_an_act_learned_later_never_changes_what_was_known(
    treaty: Treaty, told: list[Act], later: Act, known_on: date, said: list[Conflict]
) -> None:
    assume(later.id not in {act.id for act in told})
    learned = PartialDate.of(known_on + timedelta(days=1))
    surprise = replace(later, learned_on=learned)
    without = timelines(ledger_of(treaty, told, said), known_on)
    assert timelines(ledger_of(treaty, [*told, surprise], said), known_on) == without
    filtered = ledger_of(treaty, [*told, surprise], said).as_known_on(known_on)
    assert [t.spells for t in timelines(filtered)] == [t.spells for t in without]


@given(treaties(), act_lists(), statements, st.integers())
def test_the_order_of_rows_does_not_matter(
    treaty: Treaty, told: list[Act], said: list[Conflict], seed: int
) -> None:
    shuffled = list(told)
    Random(seed).shuffle(shuffled)
    assert timelines(ledger_of(treaty, shuffled, said)) == timelines(ledger_of(treaty, told, said))


@given(treaties(), act_lists(JOINING, exact_dates), acts([ActKind.WITHDRAWAL_NOTICE], exact_dates))
def test_a_notice_never_ends_a_standing_before_its_period(
    treaty: Treaty, told: list[Act], notice: Act
) -> None:
    clause = treaty.final_clauses.withdrawal
    assert isinstance(clause, Withdrawal)
    told = [act for act in told if act.received_on.first() <= notice.received_on.first()]
    ends = reckon(clause.takes_effect, notice.received_on.first()).day
    before = timeline(ledger_of(treaty, told), notice.participant, treaty.id)
    after = timeline(ledger_of(treaty, [*told, notice]), notice.participant, treaty.id)
    day_before = ends - timedelta(days=1)
    for day in (notice.received_on.first() - timedelta(days=1), day_before):
        if day < ends:
            was, then = before.on(day).standing, after.on(day).standing
            assert (was in BOUND) == (then in BOUND)


@given(
    treaties(),
    act_lists([*JOINING, ActKind.WITHDRAWAL_NOTICE], exact_dates),
    st.lists(conflicts, max_size=2),
    days,
)
def test_parties_on_a_day_are_entries_less_exits(
    treaty: Treaty, told: list[Act], said: list[Conflict], day: date
) -> None:
    ledger = ledger_of(treaty, told, said)
    bound = 0
    for found in timelines(ledger):
        come = [e for e in found.effects if isinstance(e.when, date) and e.when <= day]
        entries = [e for e in come if e.kind is EffectKind.ENTERS_INTO_FORCE]
        exits = [e for e in come if e.kind is EffectKind.CEASES_TO_BE_PARTY]
        never_bound = [e for e in found.effects if e.kind is EffectKind.CEASES_TO_BE_PARTY]
        assume(all(_after_some_entry(e.when, found) for e in never_bound))
        bound += len(entries) > len(exits)
    assert count(ledger, treaty.id, day).by(CountRule.IN_FORCE_FOR).number == bound


def _after_some_entry(leaving: object, found: Timeline) -> bool:
    """Leave out those who gave notice and were gone before the treaty ever bound them."""
    entries = [e.when for e in found.effects if e.kind is EffectKind.ENTERS_INTO_FORCE]
    return not isinstance(leaving, date) or any(
        isinstance(entry, date) and entry < leaving for entry in entries
    )


@given(treaties(), act_lists(), statements, days)
def test_counts_agree_with_standings(
    treaty: Treaty, told: list[Act], said: list[Conflict], day: date
) -> None:
    ledger = ledger_of(treaty, told, said)
    counts = count(ledger, treaty.id, day)
    by_standing = {who: timeline(ledger, who, treaty.id).on(day).standing for who in WHO}
    parties = {who for who, standing in by_standing.items() if standing in BOUND}
    former = {who for who, standing in by_standing.items() if standing is Standing.FORMER_PARTY}
    assert parties <= set(counts.by(CountRule.IN_FORCE_FOR).participants)
    assert former == set(counts.by(CountRule.FORMER_PARTIES).participants)
    assert not former & set(counts.by(CountRule.CONSENT_EXPRESSED).participants)
    in_force = counts.by(CountRule.IN_FORCE_FOR)
    standing_still = counts.by(CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE)
    assert set(standing_still.participants) <= set(in_force.participants)
    for one in counts.counts:
        assert one.number == len(set(one.participants))


@given(treaties(), act_lists(JOINING, exact_dates), days, st.integers(0, 400))
def test_a_notice_revoked_in_time_leaves_the_membership_unbroken(
    treaty: Treaty, told: list[Act], day: date, wait: int
) -> None:
    told = [act for act in told if act.received_on.first() < day]
    clause = treaty.final_clauses.withdrawal
    assert isinstance(clause, Withdrawal)
    period = (reckon(clause.takes_effect, day).day - day).days
    assume(period > 0)
    revoked = day + timedelta(days=wait % period)
    on, back = PartialDate.of(day), PartialDate.of(revoked)
    notice = Act(treaty.id, "AAA", ActKind.WITHDRAWAL_NOTICE, on, on, on, "made-up")
    revocation = Act(treaty.id, "AAA", ActKind.WITHDRAWAL_REVOKED, back, back, back, "made-up")
    before = timeline(ledger_of(treaty, told), "AAA", treaty.id)
    after = timeline(ledger_of(treaty, [*told, notice, revocation]), "AAA", treaty.id)
    far_day = date(2050, 1, 1)
    assert after.on(far_day).standing is before.on(far_day).standing
