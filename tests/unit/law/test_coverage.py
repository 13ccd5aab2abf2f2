"""How far a record reaches: who joined up to one day, every exit up to a later one."""

from datetime import date

import pytest

from treatywatch.law.treaty import Coverage, Holds

JOINED, LEFT = date(2023, 2, 8), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("coverage", "day", "known"),
    [
        (Coverage(until=JOINED, exits_until=LEFT), date(2024, 1, 1), True),
        (Coverage(until=JOINED, exits_until=LEFT), date(2026, 1, 1), False),
        (Coverage(until=JOINED), date(2023, 1, 1), False),
        (Coverage(Holds.EXITS_ONLY, until=LEFT), date(2024, 1, 1), True),
        (Coverage(Holds.EXITS_ONLY, until=LEFT, since=JOINED), date(2020, 1, 1), False),
    ],
)
def test_every_exit_of_a_day_is_known(coverage: Coverage, day: date, *, known: bool) -> None:
    assert coverage.has_every_exit(day) is known
