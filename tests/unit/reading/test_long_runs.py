"""Runs of small words that can be parted in many ways are gone through once, however long."""

import re
from collections.abc import Callable

import pytest

from treatywatch.reading.claims.at_large.at_large_lists import _small_words
from treatywatch.reading.naming.mentions import _in_a_city
from treatywatch.reading.syntax.words_before import in_a_list
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words_acts import ActWords, load_act_words


@pytest.mark.parametrize("pattern", [in_a_list, _small_words])
def test_as_well_as_well_as_well(pattern: Callable[[ActWords], "re.Pattern[str]"]) -> None:
    words = pattern(load_act_words("en"))
    assert words.fullmatch("as well " * 200 + "zork") is None
    assert words.fullmatch("as well " * 200)


def test_spaces_where_choices_are_left_out() -> None:
    form = "gave (a |b |)(c |d |)(e |f |)(g |h |)(i |j |)notice"
    pattern = re.compile(any_of([form]))
    assert pattern.match("gave" + " " * 5_000 + "none") is None
    assert pattern.match("gave" + " " * 5_000 + "notice")


def test_capitals_behind_in_are_gone_through_once() -> None:
    city = _in_a_city(load_act_words("en"))
    assert city.search(" in WITHDRAWS PREVIOUS NOTIFICATIONS NOW") is None
    assert city.search(" signed in San José, ")
