"""The laws of views, on random treaties, acts, disputes and days."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.law_strategies import ACT_KINDS, acts, days, exact_dates, ledger_of, treaties
from tests.unit.status.told import MADE_UP, STATES
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.effect import EffectKind
from treatywatch.law.terms import ActKind, Standing
from treatywatch.law.treaty import Dispute, Makes, Treaty, View
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule, Spell
from treatywatch.status.counting import count
from treatywatch.status.proof import proof_of_status
from treatywatch.status.proving import prove
from treatywatch.status.timeline import status, timeline

WHO = STATES[:4]
BOUND = {Standing.PARTY, Standing.PARTY_UNDER_NOTICE}
LEAVING = {ActKind.WITHDRAWAL_NOTICE, ActKind.SUSPENSION_NOTICE}
NAMES = ("depositary", "own", "BBB", "united-nations", "fresh-notice")
told_acts = st.lists(
    acts(ACT_KINDS, exact_dates), min_size=1, max_size=10, unique_by=lambda act: act.id
)
names = st.sampled_from(NAMES)


@st.composite
def disputes(draw: st.DrawFn, act: Act) -> Dispute:
    """Two views of one act or more, one of them taken or none."""
    day = act.received_on.first()
    held = draw(st.lists(names.filter(lambda n: n != act.participant), min_size=2, unique=True))
    taken = draw(st.none() | st.sampled_from(held))
    makes = st.sampled_from(Makes) | st.dates(day, day + timedelta(days=800))
    views = tuple(
        View(f"those of {name}", "as they say", MADE_UP.id, name == taken, (name,), draw(makes))
        for name in held
    )
    since = day + timedelta(days=draw(st.integers(0, 60)))
    return Dispute(act.kind, act.participant, day, since, views, "an agreement of them all")


@st.composite
def disputed(draw: st.DrawFn) -> tuple[Treaty, list[Act]]:
    """A treaty with acts, up to three of which are disputed."""
    told = draw(told_acts)
    may_be = [act for act in told if act.kind in LEAVING | CONSENT_KINDS]
    chosen = draw(st.lists(st.sampled_from(may_be), max_size=3, unique=True)) if may_be else []
    found = tuple(draw(disputes(act)) for act in chosen)
    return replace(draw(treaties()), disputes=found), told


def seen(ledger: Ledger, name: str) -> Ledger:
    """The ledger in that view; as it is where nobody on it holds one of that name."""
    return ledger.seen_by(name) if name in ledger.views() else ledger


def standings(ledger: Ledger, who: str) -> list[tuple[object, ...]]:
    """The standings of one, each with its first day, whatever else is said of it."""
    found: list[tuple[object, ...]] = []
    for spell in timeline(ledger, who, "lighthouse").spells:
        seen_on_it = (spell.standing, spell.suspended_since)
        if not found or found[-1][:2] != seen_on_it:
            found.append((*seen_on_it, spell.since))
    return found


def on_the_day(spell: Spell) -> tuple[object, ...]:
    return spell.standing, spell.suspended_since


@given(disputed(), names)
def test_spells_tile_time_in_every_view(made: tuple[Treaty, list[Act]], name: str) -> None:
    ledger = seen(ledger_of(*made), name)
    for who in WHO:
        spells = timeline(ledger, who, "lighthouse").spells
        assert (spells[0].since, spells[-1].until) == (None, None)
        for one, following in pairwise(spells):
            assert one.until == following.since
            assert one.since is None or (one.until is not None and one.since < one.until)


@given(disputed(), names)
def test_a_view_moves_nobody_whose_acts_are_undisputed(
    made: tuple[Treaty, list[Act]], name: str
) -> None:
    ledger = ledger_of(*made)
    concerned = {dispute.participant for dispute in made[0].disputes}
    for who in set(WHO) - concerned:
        there = timeline(seen(ledger, name), who, "lighthouse")
        assert there.spells == timeline(ledger, who, "lighthouse").spells


@given(disputed(), names, days)
def test_before_the_act_all_views_are_one(
    made: tuple[Treaty, list[Act]], name: str, day: date
) -> None:
    ledger = ledger_of(*made)
    for who in WHO:
        if all(day < d.received for d in made[0].disputes if d.participant == who):
            here, there = status(ledger, who, "lighthouse", day), seen(ledger, name)
            seen_there = status(there, who, "lighthouse", day)
            assert on_the_day(here.spell) == on_the_day(seen_there.spell)
            assert here.views_differ == ()


@given(disputed(), names, days)
def test_what_is_not_known_is_in_dispute_in_nobodys_view(
    made: tuple[Treaty, list[Act]], name: str, known_on: date
) -> None:
    treaty, told = made
    known = [act for act in told if act.learned_on.first() <= known_on]
    heard = {act.id for act in known}
    of_the_day = tuple(d for d in treaty.disputes if d.act_id(treaty.id) in heard)
    without = seen(ledger_of(replace(treaty, disputes=of_the_day), known), name)
    ledger = seen(ledger_of(treaty, told), name)
    for who in WHO:
        then = timeline(ledger, who, "lighthouse", as_known_on=known_on)
        assert then.spells == timeline(without, who, "lighthouse", as_known_on=known_on).spells


@given(disputed(), names, st.integers())
def test_the_order_of_rows_does_not_matter_in_any_view(
    made: tuple[Treaty, list[Act]], name: str, seed: int
) -> None:
    treaty, told = made
    shuffled = list(told)
    Random(seed).shuffle(shuffled)
    for who in WHO:
        one, other = (seen(ledger_of(treaty, rows), name) for rows in (told, shuffled))
        assert timeline(one, who, "lighthouse") == timeline(other, who, "lighthouse")


@given(disputed(), days)
def test_the_views_told_beside_an_answer_are_what_asking_for_them_gives(
    made: tuple[Treaty, list[Act]], day: date
) -> None:
    ledger = ledger_of(*made)
    for who in WHO:
        answer = status(ledger, who, "lighthouse", day)
        for other in answer.views_differ:
            asked = timeline(ledger.seen_by(other.view), who, "lighthouse")
            assert other.spell == asked.on(day)
            assert other.since == asked.standing_since(day)
        begun = [d for d in made[0].disputes if d.participant == who and d.since <= day]
        names_of_others = {v.seen_by[0] for d in begun for v in d.views if not v.taken}
        silent = names_of_others - {other.view for other in answer.views_differ}
        for name in silent:
            asked = timeline(ledger.seen_by(name), who, "lighthouse")
            assert on_the_day(asked.on(day)) == on_the_day(answer.spell)


@given(disputed(), days)
def test_the_numbers_told_beside_a_count_are_what_asking_for_them_gives(
    made: tuple[Treaty, list[Act]], day: date
) -> None:
    ledger = ledger_of(*made)
    report = count(ledger, "lighthouse", day)
    for other in report.views_differ:
        asked = count(ledger.seen_by(other.view), "lighthouse", day)
        told = dict(other.numbers)
        begun = all(d.since <= day for d in made[0].disputes)
        for rule in CountRule:
            if begun:
                assert asked.by(rule).number == told.get(rule, report.by(rule).number)
            assert rule not in told or told[rule] != report.by(rule).number


@given(treaties(), told_acts, st.data())
def test_who_makes_nothing_of_an_exit_sees_the_standings_without_it(
    treaty: Treaty, told: list[Act], choice: st.DataObject
) -> None:
    leaving = [act for act in told if act.kind in LEAVING]
    if not leaving:
        return
    act = choice.draw(st.sampled_from(leaving))
    day = act.received_on.first()
    views = (
        View("one", "without effect", MADE_UP.id, seen_by=("depositary",), effect=Makes.NOTHING),
        View("the other", "as it says", MADE_UP.id, seen_by=("own",)),
    )
    dispute = Dispute(act.kind, act.participant, day, day, views, "an agreement")
    ledger = ledger_of(replace(treaty, disputes=(dispute,)), told).seen_by("depositary")
    without = ledger_of(treaty, [one for one in told if one is not act])
    assert standings(ledger, act.participant) == standings(without, act.participant)


@given(treaties(), st.integers(0, 800), days, days)
def test_a_day_of_its_own_is_the_day_of_the_exit_in_that_view(
    treaty: Treaty, wait: int, joined: date, left: date
) -> None:
    """A party that was bound before is gone from the day that the view gives, no day sooner."""
    on, off = PartialDate.of(joined), PartialDate.of(left)
    told = [Act(treaty.id, who, ActKind.RATIFICATION, on, on, on, MADE_UP.id) for who in WHO]
    notice = Act(treaty.id, "AAA", ActKind.WITHDRAWAL_NOTICE, off, off, off, MADE_UP.id)
    before = timeline(ledger_of(treaty, told), "AAA", treaty.id)
    gone = left + timedelta(days=wait)
    view = View("itself", "left", MADE_UP.id, taken=True, seen_by=("own",), effect=gone)
    other = View("another", "still bound", MADE_UP.id, seen_by=("BBB",), effect=Makes.NOTHING)
    kind = ActKind.WITHDRAWAL_NOTICE
    dispute = Dispute(kind, "AAA", left, left, (view, other), "")
    after = timeline(
        ledger_of(replace(treaty, disputes=(dispute,)), [*told, notice]), "AAA", treaty.id
    )
    eve = gone - timedelta(days=1)
    leaves = any(e.kind is EffectKind.CEASES_TO_BE_PARTY for e in after.effects)
    if leaves and left <= eve and before.on(eve).standing in BOUND:
        assert after.on(eve).standing in BOUND
        assert after.on(gone).standing is Standing.FORMER_PARTY


@given(disputed(), names, days, st.sampled_from(WHO))
def test_a_proof_holds_in_every_view(
    made: tuple[Treaty, list[Act]], name: str, day: date, who: str
) -> None:
    ledger = ledger_of(*made)
    proof = proof_of_status(seen(ledger, name), who, "lighthouse", day)
    assert prove(json.dumps(proof), ledger).failures == ()
