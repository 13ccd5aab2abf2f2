"""Common runs of words: exact on both sides, none missed from eight words on, linear in cost."""

import random
import time

import pytest

from tests.work import calls_of
from treatywatch.checking.comparing.word_runs import (
    SURELY_FOUND,
    Run,
    Vocabulary,
    WordedText,
    common_runs,
)

SAID = "the government will give formal notice to the depositary before the end of this week"


def runs_between(*texts: str) -> tuple[list[WordedText], list[Run]]:
    vocabulary = Vocabulary()
    worded = [vocabulary.words_of(text) for text in texts]
    return worded, list(common_runs(worded))


def words_at(text: str, worded: WordedText, first: int, length: int) -> str:
    return text[worded.starts[first] : worded.ends[first + length - 1]]


def test_a_run_has_its_offsets_in_both_texts() -> None:
    one, other = f"On Monday {SAID}, it was said.", f"Sources: {SAID.upper()} — or later."
    worded, (run,) = runs_between(one, other)
    assert words_at(one, worded[0], run.one_first, run.length) == SAID
    assert words_at(other, worded[1], run.other_first, run.length) == SAID.upper()


def test_spaces_line_ends_quotes_and_dashes_do_not_hide_a_run() -> None:
    one = "He said: “use every necessary measure to defend our\xa0territory and freedom” – no less."
    other = 'They may "use every necessary\nmeasure to defend our territory and freedom", or not.'
    worded, (run,) = runs_between(one, other)
    assert run.length == 10
    assert words_at(one, worded[0], run.one_first, 10).startswith("use every")
    assert words_at(other, worded[1], run.other_first, 10).endswith("and freedom")


@pytest.mark.parametrize("length", [7, 8, 9, 12, 40])
@pytest.mark.parametrize("before", range(5))
def test_no_run_of_eight_words_is_missed_wherever_it_stands(length: int, before: int) -> None:
    shared = " ".join(f"word{n}" for n in range(length))
    one = " ".join([*(f"x{n}" for n in range(before)), shared, "then something else"])
    other = " ".join(["quite", "different", *(f"y{n}" for n in range(before * 2)), shared, "end"])
    _, runs = runs_between(one, other)
    assert [run.length for run in runs] == ([length] if length >= SURELY_FOUND else [])


def test_a_headline_that_comes_again_in_the_text_hides_nothing() -> None:
    head = " ".join(SAID.split()[:6])
    one, other = f"{head}\n\nBerlin. {head}?\n\nOn Monday {SAID}.", f"{SAID}. {head}"
    worded, (run,) = runs_between(one, other)
    assert words_at(one, worded[0], run.one_first, run.length) == SAID
    assert run.other_first == 0


def test_a_run_that_many_have_is_found_in_each_and_counted() -> None:
    texts = [f"Report number {n} begins here. {SAID}. And ends with {n * 7}." for n in range(30)]
    _, runs = runs_between(*texts)
    assert {run.other for run in runs} == set(range(1, 30))
    assert {run.texts for run in runs} == {30}


def test_words_left_out_match_nothing() -> None:
    vocabulary = Vocabulary()
    texts = [f"{SAID} and {SAID}", f"Again {SAID}"]
    worded = [vocabulary.words_of(text, left_out=[(0, len(text))]) for text in texts]
    assert common_runs(worded) == ()


def test_words_of_names_are_not_a_texts_own() -> None:
    text = "Finland and Sweden notified the Ottawa Convention"
    worded = Vocabulary().words_of(
        text, names=[(0, 7), (12, 18), (text.index("Ottawa"), len(text))]
    )
    assert worded.own_words(0, len(worded)) == 3


@pytest.mark.parametrize("seed", range(5))
def test_unrelated_texts_share_nothing(seed: int) -> None:
    chance = random.Random(seed)
    words = [f"w{n}" for n in range(300)]
    one, other = (" ".join(chance.choices(words, k=3000)) for _ in range(2))
    assert runs_between(one, other)[1] == []


@pytest.mark.parametrize(
    "hard",
    [
        ["a " * 60_000, "a " * 50_000],
        ["a b " * 30_000, "b a " * 30_000],
        [f"{SAID} " * 4_000, f"{SAID} " * 3_000],
    ],
    ids=["one word", "two words", "one sentence"],
)
def test_a_text_that_repeats_itself_costs_no_more_than_another(hard: list[str]) -> None:
    started = time.process_time()
    runs_between(*hard)
    assert time.process_time() - started < 5


def test_ten_times_the_text_costs_about_ten_times() -> None:
    def calls(reports: int) -> int:
        chance = random.Random(1)
        texts = [" ".join(str(chance.randrange(5000)) for _ in range(300)) for _ in range(reports)]
        return calls_of(lambda: runs_between(*(f"{text} {SAID} {text[:200]}" for text in texts)))

    assert calls(400) < 40 * 2 * calls(10)
