"""The quick search for the days on which a number was right finds what the plain one finds."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.checking.count_history import Acceptable, last_right_span
from treatywatch.checking.knowledge import Knowledge
from treatywatch.ledger.load import load_ledger
from treatywatch.status.answers import CountRule

BEFORE = date(2026, 2, 1)
RULES = (CountRule.CONSENT_EXPRESSED, CountRule.SIGNATORIES, CountRule.SIGNED_OR_CONSENTED)


@cache
def knowledge() -> Knowledge:
    return Knowledge(load_ledger(), BEFORE, None)


@cache
def counted() -> list[tuple[date, dict[CountRule, int]]]:
    """The count on every day on which anything happened, and on the days after."""
    acts = load_ledger().acts["ccm"]
    days = {a.received_on.first() for a in acts} | {date(2025, 3, 6)}
    days |= {day + timedelta(1) for day in days}
    return [
        (day, {rule: knowledge().counts("ccm", day).by(rule).number for rule in RULES})
        for day in sorted(day for day in days if day < BEFORE)
    ]


@given(st.sampled_from(RULES), st.integers(0, 130), st.integers(0, 3))
def test_the_span_found_is_the_last_one_that_fits(rule: CountRule, low: int, width: int) -> None:
    wanted = Acceptable(low, low + width)
    span = last_right_span(knowledge(), "ccm", rule, wanted, BEFORE)
    right = [day for day, numbers in counted() if wanted.has(numbers[rule])]
    if span is None:
        assert right == []
        return
    since, until = span
    assert since <= right[-1] <= until
    for day, numbers in counted():
        if since <= day <= until:
            assert wanted.has(numbers[rule])
        if day > until:
            assert not wanted.has(numbers[rule])


def test_cluster_munitions_had_112_parties_before_an_exit_and_again_after_it() -> None:
    def span(before: date) -> tuple[date, date] | None:
        wanted = Acceptable(112, 112)
        return last_right_span(knowledge(), "ccm", CountRule.CONSENT_EXPRESSED, wanted, before)

    assert span(date(2025, 9, 1)) == (date(2023, 8, 3), date(2025, 3, 5))
    again = span(BEFORE)
    assert again is not None
    assert again[0] > date(2025, 3, 6)
    assert again[1] == date(2026, 1, 31)


@pytest.mark.parametrize("number", [0.5, 500])
def test_a_number_that_never_was_right_has_no_span(number: float) -> None:
    wanted = Acceptable(number, number)
    assert last_right_span(knowledge(), "ccm", CountRule.SIGNATORIES, wanted, BEFORE) is None
