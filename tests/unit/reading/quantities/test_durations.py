"""Spans of time: what a report says of periods of notice and deadlines."""

import pytest

from treatywatch.reading.quantities.durations import find_durations
from treatywatch.reading.vocabulary.words import load_words


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("six months after receipt", 6, 6, "months"),
        ("the six-month notice period", 6, 6, "months"),
        ("nine to twelve months", 9, 12, "months"),
        ("half a year", 6, 6, "months"),
        ("a year's notice", 1, 1, "years"),
        ("within a year", 1, 1, "years"),
        ("90 days", 90, 90, "days"),
        ("a 180-day period", 180, 180, "days"),
        ("two decades of work", 20, 20, "years"),
        ("18 months' notice", 18, 18, "months"),
        ("on the ninetieth day after the deposit", 90, 90, "days"),
        ("on the first day of the sixth month following that", 6, 6, "months"),
    ],
)
def test_one_span_of_time(text: str, low: float, high: float, unit: str) -> None:
    (found,) = find_durations(text, load_words("en"))
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    ["three years ago", "the 15-year-old treaty", "twice a year", "one day it may be", "last year"],
)
def test_what_is_no_span_of_time(text: str) -> None:
    assert find_durations(text, load_words("en")) == ()


def test_a_least_period() -> None:
    (found,) = find_durations("at least six months before", load_words("en"))
    assert found.bound.value == "at_least"


@pytest.mark.parametrize("text", ["gadu pēc paziņojuma", "gadu  pēc paziņojuma saņemšanas"])
def test_a_year_alone_whose_next_word_may_end_in_any_way(text: str) -> None:
    (found,) = find_durations(text, load_words("lv"))
    assert (found.low, found.unit) == (1, "years")
