"""The companions of the panel: spells for survival models, and pairs of States by year."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, repeat

from treatywatch.law.state_system import StateSystem
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.panel import Panel
from treatywatch.publishing.panel_rows import Cell, Columns
from treatywatch.publishing.state_years import StateYears, number_of, system_span
from treatywatch.status.answers import Spell
from treatywatch.status.docket import docket

SPELL_COLUMNS = (
    "treaty_id",
    "participant",
    "iso3c",
    "ccode",
    "gwcode",
    "spell",
    "standing",
    "start",
    "stop",
    "next_standing",
    "censored",
    "contested",
)
_OPENINGS = (MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.ADOPTED, MilestoneKind.SIGNED)


def spell_columns(ledger: Ledger, panel: Panel) -> Columns:
    """One row for each spell of each State of the panel, in the order of time.

    ``start`` is the first day, ``stop`` the first day after it, as survival models count. The first
    spell starts when the State is at risk: the treaty exists and the State is in the system. The
    last one is censored at the end of the panel.
    """
    rows: list[tuple[Cell, ...]] = []
    end = date(panel.choices.last + 1, 1, 1)
    lives = [(s, *_in_the_system(ledger, panel.choices.system, s, end)) for s in panel.states]
    for treaty in panel.treaties:
        found = docket(ledger, treaty, panel.choices.as_known_on)
        opened = _opened(found.treaty)
        for state, since, until in lives:
            at_risk = (max(since, opened), until)
            if at_risk[0] < until:
                spells = found.spells(state.participant.id)
                rows += _spell_rows(treaty, state, spells, at_risk)
    in_columns = zip(*rows, strict=True) if rows else repeat(())
    return {name: [*cells] for name, cells in zip(SPELL_COLUMNS, in_columns, strict=False)}


def _opened(treaty: Treaty) -> date:
    found = [m.on for kind in _OPENINGS if (m := treaty.milestone(kind)) is not None]
    return found[0].first() if found else date.min


def _in_the_system(
    ledger: Ledger, system: StateSystem, state: StateYears, end: date
) -> tuple[date, date]:
    """From when to when the State could do anything about a treaty, within the panel."""
    since, until = system_span(ledger, state.participant, system) or (None, None)
    gone = date.fromordinal(until.toordinal() + 1) if until else end
    return since or date(state.years.start, 1, 1), min(gone, end)


def _spell_rows(
    treaty: str, state: StateYears, spells: Sequence[Spell], at_risk: tuple[date, date]
) -> Iterator[tuple[Cell, ...]]:
    start, stop = at_risk
    within = [
        s
        for s in spells
        if (s.since is None or s.since < stop) and (s.until is None or s.until > start)
    ]
    who = state.participant
    identity = (treaty, who.id, who.iso_alpha3 or "", who.cow, who.gw)
    for number, spell in enumerate(within, start=1):
        following = within[number] if number < len(within) else None
        yield (
            *identity,
            number,
            spell.standing.value,
            max(start, spell.since or start).isoformat(),
            min(spell.until or stop, stop).isoformat(),
            following.standing.value if following else "",
            int(following is None),
            int(bool(spell.contested)),
        )


DYAD_COLUMNS = (
    "year",
    "participant1",
    "participant2",
    "code1",
    "code2",
    "n_both_party_dec31",
    "n_one_party_dec31",
    "n_treaties",
)


def dyad_columns(panel: Panel) -> Columns:
    """One row for each pair of States and year: to how many treaties both, or one, are party.

    Undirected: the participant that comes first in the alphabet is the first. What cannot be said
    counts as not party.
    """
    columns: Columns = {name: [] for name in DYAD_COLUMNS}
    bound = _bound_by_year(panel)
    codes = {s.participant.id: number_of(s.participant, panel.choices.system) for s in panel.states}
    for year in range(panel.choices.first, panel.choices.last + 1):
        present = sorted(bound.get(year, {}).items())
        pairs = list(combinations(present, 2))
        columns["year"] += [year] * len(pairs)
        columns["participant1"] += [one for (one, _), _ in pairs]
        columns["participant2"] += [other for _, (other, _) in pairs]
        columns["code1"] += [codes[one] for (one, _), _ in pairs]
        columns["code2"] += [codes[other] for _, (other, _) in pairs]
        columns["n_both_party_dec31"] += [(a & b).bit_count() for (_, a), (_, b) in pairs]
        columns["n_one_party_dec31"] += [(a ^ b).bit_count() for (_, a), (_, b) in pairs]
        columns["n_treaties"] += [len(panel.treaties)] * len(pairs)
    return columns


def _bound_by_year(panel: Panel) -> dict[int, dict[str, int]]:
    """For each year and State the treaties that it is party to, one bit a treaty."""
    bound: dict[int, dict[str, int]] = {}
    long = panel.long
    bit_of = {treaty: 1 << number for number, treaty in enumerate(panel.treaties)}
    rows = zip(long["treaty_id"], long["year"], long["participant"], long["iea_code"], strict=True)
    for treaty, year, participant, code in rows:
        assert isinstance(year, int)
        of_year = bound.setdefault(year, {})
        bit = bit_of[str(treaty)] if code == 2 else 0
        of_year[str(participant)] = of_year.get(str(participant), 0) | bit
    return bound
