"""How often one visitor may come."""

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.web.rates import Rate


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.moment = 0.0

    def __call__(self) -> float:
        return self.moment


def test_so_many_at_once_and_then_one_at_a_time() -> None:
    clock = Clock()
    rate = Rate(60, clock)
    assert [rate.wait_for("anna") for _ in range(60)] == [0.0] * 60
    assert rate.wait_for("anna") == 1.0
    assert rate.wait_for("bela") == 0.0
    clock.moment += 1
    assert rate.wait_for("anna") == 0.0


@given(st.lists(st.floats(0, 30), max_size=300), st.integers(1, 100))
def test_never_more_than_a_minutes_worth_and_what_flowed_in(waits: list[float], most: int) -> None:
    clock = Clock()
    rate = Rate(most, clock)
    passed = 0
    for wait in waits:
        clock.moment += wait
        passed += rate.wait_for("anna") == 0.0
    assert passed <= most + clock.moment * most / 60 + 1e-6
