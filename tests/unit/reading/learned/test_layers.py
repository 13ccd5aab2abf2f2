"""What words in their order say, by a network that looks at each beside others."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reading.learned.networks import network
from treatywatch.reading.learned.layers import around, beside, mean, most
from treatywatch.reading.learned.windows import PAUSE, Window

WORDS = ("S_", "left", "the", "T_", "today")
LAYERS = network(WORDS)


def odds(text: str, *clauses: tuple[int, int]) -> list[dict[str, float]]:
    words = text.split()
    return LAYERS.odds(Window(words, (0, len(words)), clauses))


def test_the_order_of_words_matters() -> None:
    assert odds("S_ left the T_") != odds("T_ left the S_")


def test_a_word_that_nothing_was_learned_of_is_as_any_other_such() -> None:
    assert odds("S_ bolted today") == odds("S_ skedaddled today")


def test_a_clause_is_told_apart_from_the_sentence_it_is_in() -> None:
    whole, first, second = odds("S_ left the T_ today", (0, 2), (2, 5))
    assert len({one["withdrawal"] for one in (whole, first, second)}) == 3


def test_a_stretch_without_words_is_like_nothing() -> None:
    whole, beyond = odds("S_ left", (2, 2))
    assert set(whole) == {"count", "withdrawal"}
    assert beyond == {}
    assert LAYERS.odds(Window([], (0, 0))) == [{}]


def test_the_sentences_beside_it_have_a_say() -> None:
    alone = LAYERS.odds(Window(["S_", "left"], (0, 2)))
    led = LAYERS.odds(Window(["T_", PAUSE, "S_", "left"], (2, 4)))
    assert alone != led


@given(st.integers(1, 9), st.integers(1, 6))
def test_each_row_is_seen_with_those_beside_it(rows: int, reach: int) -> None:
    seen = np.arange(1, rows + 1, dtype=np.float32)[:, None]
    for row, (before, own, after) in enumerate(beside(seen, reach).tolist()):
        assert own == row + 1
        assert before == (row + 1 - reach if row >= reach else 0)
        assert after == (row + 1 + reach if row + reach < rows else 0)


def test_what_is_most_and_the_mean_of_a_stretch() -> None:
    seen = np.array([[0, 4], [2, 1], [1, 1]], dtype=np.float32)
    assert most(seen, [(0, 1), (2, 3)]).tolist() == [1, 4]
    assert most(seen, [(1, 1)]).tolist() == [0, 0]  # nothing is seen where nothing stands
    assert mean(seen, (1, 3)).tolist() == [1.5, 1]
    assert around(Window(["a", PAUSE, "b", "c"], (2, 3))) == ((0, 2), (3, 4))
