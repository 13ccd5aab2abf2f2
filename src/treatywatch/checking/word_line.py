"""The words of a claim in a line, as the record's lists of phrases are looked up in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from treatywatch.values import frozen

PAUSE = ","
"""Stands for every mark that sets words apart: commas, brackets, dashes, colons."""

_INNER_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_PARTS = re.compile(r"\w+(?:[.'’]\w+)*|[,;:()–—-]")
_OF, _NEXT = "\t", "\n"  # neither stands in a name
_POSSESSIVE = re.compile(r"['’]s$")


@frozen
class Phrase:
    """A phrase found: its first word, the word after its last one, and whose phrases it is."""

    start: int
    end: int
    owners: frozenset[str]


def line(text: str) -> tuple[str, ...]:
    """The words as written, "Norway's" as "Norway", with a pause for each mark between words."""
    return tuple(_word(part) for part in _PARTS.findall(_INNER_HYPHEN.sub(" ", text)))


def _word(part: str) -> str:
    return _POSSESSIVE.sub("", part).replace(".", "") if part[0].isalnum() else PAUSE


def find(words: Sequence[str], phrases: Iterable[tuple[str, str]]) -> list[Phrase]:
    """Where the phrases (each with its owner) stand, the longer first where two overlap.

    A phrase of capitals ("UN", "OSCE") is found in capitals only: in French "un" is "a".
    """
    opening = {word.casefold() for word in words}
    owners: dict[tuple[int, int], set[str]] = {}
    for phrase, owner in phrases:
        if _opens(phrase) in opening:
            for span in _places(words, line(phrase)):
                owners.setdefault(span, set()).add(owner)
    taken: list[Phrase] = []
    for start, end in sorted(owners, key=lambda span: (span[0] - span[1], span[0])):
        if not any(one.start < end and start < one.end for one in taken):
            taken.append(Phrase(start, end, frozenset(owners[start, end])))
    return sorted(taken, key=lambda one: one.start)


class Phrasebook:
    """Many phrases, each with its owner, by their first words: a line has few of these."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        by_first: dict[str, list[str]] = {}
        for phrase, owner in phrases:
            by_first.setdefault(_opens(phrase), []).append(f"{phrase}{_OF}{owner}")
        # One string for each first word: thousands of them are read back at once.
        self._by_first = {first: _NEXT.join(found) for first, found in by_first.items()}

    def opening(self, words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The phrases that open with any of the words."""
        for word in {word.casefold() for word in words} & self._by_first.keys():
            for written in self._by_first[word].split(_NEXT):
                phrase, _, owner = written.partition(_OF)
                yield phrase, owner


@cache
def _opens(phrase: str) -> str:
    """The first word, in small letters; a quick look before a phrase of the record is cut up."""
    first = phrase.replace("-", " ").split(maxsplit=1)[0]
    return _word(first.casefold())


def _places(words: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    size = len(wanted)
    for start in range(len(words) - size + 1 if size else 0):
        if all(map(_same, words[start : start + size], wanted)):
            yield start, start + size


def _same(word: str, wanted: str) -> bool:
    return word == wanted if wanted.isupper() else word.casefold() == wanted.casefold()
