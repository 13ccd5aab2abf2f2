"""The laws of parts and territories, on random treaties and acts."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.law_strategies import ACT_KINDS, act_lists, acts, days, ledger_of, treaties
from tests.unit.status.told import STATES
from treatywatch.law.act import Act
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Treaty
from treatywatch.law.unit import Part, Unit
from treatywatch.status.count_history import count_history
from treatywatch.status.docket import docket
from treatywatch.status.timeline import status, timeline

WHO = STATES[:4]
PARTS = (Part("ferries", "Chapter One", "Art. 9(2)"), Part("dues", "Chapter Two"))
units = st.builds(
    Unit, st.sampled_from([None, "ferries"]), st.sampled_from([None, "ISLES", "CAPE"])
).filter(lambda unit: not unit.is_whole)
EXTENT = [ActKind.TERRITORIAL_APPLICATION, ActKind.TERRITORIAL_EXCLUSION]
LEAVING = [kind for kind in ACT_KINDS if kind not in {*CONSENT_KINDS, ActKind.SIGNATURE}]


@st.composite
def unit_acts(draw: st.DrawFn) -> Act:
    """An act that is about less than the whole, and joins nothing."""
    act, unit = draw(acts([*LEAVING, *EXTENT])), draw(units)
    return replace(act, part=unit.part, territory=unit.territory)


narrow = st.lists(unit_acts(), max_size=6, unique_by=lambda act: act.id)
divided = treaties().map(lambda treaty: replace(treaty, parts=PARTS))


@given(divided, act_lists(), narrow)
def test_an_act_about_a_unit_never_moves_the_rest(
    treaty: Treaty, told: list[Act], of_units: list[Act]
) -> None:
    before, after = ledger_of(treaty, told), ledger_of(treaty, [*told, *of_units])
    for who in WHO:
        one, other = timeline(before, who, treaty.id), timeline(after, who, treaty.id)
        assert one.spells == other.spells
        assert one.effects == other.effects


@given(divided, act_lists(), narrow)
def test_no_count_moves(treaty: Treaty, told: list[Act], of_units: list[Act]) -> None:
    before, after = ledger_of(treaty, told), ledger_of(treaty, [*told, *of_units])
    assert count_history(before, treaty.id).steps == count_history(after, treaty.id).steps


@given(divided, act_lists(), narrow)
def test_the_spells_of_each_unit_tile_time(
    treaty: Treaty, told: list[Act], of_units: list[Act]
) -> None:
    ledger = ledger_of(treaty, [*told, *of_units])
    for who in WHO:
        lines = timeline(ledger, who, treaty.id).units
        assert {line.unit for line in lines} == {a.unit for a in of_units if a.participant == who}
        for line in lines:
            assert line.spells[0].since is None
            assert line.spells[-1].until is None
            for one, following in pairwise(line.spells):
                assert one.until == following.since
                assert one.since is None or (one.until is not None and one.since < one.until)


@given(divided, act_lists(), narrow, st.randoms(use_true_random=False), days)
def test_the_order_of_the_rows_does_not_matter(
    treaty: Treaty, told: list[Act], of_units: list[Act], chance: Random, day: date
) -> None:
    rows = [*told, *of_units]
    shuffled = list(rows)
    chance.shuffle(shuffled)
    for who in WHO:
        one, other = (
            status(ledger_of(treaty, held), who, treaty.id, day).units for held in (rows, shuffled)
        )
        assert one == other


@given(divided, act_lists(), units)
def test_a_unit_that_nothing_is_about_stands_as_the_whole(
    treaty: Treaty, told: list[Act], unit: Unit
) -> None:
    found = docket(ledger_of(treaty, told), treaty.id)
    for who in WHO:
        assert found.unit_timeline(who, unit).spells == found.timeline(who).spells
