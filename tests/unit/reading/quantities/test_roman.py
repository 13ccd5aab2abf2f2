import pytest

from treatywatch.reading.quantities.roman import roman_number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("I", 1), ("iv", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("xc", 90), ("CXXVII", 127)],
)
def test_a_numeral_is_read_in_either_case(numeral: str, number: int) -> None:
    assert roman_number(numeral) == number


@pytest.mark.parametrize("word", ["", "20", "exit", "Xth"])
def test_what_has_other_letters_is_no_numeral(word: str) -> None:
    assert roman_number(word) is None
