"""Likeness: how far a stretch of text is like those in which people have found claims.

Learned from annotated reports (``treatywatch.scoring.learning``): each sign that a stretch may show
has a weight for each type of claim, and the weights of the signs it shows add up to a chance. What
makes a claim of an exit has a chance for each of its stages as well. A sign means one thing beside
some signs and another beside others: so it has a weight for each of a few **units** too, and a unit
whose weights come to more than nothing speaks for types and stages in its turn. A language has
weights of its own in ``record/likeness``, or those of any language, which no word of a language has
a part in.
"""

import csv
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp, sqrt
from pathlib import Path
from sys import byteorder

from treatywatch.errors import FaultyRecord
from treatywatch.kept import keep, kept
from treatywatch.reading.claim import ClaimType
from treatywatch.values import frozen

ANY_LANGUAGE = "mul"  # ISO 639-2 for several languages
ALWAYS = "always"  # the sign of every stretch
SIGN = "sign"  # the head of the column of signs
OF_EXIT = f"{ClaimType.WITHDRAWAL}."  # before the stages in the head of the table
UNIT = "unit "  # before the number of a unit
PARTS = 100  # a weight is written in hundredths
_FOLDER = Path(__file__).parents[2] / "record" / "likeness"


_NOTHING: Mapping[str, float] = {}


@frozen
class Likeness:
    """The weights of each sign, packed: for the units, then the ``types``, then the ``stages``.

    Packed, the weights of a hundred signs are added up for all of them at once. ``onward`` has for
    each unit, in hundredths, what it weighs for the types and then the stages.
    """

    types: tuple[ClaimType, ...]
    stages: tuple[str, ...]
    weights: Mapping[str, int]
    onward: tuple[tuple[int, ...], ...] = ()

    def of(self, signs: frozenset[str]) -> "Weights":
        """What the signs of a stretch weigh together.

        The more signs there are, the less each of them weighs.
        """
        told = [*filter(None, map(self.weights.get, signs))]  # no pack is 0
        pack, share = sum(told), evened(len(signs)) / PARTS
        units = zip(_unpacked(pack, len(told), 0, len(self.onward)), self.onward, strict=True)
        speaking = [(total * share, onward) for total, onward in units if total > 0]
        return Weights(self, pack, len(told), share, speaking)


@frozen
class Weights:
    """The weights of the signs of a stretch: so many packs, added up, and the share they have.

    ``speaking`` are the units that do, how far, and for what.
    """

    likeness: Likeness
    pack: int
    packs: int
    share: float
    speaking: Sequence[tuple[float, tuple[int, ...]]]

    def chances(self, besides: Mapping[str, float] = _NOTHING) -> dict[ClaimType, float]:
        """The chance that the stretch makes a claim of each type, from 0 to 1.

        ``besides`` has the log odds of types by what else speaks for them
        (``layers.py``), which counts for as much as the signs.
        """
        types = self.likeness.types
        odds = zip(types, self._odds(0, len(types)), strict=True)
        return {kind: _with(told, besides.get(kind)) for kind, told in odds}

    def stages(self) -> dict[str, float]:
        """The chance of each stage, from 0 to 1, of the exit that the stretch tells of."""
        first, stages = len(self.likeness.types), self.likeness.stages
        odds = zip(stages, self._odds(first, len(stages)), strict=True)
        return {stage: chance(told) for stage, told in odds}

    def _odds(self, first: int, width: int) -> list[float]:
        """The log odds of so many types and stages from the first on."""
        units = len(self.likeness.onward)
        start = _unpacked(self.likeness.weights[ALWAYS], 1, units + first, width)
        own = _unpacked(self.pack, self.packs, units + first, width)
        further = self._of_units(first, first + width)
        return [
            (always + beyond) / PARTS + total * self.share
            for always, total, beyond in zip(start, own, further, strict=True)
        ]

    def _of_units(self, first: int, end: int) -> list[float]:
        """What all units together weigh, in hundredths."""
        further = [0.0] * (end - first)
        for speaks, onward in self.speaking:
            further = [
                total + speaks * one for total, one in zip(further, onward[first:end], strict=True)
            ]
        return further


_BITS = 32  # of a weight in a pack: the total of all the signs of a stretch fits
_OF_BITS = "I"  # how ``array`` calls numbers of so many
_RAISED = 1 << 15  # added to each weight, so that none is below 0
_MASK = (1 << _BITS) - 1


def packed(weights: Iterable[int]) -> int:
    """Weights of hundredths in one number, each of them above 0 by as much."""
    raised = array(_OF_BITS, [weight + _RAISED for weight in weights])
    if byteorder == "big":
        raised.byteswap()
    return int.from_bytes(raised.tobytes(), "little")


def _unpacked(pack: int, packs: int, first: int, width: int) -> list[int]:
    """The totals of so many packs that were added up, of some columns."""
    low = packs * _RAISED
    places = range(first * _BITS, (first + width) * _BITS, _BITS)
    return [(pack >> place & _MASK) - low for place in places]


def evened(signs: int) -> float:
    """What each of so many signs weighs, so that long stretches do not outweigh short ones."""
    return _USUAL / sqrt(max(1, signs))


_USUAL = 6.0  # the root of the number of signs of a short clause


def _with(odds: float, others: float | None) -> float:
    """The chance by log odds, and by others where there are any."""
    return chance(odds if others is None else (odds + others) / 2)


def chance(total: float) -> float:
    """The chance that weights which add up to this total stand for."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, total))))


_FAR = 30.0  # beyond which a chance is as good as 0 or 1


def table_of(language: str) -> Path:
    """The file of the record in which what was learned of a language stands, or would stand."""
    return _FOLDER / f"{language}.csv"


def has_own(language: str) -> bool:
    """Whether something was learned of the words of this language."""
    return language != ANY_LANGUAGE and table_of(language).exists()


@cache
def likeness_of(language: str) -> Likeness:
    """What was learned of a language, else of any.

    Raises :class:`treatywatch.errors.FaultyRecord` with the line of what is no weight.
    """
    file = table_of(language if has_own(language) else ANY_LANGUAGE)
    name, files = f"likeness-{file.stem}", (file, Path(__file__))
    known = kept(name, files)
    if not isinstance(known, Likeness):
        known = read_likeness(file.read_text(encoding="utf-8").splitlines(), file.name)
        keep(name, files, known)
    return known


def read_likeness(lines: Iterable[str], place: str) -> Likeness:
    """The table of weights: a row for each sign; empty is 0.

    A column for each unit ("unit 1"), then for each type, then for each stage of an exit:
    "withdrawal.notified". Each unit has a row too, under its name.
    """
    table = csv.reader(lines)
    head = next(table, [])
    units = tuple(name for name in head[1:] if name.startswith(UNIT))
    try:
        named = (name for name in head[1 + len(units) :] if not name.startswith(OF_EXIT))
        types = tuple(ClaimType(name) for name in named)
    except ValueError as error:
        raise FaultyRecord([f"likeness/{place}:1: {error}; name types of claims"]) from error
    stages = tuple(name.removeprefix(OF_EXIT) for name in head[1 + len(units) + len(types) :])
    rows, faults = _rows(table, len(head) - 1, place)
    faults += [
        f"likeness/{place}:1: there is no row {name!r}; learn the table anew"
        for name in (ALWAYS, *units)
        if name not in rows
    ]
    if faults:
        raise FaultyRecord(faults)
    onward = tuple(tuple(rows.pop(name)[len(units) :]) for name in units)
    weights = {sign: packed(row) for sign, row in rows.items()}
    return Likeness(types, stages, weights, onward)


def _rows(
    table: Iterable[Sequence[str]], width: int, place: str
) -> tuple[dict[str, list[int]], list[str]]:
    """The weights of each row, and what is wrong with those that have none."""
    rows: dict[str, list[int]] = {}
    faults: list[str] = []
    for number, row in enumerate(filter(None, table), 2):
        try:
            told = [int(one) if one else 0 for one in row[1:]]  # most are empty
        except ValueError as error:
            faults.append(f"likeness/{place}:{number}: {error}; write whole hundredths")
            continue
        if len(told) != width or row[0] in rows:
            faults.append(f"likeness/{place}:{number}: {row[0]!r} has {len(told)} weights")
            continue
        rows[row[0]] = told
    return rows, faults


def written(
    types: Sequence[ClaimType],
    stages: Sequence[str],
    weights: Mapping[str, Sequence[float]],
    onward: Sequence[Sequence[float]] = (),
) -> Iterator[list[str]]:
    """The rows of the table for these weights by sign, in hundredths, the signs in order.

    A sign whose weights all round to 0 has no row.
    """
    units = [f"{UNIT}{number}" for number in range(1, len(onward) + 1)]
    outcomes = (*(kind.value for kind in types), *(f"{OF_EXIT}{stage}" for stage in stages))
    yield [SIGN, *units, *outcomes]
    for unit, row in zip(units, onward, strict=True):
        yield [unit, *([""] * len(units)), *_in_hundredths(row)]
    for sign, row in sorted(weights.items()):
        rounded = _in_hundredths(row)
        if any(rounded) or sign == ALWAYS:
            yield [sign, *rounded]


def _in_hundredths(row: Iterable[float]) -> list[str]:
    return [str(round(one * PARTS) or "") for one in row]
