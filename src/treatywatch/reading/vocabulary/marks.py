"""Where the words of named sets stand in a text: every set in one pass."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from treatywatch.reading.vocabulary.numbered import Numbered
from treatywatch.reading.vocabulary.searched import Searched
from treatywatch.reading.vocabulary.strung import Strung
from treatywatch.reading.vocabulary.wording import Led

Name = TypeVar("Name", bound=Hashable)
_OPEN = "*"  # any letters of the word; forms that have it at their end alone are found quickest


class Sets(Generic[Name]):
    """Named sets of words, found in one pass; each set has a bit of its own."""

    def __init__(self, sets: Mapping[Name, Sequence[str]]) -> None:
        self.bit = {name: 1 << number for number, name in enumerate(sets)}
        bits: dict[tuple[str, bool], int] = {}
        self._patterns: list[tuple[Led, int]] = []
        for name, forms in sets.items():
            odd = [form for form in forms if _OPEN in form[:-1] or "(" in form]
            if odd:
                self._patterns.append((Led(odd), self.bit[name]))
            for form in set(forms) - set(odd):
                key = form.removesuffix(_OPEN), form.endswith(_OPEN)
                bits[key] = bits.get(key, 0) | self.bit[name]
        leads: dict[str, list[int]] = {}
        for number, (pattern, _) in enumerate(self._patterns):
            for first in pattern.spaced_firsts:
                leads.setdefault(first, []).append(number)
        stems = tuple(dict.fromkeys((*(stem for stem, _ in bits), *leads)))
        opens = [bits.get((stem, True), 0) for stem in stems]
        self._open = Numbered(opens)
        self._any = Numbered(opens[n] | bits.get((stem, False), 0) for n, stem in enumerate(stems))
        self._leads = {n: tuple(leads[stem]) for n, stem in enumerate(stems) if stem in leads}
        self._searched = Searched(Strung(stems), self._surely_whole)

    def _surely_whole(self, number: int) -> tuple[bool, bool]:
        """Whether the first and the last word of a stem are whole words of every text."""
        return True, not self._open[number] and number not in self._leads

    def bits(self, names: Iterable[Name]) -> int:
        """The bits of several sets."""
        total = 0
        for name in names:
            total |= self.bit[name]
        return total

    def marks(self, folded: str) -> "Marks":
        """Where words of the sets stand in folded text; a run of spaces is one."""
        found = [(start, end, bits) for start, end, bits, _ in self._found(folded)]
        found.sort()
        return Marks(found)

    def words(self, folded: str) -> list[tuple[int, int, int]]:
        """Each form of the sets in folded text with its bits, to the end of its last word.

        Those of the same place may come more than once.
        """
        return [
            (start, _REST.match(folded, end).end() if goes_on else end, bits)  # type: ignore[union-attr]
            for start, end, bits, goes_on in self._found(folded)
        ]

    def _found(self, folded: str) -> list[tuple[int, int, int, bool]]:
        """Fixed forms, and stems whose word may go on beyond the end."""
        spaced = _single_spaced(folded)
        single, length = spaced.text, len(spaced.text)
        found: list[tuple[int, int, int, bool]] = []
        led: dict[int, list[int]] = {}
        chosen, matches = self._searched.find(single, folded)
        for match, start, end in matches:
            if start and single[start - 1].isalnum() and single[start].isalnum():
                continue
            goes_on = end < length and (single[end].isalnum() or single[end] == "_")
            stem = chosen[match]
            bits = self._open[stem] if goes_on else self._any[stem]
            if bits:
                found.append((start, end, bits, goes_on))
            for number in self._leads.get(stem, ()):
                led.setdefault(number, []).append(start)
        return spaced.where_they_stood([*found, *self._by_patterns(single, led)])

    def _by_patterns(
        self, single: str, led: Mapping[int, list[int]]
    ) -> Iterator[tuple[int, int, int, bool]]:
        """What the patterns find at the places where a beginning of theirs stands."""
        for number, (pattern, bit) in enumerate(self._patterns):
            places = led.get(number)
            if places is not None or not pattern.firsts:
                for match in pattern.at(single, places):
                    yield (*match.span(), bit, False)


class Marks:
    """Words of sets in one text, in its order."""

    def __init__(self, found: Sequence[tuple[int, int, int]]) -> None:
        self._found = found
        self._starts = [start for start, _, _ in found]
        self._known: dict[tuple[int, int], int] = {}

    def within(self, start: int, end: int) -> int:
        """The bits of the sets that have a word between two offsets.

        Added up once: every clause asks for the same sentence and the same paragraph.
        """
        total = self._known.get((start, end))
        if total is None:
            total = self._known[start, end] = self._total(start, end)
        return total

    def _total(self, start: int, end: int) -> int:
        total = 0
        for number in range(bisect_left(self._starts, start), len(self._found)):
            first, last, bits = self._found[number]
            if first >= end:
                break
            if last <= end:
                total |= bits
        return total

    def starts(self, bits: int, start: int, end: int) -> list[int]:
        """Where words of the sets with these bits begin between two offsets, each place once."""
        places: list[int] = []
        for number in range(bisect_left(self._starts, start), len(self._found)):
            first, last, its = self._found[number]
            if first >= end:
                break
            if its & bits and last <= end and (not places or places[-1] != first):
                places.append(first)
        return places

    def without(self, spans: Sequence[tuple[int, int]]) -> "Marks":
        """The same, but for words inside any of the spans, which are in text order."""
        starts = [start for start, _ in spans]
        kept = []
        for one in self._found:
            before = bisect_left(starts, one[0] + 1) - 1
            if before < 0 or one[1] > spans[before][1]:
                kept.append(one)
        return Marks(kept)


class _SingleSpaced:
    """A text with every run of spaces as one, and where its characters stood."""

    def __init__(self, folded: str) -> None:
        pieces: list[str] = []
        at = removed = 0
        self.cuts: list[int] = []  # offsets in the new text after which more has been left out
        self._removed = [0]  # characters left out before each cut, and after the last
        run = folded.find("  ")
        while run >= 0:
            pieces.append(folded[at : run + 1])
            at = run + 2
            while folded.startswith(" ", at):
                at += 1
            removed += at - run - 1
            self.cuts.append(at - removed)
            self._removed.append(removed)
            run = folded.find("  ", at)
        self.text = "".join((*pieces, folded[at:])) if pieces else folded

    def where_they_stood(
        self, found: list[tuple[int, int, int, bool]]
    ) -> list[tuple[int, int, int, bool]]:
        """What was found in the new text, where it stands in the old one."""
        cuts, removed = self.cuts, self._removed
        if not cuts:
            return found
        stood = []
        for start, end, bits, goes_on in found:
            cut = bisect_right(cuts, start)
            last = bisect_right(cuts, end - 1, cut) if cut < len(cuts) else cut
            stood.append((start + removed[cut], end + removed[last], bits, goes_on))
        return stood


@lru_cache(maxsize=2)
def _single_spaced(folded: str) -> _SingleSpaced:
    """Made once of a text, though the sets of several grammars are looked for in it."""
    return _SingleSpaced(folded)


_REST = re.compile(r"\w*")  # of a word
