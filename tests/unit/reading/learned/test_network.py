"""The network of a language as a file."""

from pathlib import Path

import numpy as np
import pytest

from tests.unit.reading.learned.networks import network
from treatywatch.errors import FaultyRecord
from treatywatch.reading.claim import ClaimType
from treatywatch.reading.learned.network import layers_of, read_layers, write_layers
from treatywatch.reading.learned.windows import Window

WINDOW = Window(["S_", "left", "the", "T_"], (0, 4), [(1, 3)])


def test_what_was_written_says_the_same(tmp_path: Path) -> None:
    layers = network(["S_", "left", "T_"])
    write_layers(tmp_path / "en.npz", layers)
    assert read_layers(tmp_path / "en.npz").odds(WINDOW) == layers.odds(WINDOW)


def test_what_is_no_network_is_a_fault_of_the_record(tmp_path: Path) -> None:
    (tmp_path / "torn.npz").write_bytes(b"no arrays")
    np.savez(tmp_path / "lacking.npz", rows=np.zeros(3))
    for name in ("torn.npz", "lacking.npz"):
        with pytest.raises(FaultyRecord, match=f"likeness/{name}: .*learn it anew"):
            read_layers(tmp_path / name)


def test_rows_that_are_not_those_of_the_words_are_a_fault(tmp_path: Path) -> None:
    layers = network(["S_", "left", "T_"])
    write_layers(tmp_path / "en.npz", layers)
    with np.load(tmp_path / "en.npz") as told:
        arrays = {**told, "rows": told["rows"][1:]}
    np.savez(tmp_path / "fewer.npz", **arrays)
    with pytest.raises(FaultyRecord, match="5 words have 4 rows"):
        read_layers(tmp_path / "fewer.npz")


def test_english_has_a_network_that_knows_the_types_of_claims() -> None:
    layers = layers_of("en")
    assert layers is not None
    assert set(layers.outcomes) == set(ClaimType)


def test_a_language_without_a_network_is_read_without() -> None:
    assert layers_of("de") is None


@pytest.mark.parametrize("verb", ["quit", "abandoned", "renounced"])
def test_what_states_did_is_more_like_an_exit_than_what_others_did(verb: str) -> None:
    layers = layers_of("en")
    assert layers is not None
    left = ["S_", verb, "the", "T_", "in", "D_", "."]
    other = ["the", "singer", verb, "the", "band", "in", "D_", "."]
    likely, hardly = (layers.odds(Window(one, (0, len(one))))[0] for one in (left, other))
    assert likely["withdrawal"] > max(0, hardly["withdrawal"])
