"""The words of a claim in a line, as the record's lists of phrases are looked up in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from treatywatch.values import frozen

PAUSE = ","
"""Stands for every mark that sets words apart: commas, brackets, dashes, colons."""

_INNER_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_ELIDED = r"\b(?:[cdjlmnst]|[CDJLMNST]|(?:jus|lors|puis)?qu|Qu)(?=['’]\w)"  # "l'Ukraine", "qu'elle"
_PARTS = re.compile(rf"{_ELIDED}|\w+(?:[.'’]\w+)*|[,;:()–—-]")
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
    read = _read(tuple(words))
    owners: dict[tuple[int, int], set[str]] = {}
    for phrase, owner in phrases:
        if _opens(phrase) in read.places:
            for span in read.spans(phrase):
                owners.setdefault(span, set()).add(owner)
    return _apart(owners) if owners else []


def find_any(words: Sequence[str], phrases: tuple[str, ...]) -> list[Phrase]:
    """The same of phrases that are nobody's own."""
    read, opening = _read(tuple(words)), _by_opening(phrases)
    owners: dict[tuple[int, int], set[str]] = {}
    for first in read.places.keys() & opening.keys():
        for phrase in opening[first]:
            owners.update((span, {""}) for span in read.spans(phrase))
    return _apart(owners) if owners else []


def _apart(owners: Mapping[tuple[int, int], set[str]]) -> list[Phrase]:
    found: list[Phrase] = []
    taken: set[int] = set()
    for start, end in sorted(owners, key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append(Phrase(start, end, frozenset(owners[start, end])))
    return sorted(found, key=lambda one: one.start)


class _Read:
    """The words of a line in small letters too, and where each stands."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._folded = tuple([word.casefold() for word in words])
        self.places: dict[str, list[int]] = {}
        for place, word in enumerate(self._folded):
            self.places.setdefault(word, []).append(place)

    def spans(self, phrase: str) -> list[tuple[int, int]]:
        """Each place of a phrase, and the word after it."""
        wanted = _wanted(phrase)
        if not wanted.folded or wanted.folded[-1] not in self.places:
            return []
        return [
            (start, start + len(wanted.folded))
            for start in self.places.get(wanted.folded[0], ())
            if wanted.stands_at(start, self._folded, self._words)
        ]


@lru_cache(maxsize=64)
def _read(words: tuple[str, ...]) -> _Read:
    """Read once: scores of phrases are looked for in the words of a claim."""
    return _Read(words)


@lru_cache(maxsize=1024)
def _by_opening(phrases: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Phrases of the record by their first words."""
    opening: dict[str, list[str]] = {}
    for phrase in phrases:
        opening.setdefault(_opens(phrase), []).append(phrase)
    return {first: tuple(found) for first, found in opening.items()}


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
    return next(iter(_cut(first.casefold())), "")


class _Wanted(NamedTuple):
    """A phrase as it is looked for: its words in small letters, and those of capitals alone."""

    folded: tuple[str, ...]
    capitals: tuple[tuple[int, str], ...]

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
