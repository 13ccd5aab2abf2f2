"""Many strings as one value that costs little to keep, and which of them a text can hold."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import overload

from treatywatch.values import frozen

_WORD = re.compile(r"[^\W_]+")


class Strung(Sequence[str]):
    """Strings laid end to end: tens of thousands of them are read back at once."""

    def __init__(self, strings: Iterable[str]) -> None:
        held = tuple(strings)
        self._whole = "".join(held)
        self._cuts = array("i", [0])
        for one in held:
            self._cuts.append(self._cuts[-1] + len(one))

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[str, ...]: ...
    def __getitem__(self, number: int | slice) -> str | tuple[str, ...]:
        if isinstance(number, slice):
            return tuple(self[n] for n in range(len(self))[number])
        start = range(len(self))[number]  # counts from the end too, and knows where the end is
        return self._whole[self._cuts[start] : self._cuts[start + 1]]

    def __iter__(self) -> Iterator[str]:
        return (self._whole[start:end] for start, end in pairwise(self._cuts))

    def __len__(self) -> int:
        return len(self._cuts) - 1


@frozen(slots=False)
class ByWords:
    """Strings by their two rarest words; those without a whole word can stand in any text."""

    pairs: Mapping[
        str, str
    ]  # a word -> the others, each with where in `numbers` it begins and ends
    numbers: "array[int]"
    wordless: tuple[int, ...]

    def within(self, text: str) -> Iterator[int]:
        """The numbers of the strings all of whose chosen words stand in the text."""
        yield from self.wordless
        words = set(_WORD.findall(text))
        for word in words & self.pairs.keys():
            written = iter(self.pairs[word].split(" "))
            for other, start, end in zip(written, written, written, strict=True):
                if other in words:
                    yield from self.numbers[int(start) : int(end)]


def by_words(strings: Sequence[str], whole: Callable[[int], tuple[bool, bool]]) -> ByWords:
    """``whole`` tells of a string by its number whether its first and last words are whole."""
    words = [_whole_words(one, *whole(number)) for number, one in enumerate(strings)]
    often = Counter(word for of_one in words for word in of_one)
    shelves: dict[str, dict[str, list[int]]] = {}
    for number, of_one in enumerate(words):
        if of_one:
            rarest, *rest = sorted(of_one, key=lambda word: (often[word], word))
            other = rest[0] if rest else rarest
            shelves.setdefault(rarest, {}).setdefault(other, []).append(number)
    numbers = array("i")
    pairs: dict[str, str] = {}
    for word, others in shelves.items():
        places = []
        for other, found in others.items():
            places.append(f"{other} {len(numbers)} {len(numbers) + len(found)}")
            numbers.extend(found)
        pairs[word] = " ".join(places)
    return ByWords(pairs, numbers, tuple(n for n, of_one in enumerate(words) if not of_one))


def _whole_words(one: str, first: bool, last: bool) -> set[str]:  # noqa: FBT001 - a pair
    """The words of a string, without one at its start or end that may go on in a text."""
    if first and last:
        return set(_WORD.findall(one))
    return {
        word.group()
        for word in _WORD.finditer(one)
        if (first or word.start() > 0) and (last or word.end() < len(one))
    }
