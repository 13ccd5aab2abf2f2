"""The companions of the panel: spells for survival models, and pairs of States by year."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from treatywatch.law.state_system import StateSystem
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.panel import Panel
from treatywatch.publishing.panel_rows import Columns
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
    columns: Columns = {name: [] for name in SPELL_COLUMNS}
    end = date(panel.choices.last + 1, 1, 1)
    for treaty in panel.treaties:
        found = docket(ledger, treaty, panel.choices.as_known_on)
        opened = _opened(found.treaty)
        for state in panel.states:
            start, stop = _at_risk(ledger, panel.choices.system, state, opened, end)
            if start < stop:
                spells = found.spells(state.participant.id)
                _add_spells(columns, treaty, state, spells, (start, stop))
    return columns


def _opened(treaty: Treaty) -> date:
    found = [m.on for kind in _OPENINGS if (m := treaty.milestone(kind)) is not None]
    return found[0].first() if found else date.min


def _at_risk(
    ledger: Ledger, system: StateSystem, state: StateYears, opened: date, end: date
) -> tuple[date, date]:
    """From when to when the State could do anything about the treaty, within the panel."""
    since, until = system_span(ledger, state.participant, system) or (None, None)
    first = date(state.years.start, 1, 1)
    start = max(since or first, opened)
    gone = date.fromordinal(until.toordinal() + 1) if until else end
    return start, min(gone, end)


def _add_spells(
    columns: Columns,
    treaty: str,
    state: StateYears,
    spells: Sequence[Spell],
    at_risk: tuple[date, date],
) -> None:
    start, stop = at_risk
    within = [s for s in spells if s.since is None or s.since < stop]
    within = [s for s in within if s.until is None or s.until > start]
    who = state.participant
    identity = (treaty, who.id, who.iso_alpha3 or "", who.cow, who.gw)
    for number, spell in enumerate(within, start=1):
        following = within[number] if number < len(within) else None
        row = (
            *identity,
            number,
            spell.standing.value,
            max(start, spell.since or start).isoformat(),
            min(spell.until or stop, stop).isoformat(),
            following.standing.value if following else "",
            int(following is None),
            int(bool(spell.contested)),
        )
        for name, cell in zip(SPELL_COLUMNS, row, strict=True):
            columns[name].append(cell)


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
