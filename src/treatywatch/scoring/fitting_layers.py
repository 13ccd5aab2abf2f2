"""Fitting layers: the network that reads words in their order learns from examples.

Windows are looked at a few at a time, drawn at random; each weight moves against the slope of what
was missed, as far as its own slopes are steady (Adam), by steps that grow and then shrink. Words,
and parts of what is seen, are passed over at random, so that nothing is leaned on alone.
"""

from collections.abc import Sequence
from math import cos, pi, sqrt

import numpy as np
from numpy.typing import NDArray

from treatywatch.reading.learned.layers import (
    PARTS,
    REACHES,
    UNKNOWN,
    Layers,
    Numbers,
    Places,
    Weighed,
    around,
    beside,
    parts_of,
)
from treatywatch.reading.learned.windows import Stretch, Window
from treatywatch.values import frozen

WIDTH = 128  # of what is seen at a word, and of what is weighed
_STEP, _GROWING = 1.5e-3, 500  # the longest step, and the steps until then
_STEADY, _STEEP, _HARDLY = 0.9, 0.999, 1e-8  # how long slopes are remembered
_STEEPEST = 1.0  # of all slopes together
_UNREAD, _UNSEEN, _UNHEARD, _UNSAID = 0.12, 0.2, 0.4, 0.3  # shares that a step passes over
_FURTHER = 0.5  # how far what adds to what is seen is from nothing at first
_EXTREME = 30.0  # log odds beyond which a chance is as good as certain
_WHOLE = 127  # the greatest whole number of a row
_APART = sum(REACHES)  # rows between two windows, so that neither sees the other


@frozen
class Lesson:
    """A window, and what its sentence and then its clauses should come to, outcome by outcome.

    NaN where nobody can tell. ``group`` is the number of the set that it is from.
    """

    window: Window
    wanted: Numbers
    group: int = 0


class _Moved:
    """A table of weights, moved row by row or as a whole."""

    def __init__(self, weights: Numbers) -> None:
        self.weights = weights
        self._mean, self._square = np.zeros_like(weights), np.zeros_like(weights)

    def move(self, slopes: Numbers, step: float, times: int, rows: Places | None = None) -> None:
        """Against its slopes, at the step with this number, from 1."""
        at = slice(None) if rows is None else rows
        self._mean[at] = _STEADY * self._mean[at] + (1 - _STEADY) * slopes
        self._square[at] = _STEEP * self._square[at] + (1 - _STEEP) * slopes * slopes
        mean = self._mean[at] / (1 - _STEADY**times)
        square = self._square[at] / (1 - _STEEP**times)
        self.weights[at] -= step * mean / (np.sqrt(square) + _HARDLY)


@frozen
class _Heard:
    """What was seen and weighed of some windows, kept until the slopes are known."""

    numbers: Places
    read: NDArray[np.bool_]  # the rows that are words, not what stands between windows
    shown: Sequence[Numbers]  # to each look, beside one another
    sums: Sequence[Numbers]  # of each look
    pooled: Sequence[tuple[Places, Places]]  # the rows that were most, and those of the mean
    heard: Numbers
    said: Numbers
    told: Numbers


class LayersFitting:
    """The network that is being fitted, for these outcomes and words.

    ``rows`` has a row of numbers for each of the words, the first of which is ``UNKNOWN``.
    """

    def __init__(
        self,
        outcomes: Sequence[str],
        words: Sequence[str],
        rows: Numbers,
        groups: int,
        random: np.random.Generator,
    ) -> None:
        self._outcomes, self._words, self._random = outcomes, words, random
        self._numbers = {word: number for number, word in enumerate(words)}
        widths = (rows.shape[1] + PARTS, WIDTH, WIDTH)
        shares = (1.0, *[_FURTHER] * (len(REACHES) - 1))
        self._rows = _Moved(rows.copy())
        self._looks = [
            self._begun(3 * width, WIDTH, share)
            for width, share in zip(widths, shares, strict=True)
        ]
        self._hidden = self._begun(4 * WIDTH, WIDTH)
        self._last = self._begun(WIDTH, len(outcomes), _FURTHER)
        self._of_group = _Moved(np.zeros((groups, len(outcomes)), dtype=np.float32))
        self._times = 0

    def _begun(self, wide: int, high: int, share: float = 1.0) -> tuple[_Moved, _Moved]:
        drawn = self._random.normal(0.0, share * sqrt(2 / wide), (wide, high))
        return _Moved(drawn.astype(np.float32)), _Moved(np.zeros(high, dtype=np.float32))

    def step(self, lessons: Sequence[Lesson], steps: int) -> float:
        """Move the weights towards some lessons, as one of so many steps; what was missed."""
        self._times += 1
        heard, groups = self._hear(lessons)
        wanted = np.concatenate([one.wanted for one in lessons])
        known = ~np.isnan(wanted)
        chances = 1 / (1 + np.exp(-np.clip(heard.told, -_EXTREME, _EXTREME)))
        missed = np.where(known, chances - np.nan_to_num(wanted), 0) / len(wanted)
        self._learn(heard, missed.astype(np.float32), groups, _length(self._times, steps))
        return float((missed * missed).sum()) * len(wanted)

    def _hear(self, lessons: Sequence[Lesson]) -> tuple[_Heard, Places]:
        numbers, parts, offsets = self._in_a_row(lessons)
        read = numbers >= 0
        unread = read & (self._random.random(len(numbers)) < _UNREAD)
        numbers = np.where(unread, 0, numbers)
        rows = self._rows.weights[np.maximum(numbers, 0)] * read[:, None]
        seen = np.concatenate([rows, parts], axis=1)
        seen = seen * self._kept(seen.shape, _UNSEEN)
        shown, sums = [], []
        for number, ((weights, added), reach) in enumerate(zip(self._looks, REACHES, strict=True)):
            shown.append(beside(seen, reach))
            sums.append((shown[-1] @ weights.weights + added.weights) * read[:, None])
            seen = np.maximum(sums[-1], 0) + (seen if number else 0)
        pooled, found, groups = [], [], []
        for lesson, offset in zip(lessons, offsets, strict=True):
            window = lesson.window
            sides = np.concatenate([_places(one, offset) for one in around(window)])
            own = _places(window.own, offset)
            for stretch in (window.own, *window.clauses):
                within = _places(stretch, offset)
                rows_of = np.stack([_most(seen, one) for one in (within, own, sides)])
                most = seen[rows_of, np.arange(WIDTH)]
                found.append(np.concatenate([most[0], seen[within].mean(axis=0), *most[1:]]))
                pooled.append((rows_of, within))
                groups.append(lesson.group)
        heard = np.stack(found) * self._kept((len(found), 4 * WIDTH), _UNHEARD)
        said = heard @ self._hidden[0].weights + self._hidden[1].weights
        kept = np.maximum(said, 0) * self._kept(said.shape, _UNSAID)
        of_group = np.array(groups, dtype=np.int64)
        told = kept @ self._last[0].weights + self._last[1].weights
        told = told + self._of_group.weights[of_group]
        return _Heard(numbers, read, shown, sums, pooled, heard, kept, told), of_group

    def _kept(self, shape: tuple[int, ...], share: float) -> Numbers:
        """1 or more where something is kept, 0 where it is passed over."""
        kept = self._random.random(shape, dtype=np.float32) >= share
        return kept.astype(np.float32) / np.float32(1 - share)

    def _in_a_row(self, lessons: Sequence[Lesson]) -> tuple[Places, Numbers, list[int]]:
        """The words of all windows by number, below 0 what stands between them; the parts."""
        size = _APART + sum(len(one.window.words) + _APART for one in lessons)
        numbers = np.full(size, -1, dtype=np.int64)
        parts = np.zeros((size, PARTS), dtype=np.float32)
        at, offsets = _APART, []
        for lesson in lessons:
            words = lesson.window.words
            unknown = self._numbers[UNKNOWN]
            numbers[at : at + len(words)] = [self._numbers.get(one, unknown) for one in words]
            parts[at : at + len(words)] = parts_of(lesson.window)
            offsets.append(at)
            at += len(words) + _APART
        return numbers, parts, offsets

    def _learn(self, heard: _Heard, missed: Numbers, groups: Places, step: float) -> None:
        """Move all weights against what was missed."""
        moves: list[tuple[_Moved, Numbers, Places | None]] = []
        of_group = np.zeros_like(self._of_group.weights)
        np.add.at(of_group, groups, missed)
        moves.append((self._of_group, of_group, None))
        moves += _slopes(self._last, heard.said, missed)
        back = (missed @ self._last[0].weights.T) * (heard.said > 0) / np.float32(1 - _UNSAID)
        moves += _slopes(self._hidden, heard.heard, back)
        back = (back @ self._hidden[0].weights.T) * (heard.heard > 0)
        back = (back / (1 - _UNHEARD)).astype(np.float32)
        seen = self._seen_slopes(heard, back)
        for number in reversed(range(len(REACHES))):
            look = self._looks[number]
            of_sums = seen * (heard.sums[number] > 0)
            moves += _slopes(look, heard.shown[number], of_sums)
            before = _unbeside(of_sums @ look[0].weights.T, REACHES[number])
            seen = seen + before if number else before
        moves.append(self._word_slopes(heard, seen))
        total = sqrt(sum(float((slopes * slopes).sum()) for _, slopes, _ in moves))
        share = np.float32(min(1.0, _STEEPEST / max(total, _HARDLY)))
        for moved, slopes, rows in moves:
            moved.move(slopes * share, step, self._times, rows)

    def _seen_slopes(self, heard: _Heard, back: Numbers) -> Numbers:
        """What was missed, at each row that was seen: where it was most, and over the mean."""
        slopes = np.zeros((len(heard.numbers), WIDTH), dtype=np.float32)
        columns = np.arange(WIDTH)
        for (rows, within), missed in zip(heard.pooled, back, strict=True):
            most, mean, *beyond = missed.reshape(4, WIDTH)
            slopes[within] += mean / max(1, len(within))
            for places, missing in zip(rows, (most, *beyond), strict=True):
                slopes[places, columns] += missing
        return slopes

    def _word_slopes(self, heard: _Heard, seen: Numbers) -> tuple[_Moved, Numbers, Places]:
        width = self._rows.weights.shape[1]
        passed = heard.shown[0][:, width + PARTS : 2 * width + PARTS]
        of_rows = seen[:, :width] * (passed != 0)  # what was passed over moves nothing
        numbers, place = np.unique(heard.numbers[heard.read], return_inverse=True)
        slopes = np.zeros((len(numbers), width), dtype=np.float32)
        np.add.at(slopes, place, of_rows[heard.read] / np.float32(1 - _UNSEEN))
        return self._rows, slopes, numbers

    def layers(self) -> Layers:
        """The network as it is read with: rows in whole numbers, the rest in halves of a number."""
        rows = self._rows.weights
        scale = np.maximum(np.abs(rows).max(axis=1), _HARDLY) / _WHOLE
        whole = np.round(rows / scale[:, None]).astype(np.int8)
        last, added = self._last[0].weights, self._last[1].weights + self._of_group.weights[0]
        return Layers(
            self._outcomes,
            self._numbers,
            whole,
            scale.astype(np.float32),
            [Weighed(one.weights, other.weights) for one, other in self._looks],
            Weighed(self._hidden[0].weights, self._hidden[1].weights),
            Weighed(last, added),
        )


def _length(times: int, steps: int) -> float:
    """How long the step with this number is, from 1: longer at first, then ever shorter."""
    if times <= _GROWING:
        return _STEP * times / _GROWING
    gone = (times - _GROWING) / max(1, steps - _GROWING)
    return _STEP * (1 + cos(pi * min(1.0, gone))) / 2


def _places(stretch: Stretch, offset: int) -> Places:
    return np.arange(stretch[0] + offset, stretch[1] + offset)


def _most(seen: Numbers, places: Places) -> Places:
    """In which row each column is most; the first row, in which nothing is seen, where in none."""
    if not len(places):
        return np.zeros(seen.shape[1], dtype=np.int64)
    most: Places = places[seen[places].argmax(axis=0)]
    return most


def _slopes(
    weighed: tuple[_Moved, _Moved], seen: Numbers, missed: Numbers
) -> list[tuple[_Moved, Numbers, Places | None]]:
    """The slopes of weights, and of what is added, for what they were given and what was missed."""
    weights, added = weighed
    return [(weights, seen.T @ missed, None), (added, missed.sum(axis=0), None)]


def _unbeside(slopes: Numbers, reach: int) -> Numbers:
    """The slopes of rows that were shown with those before and after them."""
    width = slopes.shape[1] // 3
    rows = slopes[:, width : 2 * width].copy()
    rows[:-reach] += slopes[reach:, :width]
    rows[reach:] += slopes[:-reach, 2 * width :]
    return rows
