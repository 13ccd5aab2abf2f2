"""Learning what claims look like: weights for signs, from the annotated reports of one language.

The signs of sentences and of clauses are examples of what people have found there; the weights are
fitted to them (``fitting.py``) in an order drawn from a fixed seed: the same gold gives the same
table. Sealed sets are never learned from; those apart are learned from and not looked at.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path

import numpy as np

from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import ClaimType
from treatywatch.reading.claims.tables.grid import may_hold_any
from treatywatch.reading.learned.likeness import ANY_LANGUAGE, evened, written
from treatywatch.reading.learned.signs import Signs
from treatywatch.reading.learned.weighing import is_whole
from treatywatch.reading.naming.lexicon import Lexicon, build_lexicon
from treatywatch.reading.read import clauses_of, understand
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reports.report import Report
from treatywatch.scoring.fitting import OF_ALL, Fitting
from treatywatch.scoring.gold import GoldClaim, read_gold
from treatywatch.scoring.gold_sets import is_apart, is_sealed, marks_quotes
from treatywatch.scoring.run import reports_in
from treatywatch.values import frozen

TYPES = tuple(sorted(ClaimType))
_WEIGHTIEST = frozenset({ClaimType.QUOTE})  # of which some sets mark the weightiest alone
_ROUNDS = 5  # times that every example is looked at
_LEAST = 5  # examples that must show a sign
_OFTEN = 10  # examples that must tell of a stage
_SEED = 1


@frozen
class Example:
    """The signs of a stretch, and the types of claims that people have found in it.

    ``group`` names a set that is marked more closely than others are: more is a claim in it. Of
    the types in ``unmarked`` nobody can tell whether the stretch makes a claim.
    """

    signs: frozenset[str]
    types: frozenset[ClaimType]
    stages: frozenset[str] = frozenset()  # of the exits among them
    group: str = OF_ALL
    unmarked: frozenset[ClaimType] = frozenset()


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
        group = path.parent.name if is_apart(path.parent) else OF_ALL
        unmarked = frozenset() if marks_quotes(path.parent) else _WEIGHTIEST
        for name, report in reports_in(path.parent / "reports", language if words else None):
            known = lexicon(report.language)
            found = _examples(report, by_report.get(name, ()), known, words=words)
            yield from (replace(one, group=group, unmarked=unmarked) for one in found)


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
    rows = written(TYPES, learned.stages, learned.weights, learned.onward)
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
    """Weights by sign, for the units, ``TYPES`` and the stages of an exit; those of each unit."""

    stages: tuple[str, ...]
    weights: Mapping[str, Sequence[float]]
    onward: Sequence[Sequence[float]]


def learn(
    examples: Sequence[Example], report_round: Callable[[int, float], None] | None = None
) -> Learned:
    """Weights for each sign that enough examples show.

    ``report_round`` is told after each round its number and the mean loss of it.
    """
    met = Counter(sign for one in examples for sign in one.signs)
    staged = Counter(stage for one in examples for stage in one.stages)
    stages = tuple(sorted(stage for stage, times in staged.items() if times >= _OFTEN))
    known = sorted(sign for sign, times in met.items() if times >= _LEAST)
    random = np.random.default_rng(_SEED)
    wanted = [outcomes(one, stages) for one in examples]
    fitting = Fitting(known, wanted, random, [one.group for one in examples])
    seen = [fitting.numbers(one.signs) for one in examples]
    for number in range(1, _ROUNDS + 1):
        order = random.permutation(len(examples)).tolist()
        loss = sum(fitting.step(seen[one], evened(len(examples[one].signs)), one) for one in order)
        if report_round is not None:
            report_round(number, loss / max(1, len(order)))
    return Learned(stages, fitting.weights(), fitting.onward())


def outcomes(example: Example, stages: Sequence[str]) -> list[float | None]:
    """What each type, then each stage, should come to; None where nobody can tell."""
    types = [_outcome(example, kind) for kind in TYPES]
    if not example.stages:
        return [*types, *[None] * len(stages)]
    return [*types, *(float(stage in example.stages) for stage in stages)]


def _outcome(example: Example, kind: ClaimType) -> float | None:
    return None if kind in example.unmarked else float(kind in example.types)
