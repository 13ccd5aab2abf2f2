"""Many strings as one value that costs little to keep, and which of them a text can hold."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import add
from typing import overload
from zlib import crc32

from treatywatch.values import frozen

_WORD = re.compile(r"[^\W_]+")


def numbers_of(kind: str, numbers: Iterable[int]) -> "memoryview[int]":
    """Numbers as a table that a start need not read, of a kind that ``array`` knows."""
    return memoryview(array(kind, numbers)).toreadonly()


class Strung(Sequence[str]):
    """Strings laid end to end: tens of thousands of them cost a start nothing."""

    def __init__(self, strings: Iterable[str]) -> None:
        held = [one.encode() for one in strings]
        self._whole = memoryview(b"".join(held))
        self._cuts = numbers_of("i", accumulate(map(len, held), initial=0))

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[str, ...]: ...
    def __getitem__(self, number: int | slice) -> str | tuple[str, ...]:
        if isinstance(number, slice):
            return tuple(self[n] for n in range(len(self))[number])
        start = range(len(self))[number]  # counts from the end too, and knows where the end is
        return str(self._whole[self._cuts[start] : self._cuts[start + 1]], "utf-8")

    def __iter__(self) -> Iterator[str]:
        whole = bytes(self._whole)  # of which a piece is had sooner than of a view
        return (whole[start:end].decode() for start, end in pairwise(self._cuts))

    def __len__(self) -> int:
        return len(self._cuts) - 1

    def of(self, numbers: Iterable[int]) -> list[str]:
        """The strings with these numbers."""
        whole, cuts = self._whole, self._cuts
        return [str(whole[cuts[n] : cuts[n + 1]], "utf-8") for n in numbers]


@frozen
class ByWords:
    """Strings by pairs of neighbours in them, or by their only word.

    Pairs and words are told by checksums: of two that have the same, the one is found with the
    other. Those without a whole word can stand in any text.
    """

    numbers: "memoryview[int]"
    starts: (
        "memoryview[int]"  # of each checksum's place among the numbers, and where the last one ends
    )
    others: "memoryview[int]"  # the checksum of another pair of each of the numbers
    wordless: tuple[int, ...]

    def within(self, text: str) -> list[int]:
        """The numbers of the strings whose pairs or word stand in the text, and a few more."""
        found, stands = [*self.wordless], _checksums(text)
        numbers, starts, others, last = self.numbers, self.starts, self.others, len(self.starts) - 2
        for place in {checksum & last for checksum in stands}:
            n, end = starts[place], starts[place + 1]
            while n < end:  # few share a place: a range would cost more than they do
                if others[n] in stands:
                    found.append(numbers[n])
                n += 1
        return found


def by_words(strings: Sequence[str], whole: Callable[[int], tuple[bool, bool]]) -> ByWords:
    """``whole`` tells of a string by its number whether its first and last words are whole."""
    keys = [_keys(one, *whole(number)) for number, one in enumerate(strings)]
    often = Counter(key for of_one in keys for key in of_one)
    last = (1 << len(strings).bit_length() + 1) - 1  # a power of two: few share a place
    places = []
    for number, of_one in enumerate(keys):
        if of_one:
            rarest, other = _telling(of_one, often)
            places.append((_checksum(rarest) & last, number, _checksum(other)))
    places.sort()
    many = Counter(place for place, _, _ in places)
    return ByWords(
        numbers=numbers_of("i", (number for _, number, _ in places)),
        starts=numbers_of("i", accumulate((many[place] for place in range(last + 1)), initial=0)),
        others=numbers_of("I", (other for _, _, other in places)),
        wordless=tuple(n for n, of_one in enumerate(keys) if not of_one),
    )


def _telling(keys: list[str], often: Mapping[str, int]) -> tuple[str, str]:
    """The rarest of the keys of one string and, for long words are rare ones, its longest other."""
    if len(keys) == 1:
        return keys[0], keys[0]
    rarest, *rest = sorted(keys, key=lambda key: (often[key], key))
    return rarest, max(rest, key=len)


def _keys(one: str, first: bool, last: bool) -> list[str]:  # noqa: FBT001 - a pair
    """What tells a string: pairs of neighbours, else its word; nothing of what may go on."""
    words = _WORD.findall(one)
    if words and not first and one.startswith(words[0]):
        del words[0]
    pairs = [f"{word} {other[:_BEGINNING]}" for word, other in pairwise(words)]
    if not words or last or not one.endswith(words[-1]):
        return pairs or words
    if len(words[-1]) >= _BEGINNING:
        return pairs or [f" {words[-1][:_BEGINNING]}"]
    return pairs[:-1] or words[:-1]


_BEGINNING = 4  # letters of the second word of a pair, so that it may go on in a text


@lru_cache(maxsize=2)
def _checksums(text: str) -> frozenset[int]:
    """Those of every word of a text, its beginning, and every two neighbours: told once for all."""
    words = _WORD.findall(text)
    beginnings = [f" {word[:_BEGINNING]}" for word in words]
    keys = {*words, *beginnings, *map(add, words, beginnings[1:])}
    # Encoded in one, as there are many: none holds a line end.
    return frozenset(map(crc32, _encoded("\n".join(keys)).split(b"\n")))


def _checksum(key: str) -> int:
    return crc32(_encoded(key))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
