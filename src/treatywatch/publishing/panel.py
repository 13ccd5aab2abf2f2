"""The country-year by treaty panel that political scientists expect, long and wide.

docs/panel.md describes each file and column, and the rules behind them.
"""

from calendar import isleap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from treatywatch.law.participant import Participant
from treatywatch.law.state_system import StateSystem
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.panel_cells import Cells, runs
from treatywatch.publishing.state_years import StateYears, base_rows, other_years, state_years
from treatywatch.status.answers import CountRule
from treatywatch.status.count_history import count_history
from treatywatch.status.docket import docket

Cell = str | int | None
Columns = dict[str, list[Cell]]


class StatusAt(StrEnum):
    """Which day of the year decides the standing in the wide table."""

    JAN1 = "jan1"
    DEC31 = "dec31"
    ANY = "any"  # the most binding standing of the year


@dataclass(frozen=True, slots=True)
class PanelChoices:
    """What a panel is made of: years from ``first`` to ``last`` (this one by default), both kept.

    ``treaties`` empty means all of the record.
    """

    first: int = 1945
    last: int = field(default_factory=lambda: date.today().year)
    treaties: tuple[str, ...] = ()
    system: StateSystem = StateSystem.COW
    status_at: StatusAt = StatusAt.DEC31
    as_known_on: date | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel in columns: ``long`` for States of the system, ``others`` for the rest."""

    choices: PanelChoices
    treaties: tuple[str, ...]
    states: tuple[StateYears, ...]
    others: tuple[StateYears, ...]
    long: Columns
    long_of_others: Columns
    wide: Columns = field(default_factory=dict)


LONG_COLUMNS = (
    "treaty_id",
    "mtdsg",
    "year",
    "participant",
    "iso3c",
    "ccode",
    "gwcode",
    "statenme",
    "signed_date",
    "consent_date",
    "consent_mode",
    "eif_date",
    "notice_date",
    "exit_date",
    "status_jan1",
    "status_dec31",
    "status_any",
    "party_any",
    "party_days",
    "iea_code",
    "n_parties_dec31",
    "n_signatories_dec31",
    "contested",
    "source_ids",
    "as_known_on",
)
_OF_CELLS = tuple(Cells.__dataclass_fields__)


def panel(ledger: Ledger, choices: PanelChoices | None = None) -> Panel:
    """One row for each State, year and treaty, States without any act included.

    Raises :class:`treatywatch.errors.UnknownName` for a treaty that the record does not have.
    """
    chosen = choices or PanelChoices()
    treaties = tuple(ledger.treaty(name).id for name in chosen.treaties or sorted(ledger.treaties))
    states = state_years(ledger, chosen.system, chosen.first, chosen.last)
    others = other_years(ledger, chosen.system, chosen.first, chosen.last)
    long = _long(ledger, chosen, treaties, states)
    return Panel(
        chosen,
        treaties,
        states,
        others,
        long,
        _long(ledger, chosen, treaties, others),
        _wide(chosen, treaties, states, long),
    )


def _long(
    ledger: Ledger,
    choices: PanelChoices,
    treaties: Sequence[str],
    states: tuple[StateYears, ...],
) -> Columns:
    base = _base(states)
    rows = len(base["year"])
    columns: Columns = {name: [] for name in LONG_COLUMNS}
    for treaty in treaties:
        reference = ledger.treaties[treaty].reference
        columns["treaty_id"] += [treaty] * rows
        columns["mtdsg"] += [reference.mtdsg or ""] * rows
        columns["as_known_on"] += [str(choices.as_known_on or "")] * rows
        for name, cells in base.items():
            columns[name] += cells
        _add_cells(columns, ledger, choices, treaty, states)
        _add_counts(columns, ledger, choices, treaty, states)
    return columns


def _base(states: tuple[StateYears, ...]) -> Columns:
    rows = list(base_rows(states))
    return {"year": [year for _, year in rows], **_identity([who for who, _ in rows])}


def _identity(participants: Sequence[Participant]) -> Columns:
    return {
        "participant": [p.id for p in participants],
        "iso3c": [p.iso_alpha3 or "" for p in participants],
        "ccode": [p.cow for p in participants],
        "gwcode": [p.gw for p in participants],
        "statenme": [p.common_name for p in participants],
    }


def _add_cells(
    columns: Columns,
    ledger: Ledger,
    choices: PanelChoices,
    treaty: str,
    states: tuple[StateYears, ...],
) -> None:
    found = docket(ledger, treaty, choices.as_known_on)
    for state in states:
        for run in runs(found, state.participant.id, state.years):
            length = len(run.years)
            for name in _OF_CELLS:
                if name != "party_days":
                    columns[name] += [getattr(run.cells, name)] * length
            columns["party_days"] += _party_days(run.cells, run.years)


def _party_days(cells: Cells, years: range) -> list[Cell]:
    if cells.party_days is None:
        return [365 + isleap(year) for year in years]
    return [cells.party_days] * len(years)


def _add_counts(
    columns: Columns,
    ledger: Ledger,
    choices: PanelChoices,
    treaty: str,
    states: tuple[StateYears, ...],
) -> None:
    history = count_history(ledger, treaty, choices.as_known_on)
    last_days = [date(year, 12, 31) for year in range(choices.first, choices.last + 1)]
    for name, rule in (
        ("n_parties_dec31", CountRule.IN_FORCE_FOR),
        ("n_signatories_dec31", CountRule.SIGNATORIES),
    ):
        numbers = [history.number(rule, day) for day in last_days]
        for state in states:
            start, stop = state.years.start - choices.first, state.years.stop - choices.first
            columns[name] += numbers[start:stop]


def _wide(
    choices: PanelChoices,
    treaties: Sequence[str],
    states: tuple[StateYears, ...],
    long: Mapping[str, list[Cell]],
) -> Columns:
    """One row for each State and year, one column for each treaty.

    The rows of the long table stand in the same order below each treaty, so that its cells are a
    column of the wide one.
    """
    base = _base(states)
    rows = len(base["year"])
    statuses = long[f"status_{choices.status_at}"]
    of_treaties = {
        treaty: statuses[number * rows : (number + 1) * rows]
        for number, treaty in enumerate(treaties)
    }
    return {**base, **of_treaties}


def rows_of(columns: Columns) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table in columns."""
    return zip(*columns.values(), strict=True)
