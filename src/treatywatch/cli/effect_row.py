"""What one row of a table of acts asks."""

from collections.abc import Mapping
from typing import NamedTuple

COLUMNS = ("treaty", "participant", "act", "date")


class Row(NamedTuple):
    """One row: what it asks under our own names, its further columns as they are, its trouble.

    ``printed`` is the day of effect that the row brings along, None without such a column;
    ``part`` and ``territory`` narrow the act, empty where it is about the whole.
    """

    asked: Mapping[str, str]
    named_date: str = ""
    further: Mapping[str, str] | None = None
    printed: str | None = None
    part: str = ""
    territory: str = ""
    trouble: str | None = None
