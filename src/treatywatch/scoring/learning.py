"""Learning what claims look like: weights for signs, from the annotated reports of one language.

The signs of sentences and of clauses are examples of what people have found there; the weights are
fitted to them (``fitting.py``) in an order drawn from a fixed seed: the same gold gives the same
table.
"""

import csv
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from treatywatch.reading.learned.likeness import evened, written
from treatywatch.scoring.examples import TYPES, Example, outcomes
from treatywatch.scoring.fitting import Fitting
from treatywatch.values import frozen

_ROUNDS = 5  # times that every example is looked at
_LEAST = 5  # examples that must show a sign
_OFTEN = 10  # examples that must tell of a stage
_SEED = 1


def write_table(file: Path, learned: "Learned") -> None:
    """Write the weights as a table of the record."""
    rows = written(TYPES, learned.stages, learned.weights, learned.onward)
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(rows)


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
    stages = stages_of(examples)
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


def stages_of(examples: Sequence[Example]) -> tuple[str, ...]:
    """The stages that enough examples tell of."""
    staged = Counter(stage for one in examples for stage in one.stages)
    return tuple(sorted(stage for stage, times in staged.items() if times >= _OFTEN))
