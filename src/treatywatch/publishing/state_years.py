"""Which States are in a state system in which years: the base on which a panel stands."""

from collections.abc import Iterator
from datetime import date

from treatywatch.law.participant import Participant
from treatywatch.law.state_system import StateSystem
from treatywatch.ledger.ledger import Ledger
from treatywatch.values import frozen

Span = tuple[date | None, date | None]


@frozen
class StateYears:
    """A participant with the years that it has rows for, in their order, without gap."""

    participant: Participant
    years: range


def state_years(
    ledger: Ledger, system: StateSystem, first: int, last: int
) -> tuple[StateYears, ...]:
    """Every State of the system with its years: those in which it was a member on any day."""
    found = (
        (participant, years)
        for participant in sorted(ledger.participants.values(), key=lambda p: p.id)
        if (years := _years(ledger, participant, system, first, last))
    )
    return tuple(StateYears(participant, years) for participant, years in found)


def other_years(
    ledger: Ledger, system: StateSystem, first: int, last: int
) -> tuple[StateYears, ...]:
    """Those that act towards treaties and have no number in the system, with their own years."""
    acting = {act.participant for acts in ledger.acts.values() for act in acts}
    others = sorted(p for p in acting if p in ledger.participants)
    found = (
        (ledger.participants[p], _overlap(_existence(ledger.participants[p]), first, last))
        for p in others
        if number_of(ledger.participants[p], system) is None
    )
    return tuple(StateYears(participant, years) for participant, years in found if years)


def number_of(participant: Participant, system: StateSystem) -> int | None:
    """Its number in the system (COW ccode, Gleditsch-Ward gwcode)."""
    return participant.cow if system is StateSystem.COW else participant.gw


def system_span(ledger: Ledger, participant: Participant, system: StateSystem) -> Span | None:
    """First and last day in the system; None for one without a number in it.

    The record's table of systems decides; without a row there, the State's existence.
    """
    if number_of(participant, system) is None:
        return None
    spells = [s for s in ledger.systems if s.participant == participant.id and s.system is system]
    return (spells[0].since, spells[-1].until) if spells else _existence(participant)


def _existence(participant: Participant) -> Span:
    since, until = participant.exists_from, participant.exists_until
    return since.first() if since else None, until.last() if until else None


def _years(
    ledger: Ledger, participant: Participant, system: StateSystem, first: int, last: int
) -> range:
    span = system_span(ledger, participant, system)
    return range(0) if span is None else _overlap(span, first, last)


def _overlap(span: Span, first: int, last: int) -> range:
    since, until = span
    start = max(first, since.year) if since else first
    end = min(last, until.year) if until else last
    return range(start, end + 1)


def base_rows(states: tuple[StateYears, ...]) -> Iterator[tuple[Participant, int]]:
    """Each participant and year, in the order in which every table has them."""
    return ((state.participant, year) for state in states for year in state.years)
