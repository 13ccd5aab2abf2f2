"""The network that reads words in their order learns from what people have found."""

from typing import Any

import numpy as np
import pytest

from treatywatch.reading.learned.layers import UNKNOWN
from treatywatch.reading.learned.windows import PAUSE, Window
from treatywatch.scoring import fitting_layers
from treatywatch.scoring.fitting_layers import LayersFitting, Lesson

WORDS = (UNKNOWN, PAUSE, "S_", "left", "T_", "today")
SHARES = ("_UNREAD", "_UNSEEN", "_UNHEARD", "_UNSAID")  # that a step passes over


def lesson(
    text: str, wanted: list[list[float]], *clauses: tuple[int, int], group: int = 0
) -> Lesson:
    """Words of the sentence, with those before it and after it apart by strokes."""
    before, own, after = (part.split() for part in text.split("|"))
    led = [*before, PAUSE] if before else []
    stretch = len(led), len(led) + len(own)
    window = Window([*led, *own, PAUSE, *after], stretch, clauses)
    return Lesson(window, np.array(wanted, dtype=np.float32), group)


LESSONS = (
    lesson("T_ today|S_ left the T_ today|S_", [[1, 0], [1, 0], [0, 1]], (3, 6), (6, 8), group=1),
    lesson("|today it rained|left", [[0, float("nan")]]),
)


def fitting() -> LayersFitting:
    random = np.random.default_rng(2)
    rows = random.normal(0, 1, (len(WORDS), 5)).astype(np.float32)
    return LayersFitting(("exit", "other"), WORDS, rows, 2, random)


def missed(fitted: LayersFitting) -> float:
    """How unlikely what people found is held to be."""
    heard, _ = fitted._hear(LESSONS)
    wanted = np.concatenate([one.wanted for one in LESSONS])
    chances = 1 / (1 + np.exp(-heard.told.astype(np.float64)))
    told = np.where(wanted == 1, chances, 1 - chances)
    return float(-np.log(told)[~np.isnan(wanted)].sum()) / len(wanted)


def test_weights_move_against_the_slope_of_what_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    for share in SHARES:
        monkeypatch.setattr(fitting_layers, share, 0.0)
    monkeypatch.setattr(fitting_layers, "_STEEPEST", 1e9)
    moves: list[tuple[Any, Any, Any]] = []
    monkeypatch.setattr(
        fitting_layers._Moved,
        "move",
        lambda self, slopes, step, times, rows=None: moves.append((self.weights, slopes, rows)),
    )
    fitted, random = fitting(), np.random.default_rng(5)
    fitted.step(LESSONS, 10)
    assert len(moves) == 12  # two of each look, of what weighs, of what says; groups; words
    for weights, slopes, rows in moves:
        way = random.normal(0, 1, slopes.shape).astype(np.float32)
        way /= np.linalg.norm(way)
        at = slice(None) if rows is None else rows
        begun, reach = weights.copy(), np.float32(3e-3)
        weights[at] = begun[at] + reach * way
        further = missed(fitted)
        weights[at] = begun[at] - reach * way
        slope = (further - missed(fitted)) / (2 * float(reach))
        weights[:] = begun
        assert float((slopes * way).sum()) == pytest.approx(slope, rel=0.03, abs=3e-4)


def test_what_was_found_in_a_sentence_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting_layers, "_GROWING", 5)
    fitted = fitting()
    losses = [fitted.step(LESSONS, 120) for _ in range(120)]
    assert sum(losses[-20:]) < sum(losses[:20]) / 3
    layers = fitted.layers()
    whole, left, today = layers.odds(LESSONS[0].window)
    (rain,) = layers.odds(LESSONS[1].window)
    assert whole["exit"] > 0 > rain["exit"]
    assert left["exit"] > left["other"]
    assert today["other"] > today["exit"]


def test_the_same_lessons_make_the_same_network() -> None:
    told = []
    for _ in range(2):
        fitted = fitting()
        for _ in range(3):
            fitted.step(LESSONS, 3)
        told.append(fitted.layers().odds(LESSONS[0].window))
    assert told[0] == told[1]


def test_steps_grow_and_then_shrink_to_nothing() -> None:
    lengths = [fitting_layers._length(times, 2000) for times in (1, 250, 500, 1000, 2000)]
    assert lengths[0] < lengths[1] < lengths[2] > lengths[3] > lengths[4]
    assert lengths[-1] == pytest.approx(0)
