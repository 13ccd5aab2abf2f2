"""The country-year by treaty panel that political scientists expect, long and wide.

docs/panel.md describes each file and column, and the rules behind them.
"""

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property

from treatywatch.law.state_system import StateSystem
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.panel_cells import runs
from treatywatch.publishing.panel_rows import (
    Cell,
    Columns,
    Stretch,
    TreatyRows,
    by_year,
    identity,
    long_columns,
)
from treatywatch.publishing.state_years import StateYears, base_rows, other_years, state_years
from treatywatch.status.answers import CountRule
from treatywatch.status.count_history import count_history
from treatywatch.status.docket import docket
from treatywatch.values import frozen


class StatusAt(StrEnum):
    """Which day of the year decides the standing in the wide table."""

    JAN1 = "jan1"
    DEC31 = "dec31"
    ANY = "any"  # the most binding standing of the year


@frozen
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


@frozen(slots=False)
class Panel:
    """The panel by treaty: ``of_states`` for States of the system, ``of_others`` for the rest.

    Its tables in columns are made when they are asked for.
    """

    choices: PanelChoices
    treaties: tuple[str, ...]
    states: tuple[StateYears, ...]
    others: tuple[StateYears, ...]
    of_states: tuple[TreatyRows, ...]
    of_others: tuple[TreatyRows, ...]

    @cached_property
    def long(self) -> Columns:
        """One row for each treaty, State and year."""
        return long_columns(self.of_states)

    @cached_property
    def long_of_others(self) -> Columns:
        """The same for those without a number in the system."""
        return long_columns(self.of_others)

    @cached_property
    def wide(self) -> Columns:
        """One row for each State and year, one column for each treaty."""
        status = f"status_{self.choices.status_at}"
        return {
            **_base(self.states),
            **{rows.treaty: rows.column(status) for rows in self.of_states},
        }


def panel(ledger: Ledger, choices: PanelChoices | None = None) -> Panel:
    """One row for each State, year and treaty, States without any act included.

    Raises :class:`treatywatch.errors.UnknownName` for a treaty that the record does not have.
    """
    chosen = choices or PanelChoices()
    treaties = tuple(ledger.treaty(name).id for name in chosen.treaties or sorted(ledger.treaties))
    states = state_years(ledger, chosen.system, chosen.first, chosen.last)
    others = other_years(ledger, chosen.system, chosen.first, chosen.last)
    return Panel(
        chosen,
        treaties,
        states,
        others,
        tuple(_rows(ledger, chosen, treaty, states) for treaty in treaties),
        tuple(_rows(ledger, chosen, treaty, others) for treaty in treaties),
    )


def _rows(
    ledger: Ledger, choices: PanelChoices, treaty: str, states: tuple[StateYears, ...]
) -> TreatyRows:
    found = docket(ledger, treaty, choices.as_known_on)
    history = count_history(ledger, treaty, choices.as_known_on)
    years = range(choices.first, choices.last + 1)
    last_days = [date(year, 12, 31) for year in years]
    stretches = (
        Stretch(who, run.years, run.cells)
        for state in states
        for who in [identity(state.participant)]
        for run in runs(found, state.participant.id, state.years)
    )
    return TreatyRows(
        treaty,
        ledger.treaties[treaty].reference.mtdsg or "",
        str(choices.as_known_on or ""),
        choices.first,
        by_year(
            years,
            [history.number(CountRule.IN_FORCE_FOR, day) for day in last_days],
            [history.number(CountRule.SIGNATORIES, day) for day in last_days],
        ),
        tuple(stretches),
    )


def _base(states: tuple[StateYears, ...]) -> Columns:
    rows = list(base_rows(states))
    identities = [identity(who) for who, _ in rows]
    columns: Columns = {"year": [year for _, year in rows]}
    for name in identity(rows[0][0]) if rows else ():
        columns[name] = [known[name] for known in identities]
    return columns


def rows_of(columns: Columns) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table in columns."""
    return zip(*columns.values(), strict=True)
