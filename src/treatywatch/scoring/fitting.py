"""Fitting weights to examples: signs speak for outcomes, by themselves and through units.

A network of one hidden layer. It is fitted by steps that grow smaller where a weight has been moved
often (AdaGrad); in each step signs and units are passed over at random, so that none of them leans
on another alone. Groups of examples differ in how often an outcome is met whatever the signs: one
annotator marks more closely than another.
"""

from collections.abc import Iterable, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from treatywatch.reading.learned.likeness import ALWAYS
from treatywatch.scoring.examples import OF_ALL

_UNITS = 64
_STEP = 0.03
_UNSEEN, _SILENT = 0.4, 0.3  # shares of the signs, and of the units, that a step passes over
_BEGUN = 0.3  # how far the weights of units are from 0 at first
_UNMOVED, _HARDLY_MOVED = 1e-4, 1e-2  # so that first steps are not too long: of signs, of units
_SLIGHT = 0.05  # weights of signs below it are dropped
_RARE = 1e-3  # the least share of examples that an outcome is held to have
_EXTREME = 30.0  # log odds beyond which a chance is as good as certain

Weights = NDArray[np.float64]
Numbers = NDArray[np.int64]


class Fitting:
    """Weights that are being fitted: of each sign a row for the units and then the outcomes.

    ``wanted`` has a row for each example: what each outcome should come to, None where nobody can
    tell. ``groups`` names the group of each example.
    """

    def __init__(
        self,
        signs: Sequence[str],
        wanted: Sequence[Sequence[float | None]],
        random: np.random.Generator,
        groups: Sequence[str] = (),
    ) -> None:
        self._signs, self._random = signs, random
        self._groups = groups or [OF_ALL] * len(wanted)
        self._number = {sign: number for number, sign in enumerate(signs)}
        outcomes = len(wanted[0]) if wanted else 0
        given = np.array(wanted, dtype=np.float64).reshape(len(wanted), outcomes)  # None as NaN
        self._known = ~np.isnan(given)
        self._wanted = np.where(self._known, given, 0.0)
        self._rows = np.zeros((len(signs), _UNITS + outcomes))
        self._moved = np.full_like(self._rows, _UNMOVED)
        always = [_log_odds(column) for column in zip(*wanted, strict=True)]
        self._always = {group: np.array(always) for group in (OF_ALL, *self._groups)}
        self._always_moved = {
            group: np.full_like(row, _HARDLY_MOVED) for group, row in self._always.items()
        }
        self._onward = random.normal(0.0, _BEGUN, (_UNITS, outcomes))
        self._onward_moved = np.full_like(self._onward, _HARDLY_MOVED)

    def numbers(self, signs: Iterable[str]) -> Numbers:
        """The signs that have weights, by their numbers."""
        known = [self._number[sign] for sign in sorted(signs) if sign in self._number]
        return np.array(known, dtype=np.int64)

    def step(self, signs: Numbers, evened: float, example: int) -> float:
        """Move the weights towards one example; how far they were from it."""
        seen = signs[self._random.random(len(signs)) >= _UNSEEN]
        share = evened / (1 - _UNSEEN)
        totals = self._rows[seen].sum(axis=0) * share
        units, own = totals[:_UNITS], totals[_UNITS:]
        speaks = self._who_speaks(units)
        spoken = units * speaks
        group = self._groups[example]
        told = own + self._always[group] + spoken @ self._onward
        missed = (_chances(told) - self._wanted[example]) * self._known[example]
        slopes = np.concatenate([(self._onward @ missed) * speaks, missed]) * share
        _move(self._onward, self._onward_moved, np.outer(spoken, missed))
        _move(self._always[group], self._always_moved[group], missed)
        self._move_signs(seen, slopes)
        return float(missed @ missed)

    def _who_speaks(self, units: Weights) -> Weights:
        """Of units that are passed over, and whose weights come to less than 0, nothing."""
        heard = (self._random.random(_UNITS) >= _SILENT) & (units >= 0)
        return heard / (1 - _SILENT)

    def _move_signs(self, seen: Numbers, slopes: Weights) -> None:
        """Move the rows of the signs, each of which is there once."""
        rows, moved = self._rows[seen], self._moved[seen]
        _move(rows, moved, slopes)
        self._rows[seen], self._moved[seen] = rows, moved

    def weights(self) -> dict[str, list[float]]:
        """The weights by sign, slight ones as 0, and those that every stretch has."""
        told = np.where(np.abs(self._rows) >= _SLIGHT, self._rows, 0.0).tolist()
        always = [*[0.0] * _UNITS, *self._always[OF_ALL].tolist()]
        return {ALWAYS: always, **dict(zip(self._signs, told, strict=True))}

    def onward(self) -> list[list[float]]:
        """The weights of each unit for the outcomes."""
        told: list[list[float]] = self._onward.tolist()
        return told


def _move(weights: Weights, moved: Weights, slopes: Weights) -> None:
    """Move each weight against its slope, the less the more it has been moved."""
    moved += slopes * slopes
    weights -= _STEP * slopes / np.sqrt(moved)


def _chances(told: Weights) -> Weights:
    """The chances of log odds."""
    chances: Weights = 1 / (1 + np.exp(-np.clip(told, -_EXTREME, _EXTREME)))
    return chances


def _log_odds(column: Sequence[float | None]) -> float:
    """What chances of an outcome begin with: how often it is met where it is known."""
    known = [one for one in column if one is not None]
    share = sum(known) / len(known) if known else 0.0
    share = min(1 - _RARE, max(_RARE, share))
    return log(share / (1 - share))
