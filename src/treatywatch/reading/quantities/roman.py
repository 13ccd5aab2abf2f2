"""Numbers written in Roman numerals: "27.VI.2025", "Article XVI"."""

from collections.abc import Mapping
from functools import cache

from treatywatch.reading.vocabulary.words import read_sections


def roman_number(numeral: str) -> int | None:
    """The number of a numeral in either case; None for a word with other letters."""
    letters = _values()
    if not numeral or not all(letter in letters for letter in numeral.lower()):
        return None
    values = [letters[letter] for letter in numeral.lower()]
    return sum(
        -value if following > value else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


@cache
def _values() -> Mapping[str, int]:
    values: Mapping[str, int] = read_sections("numerals.yaml")["roman"]
    return values
