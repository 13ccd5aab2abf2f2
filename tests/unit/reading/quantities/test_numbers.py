"""Quantities: how many, how it is meant, out of how many."""

import pytest

from treatywatch.reading.quantities.numbers import find_numbers
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.words import load_words


def _numbers(text: str) -> tuple[NumberMention, ...]:
    return find_numbers(text, load_words("en"))


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("133 nations", 133, 133, "exact"),
        ("25,000 victims", 25_000, 25_000, "exact"),
        ("thirty-three countries", 33, 33, "exact"),
        ("one hundred and five states", 105, 105, "exact"),
        ("two hundred thirty-three thousand", 233_000, 233_000, "exact"),
        ("some 55 million mines", 55e6, 55e6, "about"),
        ("over 250 million mines", 250e6, 250e6, "more_than"),
        ("no fewer than 13 people", 13, 13, "at_least"),
        ("up to 4 million", 4e6, 4e6, "at_most"),
        ("no more than four", 4, 4, "at_most"),
        ("60-70 million", 60e6, 70e6, "exact"),
        ("between four and five million", 4e6, 5e6, "exact"),
        ("several dozen producers", 24, 99, "exact"),
        ("hundreds of thousands of troops", 100_000, 999_999, "exact"),
        ("a dozen states", 12, 12, "exact"),
        ("1.5 million", 1.5e6, 1.5e6, "exact"),
    ],
)
def test_one_quantity(text: str, low: float, high: float, bound: str) -> None:
    (found,) = _numbers(text)
    assert (found.low, found.high, found.bound.value) == (low, high, bound)


@pytest.mark.parametrize(
    "text",
    [
        "in 1997 and on 18 March 2025",
        "six months and nine to twelve months",
        "Article 20 and Protocol 4",
        "at 16:08, see https://example.org/12",
        "no one and one of them",
        "F-16 and 9M729",
        "the 15-year-old treaty",
        "a third country",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert _numbers(text) == ()


def test_a_share_of_a_total() -> None:
    (found,) = _numbers("165 of the 193 states")
    assert (found.low, found.of_total) == (165, 193)


def test_percentages_and_fractions() -> None:
    more, half, third = _numbers("More than 80%; half of them; about a third of them")
    assert (more.low, more.percent, more.bound.value) == (80, True, "more_than")
    assert (half.low, half.percent) == (50, True)
    assert (round(third.low), third.percent) == (33, True)


def test_ordinals_are_told_apart() -> None:
    assert [(one.low, one.ordinal) for one in _numbers("the 50th and the fifth state")] == [
        (50, True),
        (5, True),
    ]


def test_a_change_is_two_numbers_and_a_vote_is_two() -> None:
    assert [one.low for one in _numbers("from 3,000 to 5,700")] == [3000, 5700]
    assert [one.low for one in _numbers("by 157-18")] == [157, 18]
    assert [one.low for one in _numbers("16 votes against five and one abstention")] == [16, 5, 1]
