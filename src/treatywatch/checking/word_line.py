"""The words of a claim in a line, as the record's lists of phrases are looked up in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

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


@lru_cache(maxsize=64)
def line(text: str) -> tuple[str, ...]:
    """The words as written, "Norway's" as "Norway", with a pause for each mark between words."""
    return _cut(text)


def _cut(text: str) -> tuple[str, ...]:
    return tuple([_word(part) for part in _PARTS.findall(_INNER_HYPHEN.sub(" ", text))])


def _word(part: str) -> str:
    return _POSSESSIVE.sub("", part).replace(".", "") if part[0].isalnum() else PAUSE


def find(words: Sequence[str], phrases: Iterable[tuple[str, str]]) -> list[Phrase]:
    """Where the phrases (each with its owner) stand, the longer first where two overlap.

    A phrase of capitals ("UN", "OSCE") is found in capitals only: in French "un" is "a".
    """
    folded = tuple([word.casefold() for word in words])
    places: dict[str | None, list[int]] = {}
    for place, word in enumerate(folded):
        places.setdefault(word, []).append(place)
    owners: dict[tuple[int, int], set[str]] = {}
    for phrase, owner in phrases:
        if _opens(phrase) in places:
            wanted = _wanted(phrase)
            for start in places.get(wanted.first, ()):
                if wanted.stands_at(start, folded, words):
                    span = start, start + len(wanted.folded)
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


class _Wanted(NamedTuple):
    """A phrase as it is looked for: its words in small letters, and those of capitals alone."""

    folded: tuple[str, ...]
    capitals: tuple[tuple[int, str], ...]

    @property
    def first(self) -> str | None:
        """The first word."""
        return self.folded[0] if self.folded else None

    def stands_at(self, start: int, folded: tuple[str, ...], words: Sequence[str]) -> bool:
        """Whether the phrase stands at this place of a line, given in small letters too."""
        return folded[start : start + len(self.folded)] == self.folded and all(
            words[start + place] == word for place, word in self.capitals
        )


@cache
def _wanted(phrase: str) -> _Wanted:
    words = _cut(phrase)
    capitals = tuple((place, word) for place, word in enumerate(words) if word.isupper())
    return _Wanted(tuple([word.casefold() for word in words]), capitals)
