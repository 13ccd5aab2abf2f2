"""Likeness: how far a stretch of text is like those in which people have found claims.

Learned from annotated reports (``treatywatch.scoring.learning``): each sign that a stretch may show
has a weight for each type of claim, and the weights of the signs it shows add up to a chance. What
makes a claim of an exit has a chance for each of its stages as well. A language has weights of its
own in ``record/likeness``, or those of any language, which no word of a language has a part in.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp, sqrt
from pathlib import Path

from treatywatch.errors import FaultyRecord
from treatywatch.kept import keep, kept
from treatywatch.reading.claim import ClaimType
from treatywatch.values import frozen

ANY_LANGUAGE = "mul"  # ISO 639-2 for several languages
ALWAYS = "always"  # the sign of every stretch
SIGN = "sign"  # the head of the column of signs
OF_EXIT = f"{ClaimType.WITHDRAWAL}."  # before the stages in the head of the table
PARTS = 100  # a weight is written in hundredths
_FOLDER = Path(__file__).parents[2] / "record" / "likeness"


@frozen
class Likeness:
    """The weights of each sign, packed: those of the ``types``, then of the ``stages`` of an exit.

    Packed, the weights of a hundred signs are added up for all types and stages at once.
    """

    types: tuple[ClaimType, ...]
    stages: tuple[str, ...]
    weights: Mapping[str, int]

    def of(self, signs: frozenset[str]) -> "Weights":
        """What the signs of a stretch weigh together.

        The more signs there are, the less each of them weighs.
        """
        told = [*filter(None, map(self.weights.get, signs))]  # no pack is 0
        return Weights(self, sum(told), len(told), evened(len(signs)) / PARTS)


@frozen
class Weights:
    """The weights of the signs of a stretch: so many packs, added up, and the share they have."""

    likeness: Likeness
    pack: int
    packs: int
    share: float

    def chances(self) -> dict[ClaimType, float]:
        """The chance that the stretch makes a claim of each type, from 0 to 1."""
        types = self.likeness.types
        return dict(zip(types, self._chances(0, len(types)), strict=True))

    def stage(self) -> str | None:
        """The likeliest stage of the exit that the stretch tells of."""
        first, stages = len(self.likeness.types), self.likeness.stages
        chances = self._chances(first, len(stages))
        return max(zip(chances, stages, strict=True), default=(0.0, None))[1]

    def _chances(self, first: int, width: int) -> list[float]:
        """Those of so many columns from the first on."""
        start = _unpacked(self.likeness.weights[ALWAYS], 1, first, width)
        totals = _unpacked(self.pack, self.packs, first, width)
        return [
            chance(always / PARTS + total * self.share)
            for always, total in zip(start, totals, strict=True)
        ]


_BITS = 32  # of a weight in a pack: the total of all the signs of a stretch fits
_RAISED = 1 << 15  # added to each weight, so that none is below 0
_MASK = (1 << _BITS) - 1


def packed(weights: Iterable[int]) -> int:
    """Weights of hundredths in one number, each of them above 0 by as much."""
    pack = 0
    for place, weight in enumerate(weights):
        pack |= weight + _RAISED << place * _BITS
    return pack


def _unpacked(pack: int, packs: int, first: int, width: int) -> list[int]:
    """The totals of so many packs that were added up, of some columns."""
    low = packs * _RAISED
    places = range(first * _BITS, (first + width) * _BITS, _BITS)
    return [(pack >> place & _MASK) - low for place in places]


def evened(signs: int) -> float:
    """What each of so many signs weighs, so that long stretches do not outweigh short ones."""
    return _USUAL / sqrt(max(1, signs))


_USUAL = 6.0  # the root of the number of signs of a short clause


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

    A column for each type, then one for each stage of an exit: "withdrawal.notified".
    """
    table = csv.reader(lines)
    head = next(table, [])
    try:
        types = tuple(ClaimType(name) for name in head[1:] if not name.startswith(OF_EXIT))
    except ValueError as error:
        raise FaultyRecord([f"likeness/{place}:1: {error}; name types of claims"]) from error
    stages = tuple(name.removeprefix(OF_EXIT) for name in head[1 + len(types) :])
    weights: dict[str, int] = {}
    faults: list[str] = []
    for number, row in enumerate(filter(None, table), 2):
        try:
            told = [int(one or 0) for one in row[1:]]
        except ValueError as error:
            faults.append(f"likeness/{place}:{number}: {error}; write whole hundredths")
            continue
        if len(told) != len(types) + len(stages) or row[0] in weights:
            faults.append(f"likeness/{place}:{number}: {row[0]!r} has {len(told)} weights")
            continue
        weights[row[0]] = packed(told)
    if ALWAYS not in weights:
        faults.append(f"likeness/{place}:1: there is no row {ALWAYS!r}; learn the table anew")
    if faults:
        raise FaultyRecord(faults)
    return Likeness(types, stages, weights)


def written(
    types: Sequence[ClaimType], stages: Sequence[str], weights: Mapping[str, Sequence[float]]
) -> Iterator[list[str]]:
    """The rows of the table for these weights by sign, in hundredths, the signs in order.

    A sign whose weights all round to 0 has no row.
    """
    yield [SIGN, *(kind.value for kind in types), *(f"{OF_EXIT}{stage}" for stage in stages)]
    for sign, row in sorted(weights.items()):
        rounded = [round(weight * PARTS) for weight in row]
        if any(rounded):
            yield [sign, *(str(one) if one else "" for one in rounded)]
