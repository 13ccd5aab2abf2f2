"""Learning what claims look like: weights for signs, from the annotated reports of one language.

A logistic regression for each type of claim over the signs of sentences and of clauses, fitted by
steps that grow smaller where a sign has been met often (AdaGrad), in an order drawn from a fixed
seed: the same gold gives the same table. Sealed sets are never learned from.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from math import sqrt
from pathlib import Path
from random import Random

from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import ClaimType
from treatywatch.reading.claims.tables.grid import may_hold_any
from treatywatch.reading.learned.likeness import ALWAYS, ANY_LANGUAGE, chance, evened, written
from treatywatch.reading.learned.signs import Signs
from treatywatch.reading.learned.weighing import is_whole
from treatywatch.reading.naming.lexicon import Lexicon, build_lexicon
from treatywatch.reading.read import clauses_of, understand
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reports.report import Report
from treatywatch.scoring.gold import GoldClaim, read_gold
from treatywatch.scoring.gold_sets import is_sealed
from treatywatch.scoring.run import reports_in
from treatywatch.values import frozen

TYPES = tuple(sorted(ClaimType))
_ROUNDS = 12  # times that every example is looked at
_STEP = 0.3
_EVEN = 5.0  # how hard weights are held near 0: a weight of 1 costs as much as this many examples
_LEAST = 3  # examples that must show a sign
_SLIGHT = 0.05  # weights below it are dropped
_OFTEN = 10  # examples that must tell of a stage
_UNMOVED = 1e-6  # so that nothing is divided by 0
_SEED = 1


@frozen
class Example:
    """The signs of a stretch, and the types of claims that people have found in it."""

    signs: frozenset[str]
    types: frozenset[ClaimType]
    stages: frozenset[str] = frozenset()  # of the exits among them


def examples_in(gold: Path, ledger: Ledger, language: str) -> Iterator[Example]:
    """The stretches of all reports of the language in the sets of a folder, but for sealed ones.

    Of all languages, without their words, for ``ANY_LANGUAGE``.
    """
    names = (ledger.treaties, ledger.participants, ledger.groups)
    lexicon = cache(lambda spoken: build_lexicon(*names, spoken))
    words = language != ANY_LANGUAGE
    for path in sorted(gold.glob("*/gold.jsonl")):
        if is_sealed(path.parent):
            continue
        claims = sorted(read_gold(path), key=lambda one: one.report)
        by_report = {name: tuple(told) for name, told in groupby(claims, lambda one: one.report)}
        for name, report in reports_in(path.parent / "reports", language if words else None):
            known = lexicon(report.language)
            yield from _examples(report, by_report.get(name, ()), known, words=words)


def _examples(
    report: Report, gold: Sequence[GoldClaim], lexicon: Lexicon, *, words: bool
) -> Iterator[Example]:
    folded = fold(report.text)
    if not lexicon.may_name_a_treaty(folded):
        return
    context, cues = understand(report, folded, lexicon)
    if not context.treaties:
        return
    signs = Signs(context, cues, words=words)
    clauses = InOrder(clauses_of(context, lexicon))
    for number, passage in enumerate(context.passages):
        if may_hold_any(report.text[passage.start : passage.end]):
            continue  # rows of a table are read by its head, and are like no sentence
        yield _example(signs.of_sentence(number), gold, passage.start, passage.end)
        inside = clauses.within(passage.start, passage.end)
        if is_whole(passage, inside):
            continue
        for place, clause in enumerate(inside):
            seen = signs.of_clause(clause, place, len(inside))
            yield _example(seen, gold, clause.start, clause.end)


def write_table(file: Path, learned: "Learned") -> None:
    """Write the weights as a table of the record."""
    rows = written(TYPES, learned.stages, learned.weights)
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(rows)


def _example(signs: frozenset[str], gold: Sequence[GoldClaim], start: int, end: int) -> Example:
    """With the claims that share half of the stretch, or have half of their words in it."""
    found = [
        one
        for one in gold
        if 2 * (min(end, one.end) - max(start, one.start)) >= min(end - start, one.end - one.start)
    ]
    exits = (one.stage for one in found if one.type is ClaimType.WITHDRAWAL)
    return Example(signs, frozenset(one.type for one in found), frozenset(filter(None, exits)))


@frozen
class Learned:
    """Weights by sign: for each of ``TYPES``, then for each of the stages of an exit."""

    stages: tuple[str, ...]
    weights: Mapping[str, Sequence[float]]


def learn(
    examples: Sequence[Example], report_round: Callable[[int, float], None] | None = None
) -> Learned:
    """Weights for each sign that enough examples show.

    ``report_round`` is told after each round its number and the mean loss of it.
    """
    met = Counter(sign for one in examples for sign in one.signs)
    staged = Counter(stage for one in examples for stage in one.stages)
    stages = tuple(sorted(stage for stage, times in staged.items() if times >= _OFTEN))
    known = {sign: times for sign, times in met.items() if times >= _LEAST}
    fitting = _Fitting(known, examples, stages)
    order, random = list(range(len(examples))), Random(_SEED)
    for number in range(1, _ROUNDS + 1):
        random.shuffle(order)
        loss = sum(fitting.step(one) for one in order)
        if report_round is not None:
            report_round(number, loss / max(1, len(order)))
    return Learned(stages, fitting.told())


class _Fitting:
    """Weights that are being fitted; those of a sign stand together."""

    def __init__(
        self, met: Mapping[str, int], examples: Sequence[Example], stages: Sequence[str]
    ) -> None:
        self._names = (ALWAYS, *sorted(met))
        numbers = {name: n for n, name in enumerate(self._names)}
        self._signs = [
            [numbers[sign] for sign in sorted(one.signs) if sign in numbers] for one in examples
        ]
        self._evened = [evened(len(one.signs)) for one in examples]
        self._wanted = [list(_wanted(one, stages)) for one in examples]
        self._held = [0.0, *(_EVEN / met[name] for name in self._names[1:])]
        width = len(TYPES) + len(stages)
        self._weights = [[0.0] * width for _ in self._names]
        self._moved = [[_UNMOVED] * width for _ in self._names]

    def step(self, example: int) -> float:
        """Move the weights towards one example; how far they were from it."""
        signs, share = self._signs[example], self._evened[example]
        weights, held = self._weights, self._held
        lost = 0.0
        for column, wanted in self._wanted[example]:
            total = weights[0][column] + share * sum(weights[sign][column] for sign in signs)
            missed = chance(total) - wanted
            lost += missed * missed
            self._move(0, column, missed)
            for sign in signs:
                self._move(sign, column, missed * share + held[sign] * weights[sign][column])
        return lost

    def _move(self, sign: int, column: int, slope: float) -> None:
        moved = self._moved[sign][column] + slope * slope
        self._moved[sign][column] = moved
        self._weights[sign][column] -= _STEP * slope / sqrt(moved)

    def told(self) -> dict[str, list[float]]:
        """The weights by sign, slight ones as 0."""
        return {
            name: [one if abs(one) >= _SLIGHT or not number else 0.0 for one in weights]
            for number, (name, weights) in enumerate(zip(self._names, self._weights, strict=True))
        }


def _wanted(example: Example, stages: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Columns and what they should come to; those of the stages only where an exit is told."""
    yield from ((column, float(kind in example.types)) for column, kind in enumerate(TYPES))
    if example.stages:
        told = (float(stage in example.stages) for stage in stages)
        yield from enumerate(told, len(TYPES))
