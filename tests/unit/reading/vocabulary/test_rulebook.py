"""Rules are sorted out by the sets of words that a clause has."""

import pytest

from treatywatch.reading.vocabulary.rulebook import rulebook
from treatywatch.reading.vocabulary.words import load_words

WORDS = load_words()
BOOK = rulebook(WORDS)


@pytest.mark.parametrize("section", ["indicators", "plans", "facts", "loose_exits"])
def test_a_rule_fits_as_soon_as_all_its_sets_are_there_and_not_before(section: str) -> None:
    rules = BOOK.sections[getattr(WORDS, section)]
    for one in rules.rules:
        asked = one.asks.bits[0]
        assert one in rules.fitting(asked)
        if asked:
            assert one not in rules.fitting(asked & (asked - 1))  # without the lowest of them


def test_sets_of_one_name_in_two_sections_are_told_apart() -> None:
    bits = [BOOK.sections[one].opens for one in (WORDS.indicators, WORDS.plans)]
    assert all(bits)
    assert not bits[0] & bits[1]
