"""Membership in the state systems of political science, which decides which rows a panel has."""

from datetime import date
from enum import StrEnum

from treatywatch.values import frozen


class StateSystem(StrEnum):
    """A list of independent States with their numbers."""

    COW = "cow"  # Correlates of War, State System Membership
    GW = "gw"  # Gleditsch and Ward, with their list of microstates


@frozen
class SystemSpell:
    """A State is in the system from ``since`` up to and with ``until``; None is an open end.

    Written down only where it differs from the State's existence.
    """

    participant: str
    system: StateSystem
    since: date | None
    until: date | None
    source: str
    note: str = ""
