"""Groups that reports speak of: who was in them on a day that history knows."""

from datetime import date

import pytest

from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load_ledger()


@pytest.mark.parametrize(
    ("group", "on", "members"),
    [
        ("nato", "1949-09-01", 12),
        ("nato", "1982-06-01", 16),
        ("nato", "1999-04-01", 19),
        ("nato", "2004-04-01", 26),
        ("nato", "2009-05-01", 28),
        ("nato", "2022-01-01", 30),
        ("nato", "2023-04-04", 31),
        ("nato", "2024-03-07", 32),
        ("eu-members", "1970-01-01", 6),
        ("eu-members", "1973-01-01", 9),
        ("eu-members", "1986-01-01", 12),
        ("eu-members", "1995-01-01", 15),
        ("eu-members", "2004-05-01", 25),
        ("eu-members", "2013-07-01", 28),
        ("eu-members", "2020-02-01", 27),
        ("security-council-permanent-members", "1970-01-01", 5),
        ("security-council-permanent-members", "2025-01-01", 5),
        ("nuclear-armed-states", "1965-01-01", 5),
        ("nuclear-armed-states", "2000-01-01", 8),
        ("nuclear-armed-states", "2025-01-01", 9),
        ("visegrad-four", "1992-06-01", 3),
        ("visegrad-four", "1993-01-01", 4),
        ("g7", "1980-01-01", 7),
        ("baltic-states", "2025-03-18", 3),
        ("nordic-countries", "2025-03-18", 5),
        ("asean", "2026-01-01", 11),
        ("arab-league", "2025-01-01", 22),
        ("ecowas", "2025-01-28", 15),
        ("ecowas", "2025-01-29", 12),
        ("african-states", "2025-01-01", 54),
    ],
)
def test_a_group_had_so_many_members_on_a_day(
    ledger: Ledger, group: str, on: str, members: int
) -> None:
    assert len(ledger.groups[group].members_on(date.fromisoformat(on))) == members


def test_nato_members_that_border_russia(ledger: Ledger) -> None:
    on = date(2025, 7, 12)
    nato, neighbours = ledger.groups["nato"], ledger.groups["bordering-russia"]
    both = set(nato.members_on(on)) & set(neighbours.members_on(on))
    assert both == {"EST", "FIN", "LVA", "LTU", "NOR", "POL"}


def test_finland_was_no_ally_a_day_before_it_joined(ledger: Ledger) -> None:
    assert "FIN" not in ledger.groups["nato"].members_on(date(2023, 4, 3))


def test_no_name_of_a_group_names_another_or_a_participant(ledger: Ledger) -> None:
    seen = {
        n.form.casefold(): p.id
        for p in ledger.participants.values()
        for n in p.names
        if n.language == "en"
    }
    for group in ledger.groups.values():
        for name in group.names:
            if name.language == "en":
                assert seen.setdefault(name.form.casefold(), group.id) == group.id, name.form


def test_every_spell_of_membership_has_its_end_after_its_beginning(ledger: Ledger) -> None:
    for group in ledger.groups.values():
        for m in group.memberships:
            if m.since and m.until:
                assert m.since.first() <= m.until.last(), (group.id, m.participant)


def test_nobody_is_twice_in_a_group_on_one_day(ledger: Ledger) -> None:
    for group in ledger.groups.values():
        for on in (date(1992, 6, 1), date(2005, 1, 1), date(2025, 1, 1)):
            members = group.members_on(on)
            assert len(members) == len(set(members)), (group.id, on)
