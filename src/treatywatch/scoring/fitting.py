"""Fitting weights to examples: signs speak for outcomes, by themselves and through units.

A network of one hidden layer. It is fitted by steps that grow smaller where a weight has been moved
often (AdaGrad); in each step signs and units are passed over at random, so that none of them leans
on another alone. Groups of examples differ in how often an outcome is met whatever the signs: one
annotator marks more closely than another.
"""

from collections.abc import Iterable, Sequence
from math import log, sqrt
from operator import add, mul
from random import Random

from treatywatch.reading.learned.likeness import ALWAYS, chance

_UNITS = 64
_STEP = 0.03
_UNSEEN, _SILENT = 0.4, 0.3  # shares of the signs, and of the units, that a step passes over
_BEGUN = 0.3  # how far the weights of units are from 0 at first
_UNMOVED, _HARDLY_MOVED = 1e-4, 1e-2  # so that first steps are not too long: of signs, of units
_SLIGHT = 0.05  # weights of signs below it are dropped
_RARE = 1e-3  # the least share of examples that an outcome is held to have

OF_ALL = ""  # the group whose chances the weights begin from when something is read

Row = list[float]


class Fitting:
    """Weights that are being fitted: of each sign a row for the units and then the outcomes."""

    def __init__(
        self,
        signs: Sequence[str],
        wanted: Sequence[Sequence[float | None]],
        random: Random,
        groups: Sequence[str] = (),
    ) -> None:
        self._signs, self._wanted, self._random = signs, wanted, random
        self._groups = groups or [OF_ALL] * len(wanted)
        self._number = {sign: number for number, sign in enumerate(signs)}
        outcomes = len(wanted[0]) if wanted else 0
        width = _UNITS + outcomes
        self._rows: list[Row] = [[0.0] * width for _ in signs]
        self._moved: list[Row] = [[_UNMOVED] * width for _ in signs]
        always = [_log_odds(column) for column in zip(*wanted, strict=True)]
        self._always = {group: [*always] for group in (OF_ALL, *self._groups)}
        self._always_moved = {group: [_HARDLY_MOVED] * outcomes for group in self._always}
        self._outcomes = outcomes
        self.onward: list[Row] = [
            [random.gauss(0, _BEGUN) for _ in range(outcomes)] for _ in range(_UNITS)
        ]
        self._onward_moved: list[Row] = [[_HARDLY_MOVED] * outcomes for _ in range(_UNITS)]

    def numbers(self, signs: Iterable[str]) -> list[int]:
        """The signs that have weights, by their numbers."""
        return [self._number[sign] for sign in sorted(signs) if sign in self._number]

    def step(self, signs: Sequence[int], evened: float, example: int) -> float:
        """Move the weights towards one example; how far they were from it."""
        random = self._random.random
        seen = [sign for sign in signs if random() >= _UNSEEN]
        share = evened / (1 - _UNSEEN)
        totals = [
            sum(column) * share for column in zip(*(self._rows[sign] for sign in seen), strict=True)
        ]
        totals = totals or [0.0] * (_UNITS + self._outcomes)
        speaking = self._speaking(totals)
        group = self._groups[example]
        own = map(add, self._always[group], totals[_UNITS:])
        missed = self._missed([*own], speaking, self._wanted[example])
        slopes = [0.0] * _UNITS
        for unit, speaks in speaking:
            onward = self.onward[unit]
            slopes[unit] = sum(map(mul, onward, missed)) / (1 - _SILENT)
            _move(onward, self._onward_moved[unit], [speaks * one for one in missed])
        _move(self._always[group], self._always_moved[group], missed)
        slopes = [slope * share for slope in (*slopes, *missed)]
        pulled = [(place, slope) for place, slope in enumerate(slopes) if slope]
        for sign in seen:
            _move_some(self._rows[sign], self._moved[sign], pulled)
        return sum(one * one for one in missed)

    def _speaking(self, totals: Sequence[float]) -> list[tuple[int, float]]:
        """The units that are not passed over and whose weights come to 0 or more, and how much."""
        random = self._random.random
        return [
            (unit, total / (1 - _SILENT))
            for unit, total in enumerate(totals[:_UNITS])
            if random() >= _SILENT and total >= 0
        ]

    def _missed(
        self,
        own: Row,
        speaking: Sequence[tuple[int, float]],
        wanted: Sequence[float | None],
    ) -> Row:
        """How far each outcome was overrated; 0 where nobody knows it."""
        totals = own
        for unit, speaks in speaking:
            totals = [
                total + speaks * one for total, one in zip(totals, self.onward[unit], strict=True)
            ]
        return [
            0.0 if one is None else chance(total) - one
            for total, one in zip(totals, wanted, strict=True)
        ]

    def weights(self) -> dict[str, Row]:
        """The weights by sign, slight ones as 0, and those that every stretch has."""
        rows = {
            sign: [one if abs(one) >= _SLIGHT else 0.0 for one in row]
            for sign, row in zip(self._signs, self._rows, strict=True)
        }
        return {ALWAYS: [*[0.0] * _UNITS, *self._always[OF_ALL]], **rows}


def _move(weights: Row, moved: Row, slopes: Sequence[float]) -> None:
    """Move each weight against its slope, the less the more it has been moved."""
    moved[:] = [done + slope * slope for done, slope in zip(moved, slopes, strict=True)]
    weights[:] = [
        weight - _STEP * slope / sqrt(done)
        for weight, slope, done in zip(weights, slopes, moved, strict=True)
    ]


def _move_some(weights: Row, moved: Row, slopes: Iterable[tuple[int, float]]) -> None:
    """The same of some weights alone: most units are silent in most examples."""
    for place, slope in slopes:
        done = moved[place] = moved[place] + slope * slope
        weights[place] -= _STEP * slope / sqrt(done)


def _log_odds(column: Sequence[float | None]) -> float:
    """What chances of an outcome begin with: how often it is met where it is known."""
    known = [one for one in column if one is not None]
    share = sum(known) / len(known) if known else 0.0
    share = min(1 - _RARE, max(_RARE, share))
    return log(share / (1 - share))
