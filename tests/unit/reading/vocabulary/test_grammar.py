"""What is made of a language's words is made once, kept, and never taken for that of others."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.reading.the_record import claims
from treatywatch.kept import SETTING
from treatywatch.reading.vocabulary import grammar
from treatywatch.reading.vocabulary.words import Words, load_words


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, str(tmp_path / "cache"))
    grammar._grammars.cache_clear()


def forget_what_was_made() -> None:
    """Empty every grammar of the reader, as in a new process."""
    rooms = [room for name, room in sys.modules.items() if name.startswith("treatywatch.reading.")]
    for made in (value for room in rooms for value in vars(room).values()):
        if "grammar.<locals>" in getattr(made, "__qualname__", ""):
            made.cache_clear()


def counted(times: list[str]) -> Callable[[Words], tuple[str, ...]]:
    def joiners(words: Words) -> tuple[str, ...]:
        times.append(words.language)
        return words.numbers.range_joiners

    return grammar.grammar(joiners)


def test_the_next_start_takes_what_was_kept() -> None:
    times: list[str] = []
    first = counted(times)(load_words("en"))
    grammar.keep_grammars("en")
    grammar._grammars.cache_clear()
    again = counted(times)(load_words("en"))
    assert first == again == load_words("en").numbers.range_joiners
    assert times == ["en"]


def test_what_was_not_kept_is_made_again() -> None:
    times: list[str] = []
    counted(times)(load_words("en"))
    grammar._grammars.cache_clear()
    counted(times)(load_words("en"))
    assert times == ["en", "en"]


def test_other_words_of_the_same_language_are_their_own() -> None:
    known = load_words("en")
    other = replace(known, numbers=replace(known.numbers, range_joiners=("bis",)))
    made = counted([])
    assert made(known) == known.numbers.range_joiners
    assert made(other) == ("bis",)


def test_all_that_a_report_has_made_can_be_kept() -> None:
    forget_what_was_made()
    claims("Finland announced on 1 April 2025 that it would leave the Ottawa Convention.")
    made = grammar._grammars("en")
    names = set(made._new)
    made.keep()
    assert len(names) > 10
    grammar._grammars.cache_clear()
    assert names <= set(grammar._grammars("en")._kept)
