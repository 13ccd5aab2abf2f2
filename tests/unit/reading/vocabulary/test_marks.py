"""Words of sets in a text."""

import pytest

from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.marks import Sets

SETS = Sets(
    {
        "weapon": ("landmine*", "mine", "land mine"),
        "verb": ("has used", "used"),
        "other": ("mine", "mined"),
        "compound": ("*räumung", "minen*gesetz"),
    }
)


def _within(text: str, start: int = 0, end: int | None = None) -> set[str]:
    bits = SETS.marks(fold(text)).within(start, len(text) if end is None else end)
    return {name for name, bit in SETS.bit.items() if bits & bit}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A mine lay there", {"weapon", "other"}),
        ("Landmines lay there", {"weapon"}),
        ("It was mined", {"other"}),
        ("Land\n   mine", {"weapon", "other"}),
        ("It has  used them", {"verb"}),
        ("determined miners reused", set()),
        ("Die Minenräumung dauert", {"compound"}),
        ("Das Minenverbotsgesetz gilt", {"compound"}),
        ("", set()),
    ],
)
def test_which_sets_have_a_word_in_a_text(text: str, names: set[str]) -> None:
    assert _within(text) == names


def test_only_words_that_lie_whole_in_the_span_count() -> None:
    text = "a mine   and   it used one"
    assert _within(text, 0, text.index("and")) == {"weapon", "other"}
    assert _within(text, text.index("and")) == {"verb"}
    assert _within(text, text.index("used") + 1) == set()


def test_words_in_the_name_of_a_treaty_can_be_left_out() -> None:
    text = "the landmine ban and a landmine"
    marks = SETS.marks(text)
    assert marks.without([(4, 16)]).within(0, 20) == 0
    assert marks.without([(4, 16)]).within(20, len(text)) == SETS.bit["weapon"]


def test_the_bits_of_several_sets() -> None:
    assert SETS.bits(["weapon", "verb"]) == SETS.bit["weapon"] | SETS.bit["verb"]


def test_a_word_is_found_to_its_end() -> None:
    text = "two  landmines, a land  mine and a mine"
    found = {text[start:end] for start, end, _ in SETS.words(text)}
    assert found == {"landmines", "land  mine", "mine"}


def test_runs_of_spaces_anywhere_move_nothing() -> None:
    text = "  a   land  mine   has  used    a mine  "
    found = {text[start:end] for start, end, _ in SETS.words(text)}
    assert found == {"land  mine", "has  used", "used", "mine"}
