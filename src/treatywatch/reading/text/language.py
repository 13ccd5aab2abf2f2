"""The language of a text, told by its small words."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.words import REFERENCE, read_sections

_WORD = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile(r"(?<!\w)[^\W\d_]{1,2}'")  # "l'", which stands before its noun
_BEYOND_ENGLISH = re.compile(r"[^\x00-\x7f]")  # letters that English lacks
_LONE_CAPITAL = re.compile(r"\b[A-ZÀ-ÞА-Я]\b(?!['’])")  # "Y" in a cell, the initial of a name
_ENOUGH = 20_000  # characters that tell the language of any text
_LETTER = 0.2  # what a letter weighs beside a word

Marks = Mapping[str, Mapping[str, float]]  # by language, what is looked for and what it weighs


def find_language(text: str) -> str:
    """The language (ISO 639-1) whose small words and letters stand most often in the text.

    One of those with a file of words; English where nothing tells any language, the first by
    alphabet among equals. Deterministic.
    """
    folded = fold(_LONE_CAPITAL.sub("", text[:_ENOUGH]))
    found = Counter(_WORD.findall(folded))
    found.update(_ELIDED.findall(folded.replace("’", "'")))
    found.update(_BEYOND_ENGLISH.findall(folded))
    weights = {
        language: sum(found[mark] * weight for mark, weight in marks.items() if mark in found)
        for language, marks in _marks().items()
    }
    best = max(sorted(weights), key=lambda language: weights[language], default=REFERENCE)
    return best if weights.get(best) else REFERENCE


@cache
def _marks() -> Marks:
    """The words and letters of each language, each with its weight: less where others have it."""
    listed = read_sections("languages.yaml")
    owners = Counter(
        mark for told in listed.values() for mark in (*set(told["words"]), *told["letters"])
    )
    return {
        language: {
            **{letter: _LETTER / owners[letter] ** 2 for letter in told["letters"]},
            **{word: 1 / owners[word] ** 2 for word in told["words"]},
        }
        for language, told in listed.items()
    }
