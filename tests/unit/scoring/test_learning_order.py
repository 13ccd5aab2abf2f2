"""Learning what the order of words tells, from annotated sentences and public vectors."""

from pathlib import Path

import numpy as np
import pytest

from tests.unit.reading.learned.networks import network
from treatywatch.errors import UnreadableInput
from treatywatch.reading.claim import ClaimType
from treatywatch.reading.learned.network import write_layers
from treatywatch.reading.learned.windows import PAUSE, Window
from treatywatch.scoring.examples import Example, Sentence
from treatywatch.scoring.learning_order import learn_order, read_vectors

EXIT = ClaimType.WITHDRAWAL
VECTORS = {
    "left": np.array([1, 0, 0], dtype=np.float32),
    "quit": np.array([0.9, 0.1, 0], dtype=np.float32),
    "rained": np.array([0, 0, 1], dtype=np.float32),
    "snowed": np.array([0, 0.1, 0.9], dtype=np.float32),
}


def sentence(text: str, *types: ClaimType) -> Sentence:
    words = text.split()
    return Sentence(Window(words, (0, len(words))), [Example(frozenset(), frozenset(types))])


SENTENCES = [*[sentence("S_ left", EXIT)] * 640, *[sentence("S_ rained")] * 640]


def test_words_used_like_those_that_were_met_are_read_like_them() -> None:
    layers = learn_order(SENTENCES, VECTORS)
    quit_, snowed = (
        layers.odds(Window(["S_", verb], (0, 2)))[0]["withdrawal"] for verb in ("quit", "snowed")
    )
    assert quit_ > 0 > snowed


def test_each_round_is_told_and_the_outcomes_are_types_of_claims() -> None:
    rounds: list[tuple[int, float]] = []
    layers = learn_order(SENTENCES[::8], VECTORS, lambda *told: rounds.append(told))
    assert [number for number, _ in rounds] == list(range(1, len(rounds) + 1))
    assert set(layers.outcomes) == set(ClaimType)


def test_a_clause_without_words_teaches_nothing() -> None:
    told = SENTENCES[0]
    beyond = Sentence(Window(["S_", "left"], (0, 2), [(0, 2), (2, 2)]), [*told.examples] * 3)
    learn_order([beyond] * 64, VECTORS)


def test_vectors_are_lines_of_words_and_numbers(tmp_path: Path) -> None:
    (tmp_path / "vectors.txt").write_text("left 1 0.5\nquit -1 0\n", "utf-8")
    read = read_vectors(tmp_path / "vectors.txt")
    assert {word: row.tolist() for word, row in read.items()} == {"left": [1, 0.5], "quit": [-1, 0]}


def test_a_line_without_numbers_is_named(tmp_path: Path) -> None:
    (tmp_path / "vectors.txt").write_text("left 1 0.5\nquit one 0\n", "utf-8")
    with pytest.raises(UnreadableInput, match=r"vectors\.txt:2.*a word and its numbers"):
        read_vectors(tmp_path / "vectors.txt")


def test_a_network_may_be_learned_on_from_another(tmp_path: Path) -> None:
    layers = network(["S_", "left"])
    write_layers(tmp_path / "en.npz", layers)
    read = read_vectors(tmp_path / "en.npz")
    assert set(read) == {"", PAUSE, "S_", "left"}
    assert read["left"] == pytest.approx(layers.rows[3] * layers.scale[3])
