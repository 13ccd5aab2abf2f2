"""Phrases of the record looked up in the words of a claim."""

import pytest

from treatywatch.checking.words.word_line import PAUSE, Phrasebook, find, find_any, line


def test_a_mark_is_a_pause_and_a_hyphen_inside_a_word_is_none() -> None:
    assert line("the co-depositary, Norway's government") == (
        "the",
        "co",
        "depositary",
        PAUSE,
        "Norway",
        "government",
    )


def test_an_abbreviation_is_one_word_with_or_without_points() -> None:
    assert line("the U.N. said") == line("the UN said")


def test_capitals_are_found_in_capitals_only() -> None:
    phrases = [("UN", "united-nations")]
    assert not find(line("c'est un dépositaire"), phrases)
    assert len(find(line("le dépositaire, l'ONU ou UN"), phrases)) == 1


def test_the_longer_of_two_phrases_is_taken() -> None:
    phrases = [("United Nations", "un"), ("United Nations Security Council", "council")]
    (found,) = find(line("before the United Nations Security Council"), phrases)
    assert found.owners == {"council"}


def test_one_phrase_may_belong_to_two() -> None:
    phrases = [("Secretary-General", "un"), ("Secretary General", "europe")]
    (found,) = find(line("its Secretary-General"), phrases)
    assert found.owners == {"un", "europe"}


def test_no_phrase_no_find() -> None:
    assert not find(line("nothing here"), [])
    assert not find((), [("UN", "un")])


@pytest.mark.parametrize("told", ["the UN and Norway", "Norway's the depositary", "un traité"])
def test_a_phrasebook_has_all_that_can_stand_in_a_line(told: str) -> None:
    phrases = [("UN", "un"), ("Norway", "nor"), ("Depositary State", "role"), ("the", "")]
    words = line(told)
    assert find(words, Phrasebook(phrases).opening(words)) == find(words, phrases)


def test_a_phrase_of_several_words_and_capitals_is_found_wherever_it_stands() -> None:
    words = line("the UN Secretary-General, not the un secretary-general or the UN Secretary")
    found = find(words, [("UN Secretary-General", "un"), ("$", "money")])
    assert [(one.start, one.end) for one in found] == [(1, 4)]


@pytest.mark.parametrize("told", ["in UN Plaza, in the un", "the last of the parties", "a", ""])
def test_phrases_of_nobody_are_found_as_those_of_an_owner_are(told: str) -> None:
    phrases = ("the last", "UN", "the last of", "of the parties", "parties", "$")
    words = line(told)
    assert find_any(words, phrases) == find(words, ((one, "") for one in phrases))
