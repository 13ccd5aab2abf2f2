"""Runs of words that two texts have in common, with exact offsets on both sides.

Each text is cut into words; of every few neighbouring shingles the one with the least hash is kept
(winnowing: Schleimer, Wilkerson and Aiken, 2003). That loses no common run of
:data:`SURELY_FOUND` words or more, unless its words come again and again in the same text. What a
kept shingle hits is compared word by word, so that no run rests on a hash. The cost grows with the
amount of text, not with the number of pairs: a shingle that many texts have is looked up in the
first few of them only.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from statistics import median_high

from treatywatch.reading.vocabulary.fold import fold
from treatywatch.values import frozen

SHINGLE = 5
_WINDOW = 4
SURELY_FOUND = SHINGLE + _WINDOW - 1
"""Runs of so many words (8) are found wherever they stand."""

_PLACES = 4  # places of one shingle in one text that are tried: a headline comes again below it
_HOLDERS = 8  # texts that a shingle is looked up in: the first ones that have it
_WORD = re.compile(r"[^\W_]+")

Span = tuple[int, int]


@frozen
class WordedText:
    """A text as its words: where each begins and ends, and a number for each different word.

    ``own`` counts, up to each word, those that do not belong to a name; a word that is left out
    has a number that no other word has.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    numbers: Sequence[int]
    own: Sequence[int]

    def __len__(self) -> int:
        return len(self.numbers)

    def own_words(self, first: int, last: int) -> int:
        """How many of the words from ``first`` up to ``last`` belong to no name."""
        return self.own[last] - self.own[first]

    def words_in(self, start: int, end: int) -> Span:
        """The places, among the words, of those that lie between two offsets of the text."""
        first = bisect_left(self.starts, start)
        return first, max(first, bisect_left(self.starts, end))


@frozen
class Run:
    """Words that stand in both texts in the same order: ``length`` of them, from these words on.

    ``texts`` is in how many texts most of its shingles stand: a measure of how common it is.
    """

    one: int
    other: int
    one_first: int
    other_first: int
    length: int
    texts: int = 2


@dataclass
class Vocabulary:
    """Different words numbered in the order in which they come; left-out words get their own."""

    known: dict[str, int] = field(default_factory=dict)
    left_out: int = 0

    def words_of(
        self, text: str, names: Sequence[Span] = (), left_out: Sequence[Span] = ()
    ) -> WordedText:
        """The words of a text. ``names`` and ``left_out`` are spans in order, without overlap."""
        folded = fold(text)
        found = [match.span() for match in _WORD.finditer(folded)]
        numbers = array("q", (self._number(folded[a:b]) for a, b in found))
        for place in _within(found, left_out):
            self.left_out += 1
            numbers[place] = -self.left_out
        own = bytearray(b"\x01" * len(found))
        for place in _within(found, names):
            own[place] = 0
        return WordedText(
            array("q", (a for a, _ in found)),
            array("q", (b for _, b in found)),
            numbers,
            array("q", (0, *accumulate(own))),
        )

    def _number(self, word: str) -> int:
        return self.known.setdefault(word, len(self.known))


def common_runs(texts: Sequence[WordedText]) -> tuple[Run, ...]:
    """Every run of words that two texts share, the earlier text of the sequence as ``one``.

    All have :data:`SURELY_FOUND` words or more; those of one pair do not overlap in the later text.
    """
    index: dict[int, list[int]] = {}
    kept = [dict(_kept_shingles(text.numbers)) for text in texts]
    found: list[Run] = []
    for number, text in enumerate(texts):
        found += _runs_with_earlier(number, text, kept[number], texts, index)
        _enter(number, kept[number], index)
    return tuple(_how_common(found, kept, index))


def _kept_shingles(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Place and hash of the kept shingles, in order."""
    last = len(numbers) - SHINGLE + 1
    held = [hash(tuple(numbers[at : at + SHINGLE])) for at in range(last)]
    chosen = -1
    for first in range(max(1, last - _WINDOW + 1) if last > 0 else 0):
        window = range(first, min(first + _WINDOW, last))
        if chosen < first:
            chosen = min(window, key=lambda at: (held[at], -at))
        elif held[window[-1]] <= held[chosen]:
            chosen = window[-1]
        else:
            continue
        yield chosen, held[chosen]


def _enter(number: int, kept: dict[int, int], index: dict[int, list[int]]) -> None:
    """Note where the text has each shingle first; the head of each list counts the texts."""
    mine: dict[int, list[int]] = {}
    for at, shingle in kept.items():
        places = mine.setdefault(shingle, [])
        if len(places) < _PLACES:
            places.append(number << 32 | at)
    for shingle, places in mine.items():
        held = index.setdefault(shingle, [0])
        held[0] += 1
        if held[0] <= _HOLDERS:
            held += places


def _runs_with_earlier(
    number: int,
    text: WordedText,
    kept: dict[int, int],
    texts: Sequence[WordedText],
    index: dict[int, list[int]],
) -> Iterator[Run]:
    reach: dict[int, int] = {}  # per earlier text, the first word not yet in a run with it
    for at, shingle in kept.items():
        best: dict[int, Run] = {}
        for place in index.get(shingle, ())[1:]:
            earlier, there = place >> 32, place & 0xFFFFFFFF
            free = reach.get(earlier, 0)
            if at + SHINGLE <= free:
                continue
            first, here, length = _extended(texts[earlier].numbers, text.numbers, there, at, free)
            if length >= max(SURELY_FOUND, best[earlier].length + 1 if earlier in best else 0):
                best[earlier] = Run(earlier, number, first, here, length)
        for earlier, run in best.items():
            reach[earlier] = run.other_first + run.length
            yield run


def _extended(
    earlier: Sequence[int], later: Sequence[int], there: int, here: int, free: int
) -> tuple[int, int, int]:
    """The run through two places, not before ``free`` in the later text: its places and length."""
    if here < free:
        there, here = there + free - here, free
    back = 0
    room = min(here - free, there)
    while back < room and earlier[there - back - 1] == later[here - back - 1]:
        back += 1
    on = 0
    most = min(len(earlier) - there, len(later) - here)
    while on < most and earlier[there + on] == later[here + on]:
        on += 1
    return there - back, here - back, back + on if on else 0


def _how_common(
    runs: Iterable[Run], kept: Sequence[dict[int, int]], index: dict[int, list[int]]
) -> Iterator[Run]:
    places = [list(held) for held in kept]
    for run in runs:
        mine = places[run.other]
        first = bisect_left(mine, run.other_first)
        last = bisect_left(mine, run.other_first + run.length - SHINGLE + 1)
        texts = [index[kept[run.other][at]][0] for at in mine[first:last]] or [2]
        # At the ends of a run the shingles kept depend on what stands around it: those count less.
        yield replace(run, texts=median_high(texts))


def _within(words: Sequence[Span], spans: Sequence[Span]) -> Iterator[int]:
    """The places of the words that touch any of the spans; both in the order of the text."""
    at = 0
    for start, end in spans:
        while at < len(words) and words[at][1] <= start:
            at += 1
        while at < len(words) and words[at][0] < end:
            yield at
            at += 1
