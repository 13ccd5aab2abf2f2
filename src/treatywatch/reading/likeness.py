"""Likeness: how far a stretch of text is like those in which people have found claims.

Learned from annotated reports (``treatywatch.scoring.learning``): each sign that a stretch may show
has a weight for each type of claim, and the weights of the signs it shows add up to a chance. What
makes a claim of an exit has a chance for each of its stages as well. A language has the weights in
``record/likeness``, or has none.
"""

import csv
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp, sqrt
from pathlib import Path

from treatywatch.errors import FaultyRecord
from treatywatch.kept import keep, kept
from treatywatch.reading.claim import ClaimType
from treatywatch.values import frozen

ALWAYS = "always"  # the sign of every stretch
SIGN = "sign"  # the head of the column of signs
OF_EXIT = f"{ClaimType.WITHDRAWAL}."  # before the stages in the head of the table
PARTS = 100  # a weight is written in hundredths
_FOLDER = Path(__file__).parent.parent / "record" / "likeness"


@frozen
class Likeness:
    """Weights in hundredths: those of a sign begin at its row.

    First come those of the ``types``, in their order, then those of the ``stages`` of an exit.
    """

    types: tuple[ClaimType, ...]
    stages: tuple[str, ...]
    rows: Mapping[str, int]
    weights: Sequence[int]

    def chances(self, signs: frozenset[str]) -> dict[ClaimType, float]:
        """The chance that a stretch with these signs makes a claim of each type, from 0 to 1.

        The more signs there are, the less each of them weighs.
        """
        return dict(zip(self.types, self._chances(signs, 0, len(self.types)), strict=True))

    def stage(self, signs: frozenset[str]) -> str | None:
        """The likeliest stage of the exit that a stretch with these signs tells of."""
        first = len(self.types)
        chances = self._chances(signs, first, first + len(self.stages))
        return max(zip(chances, self.stages, strict=True), default=(0.0, None))[1]

    def _chances(self, signs: frozenset[str], first: int, last: int) -> list[float]:
        totals = [0] * (last - first)
        for row in filter(None, map(self.rows.get, signs)):
            for number, weight in enumerate(self.weights[row + first : row + last]):
                totals[number] += weight
        share = evened(len(signs)) / PARTS
        start = self.rows[ALWAYS] + first
        return [
            chance(self.weights[start + number] / PARTS + total * share)
            for number, total in enumerate(totals)
        ]


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


@cache
def likeness_of(language: str) -> Likeness | None:
    """What was learned of a language; None where nothing was.

    Raises :class:`treatywatch.errors.FaultyRecord` with the line of what is no weight.
    """
    file = table_of(language)
    if not file.exists():
        return None
    name, files = f"likeness-{language}", (file, Path(__file__))
    known = kept(name, files)
    if not isinstance(known, Likeness):
        known = read_likeness(file.read_text(encoding="utf-8").splitlines(), file.name)
        keep(name, files, known)
    return known


def read_likeness(lines: Iterable[str], place: str) -> Likeness:
    """The table of weights: a row for each sign; empty is 0.

    A column for each type, then one for each stage of an exit: "withdrawal.notified".
    """
    table = csv.reader(line for line in lines if not line.startswith("#"))
    head = next(table, [])
    try:
        types = tuple(ClaimType(name) for name in head[1:] if not name.startswith(OF_EXIT))
    except ValueError as error:
        raise FaultyRecord([f"likeness/{place}:1: {error}; name types of claims"]) from error
    stages = tuple(name.removeprefix(OF_EXIT) for name in head[1 + len(types) :])
    rows: dict[str, int] = {}
    weights = array("h", [0])  # so that no row begins at 0
    faults: list[str] = []
    for number, row in enumerate(table, 2):
        try:
            told = [int(one or 0) for one in row[1:]]
        except ValueError as error:
            faults.append(f"likeness/{place}:{number}: {error}; write whole hundredths")
            continue
        if len(told) != len(types) + len(stages) or row[0] in rows:
            faults.append(f"likeness/{place}:{number}: {row[0]!r} has {len(told)} weights")
            continue
        rows[row[0]] = len(weights)
        weights.extend(told)
    if ALWAYS not in rows:
        faults.append(f"likeness/{place}:1: there is no row {ALWAYS!r}; learn the table anew")
    if faults:
        raise FaultyRecord(faults)
    return Likeness(types, stages, rows, weights)


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
