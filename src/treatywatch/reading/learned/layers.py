"""Layers: what words in their order say, by a small network that looks at each beside others.

A word is a row of numbers, near to those of words used like it: so "bolted from" may be read by
what was learned of "quit". Three **looks** follow, each at every word and two others, which stand
further off from look to look; what they see in a stretch at most and in the mean, in its sentence
and beside it, is weighed for the types of claims.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from treatywatch.reading.learned.windows import Stretch, Window
from treatywatch.values import frozen

Numbers = NDArray[np.float32]
Places = NDArray[np.int64]

REACHES = (1, 2, 4)  # how many words off the neighbours stand that each look takes in
PARTS = 3  # of a window: before, the sentence, after
UNKNOWN = ""  # the word that stands for all others


@frozen
class Weighed:
    """Weights and what is added to their sums."""

    weights: Numbers
    added: Numbers

    def of(self, seen: Numbers) -> Numbers:
        """The sums, one row for each row that was seen."""
        sums: Numbers = seen @ self.weights + self.added
        return sums


@frozen
class Layers:
    """The network: rows for words by their number, the looks, and what weighs what was seen.

    ``rows`` are whole numbers, which ``scale`` makes those that are meant, word by word.
    ``outcomes`` names what is weighed, in the order of the last sums.
    """

    outcomes: Sequence[str]
    numbers: Mapping[str, int]
    rows: NDArray[np.int8]
    scale: Numbers
    looks: Sequence[Weighed]
    hidden: Weighed
    last: Weighed

    def odds(self, window: Window) -> list[dict[str, float]]:
        """The log odds of each outcome: of the sentence, then of each of its clauses.

        None of a stretch that has no words.
        """
        told = (window.own, *window.clauses)
        if window.own[1] == window.own[0]:
            return [{} for _ in told]
        seen = self._seen(window)
        beyond = np.concatenate([most(seen, (window.own,)), most(seen, around(window))])
        found = [
            np.concatenate([most(seen, (one,)), mean(seen, one), beyond])
            for one in told
            if one[1] > one[0]
        ]
        inner = np.maximum(self.hidden.of(np.stack(found)), 0)
        weighed = iter(self.last.of(inner).tolist())
        return [
            dict(zip(self.outcomes, next(weighed), strict=True)) if end > first else {}
            for first, end in told
        ]

    def _seen(self, window: Window) -> Numbers:
        """What the last look sees at each word."""
        numbers = self._numbered(window.words)
        rows = self.rows[numbers].astype(np.float32) * self.scale[numbers, None]
        seen = np.concatenate([rows, parts_of(window)], axis=1)
        for number, (look, reach) in enumerate(zip(self.looks, REACHES, strict=True)):
            further = np.maximum(look.of(beside(seen, reach)), 0)
            seen = seen + further if number else further
        return seen

    def _numbered(self, words: Iterable[str]) -> Places:
        """The words by their numbers."""
        unknown = self.numbers[UNKNOWN]
        return np.array([self.numbers.get(word, unknown) for word in words], dtype=np.int64)


def parts_of(window: Window) -> Numbers:
    """In which part of the window each word stands: a column for each part."""
    parts = np.zeros((len(window.words), PARTS), dtype=np.float32)
    ends = (0, *window.own, len(window.words))
    for part, (first, end) in enumerate(pairwise(ends)):
        parts[first:end, part] = 1
    return parts


def around(window: Window) -> tuple[Stretch, Stretch]:
    """The stretches beside the sentence."""
    first, end = window.own
    return (0, first), (end, len(window.words))


def beside(seen: Numbers, reach: int) -> Numbers:
    """Each row with those so many before and after it; nothing is beyond the first and the last."""
    width = seen.shape[1]
    wide = np.zeros((len(seen), 3 * width), dtype=np.float32)
    wide[reach:, :width] = seen[:-reach]
    wide[:, width : 2 * width] = seen
    wide[:-reach, 2 * width :] = seen[reach:]
    return wide


def most(seen: Numbers, stretches: Iterable[Stretch]) -> Numbers:
    """The most of each column in some stretches; what is seen is never below 0."""
    found = [seen[first:end].max(axis=0) for first, end in stretches if end > first]
    none = np.zeros(seen.shape[1], dtype=np.float32)
    highest: Numbers = np.maximum.reduce([none, *found])
    return highest


def mean(seen: Numbers, stretch: Stretch) -> Numbers:
    """The mean of each column in a stretch."""
    first, end = stretch
    found: Numbers = seen[first:end].mean(axis=0)
    return found
