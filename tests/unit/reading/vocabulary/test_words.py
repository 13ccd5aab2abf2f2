"""The files of words: read strictly, with the place of each fault."""

from dataclasses import dataclass

import pytest

from treatywatch.errors import FaultyRecord, UnknownName
from treatywatch.reading.vocabulary.words import (
    as_section,
    languages,
    load_words,
    parse_sections,
    raw_section,
)


@dataclass(frozen=True, slots=True)
class Greetings:
    hello: tuple[str, ...]
    times: int


def test_every_language_that_is_listed_loads_and_is_kept() -> None:
    for language in languages():
        assert load_words(language) is load_words(language)


def test_a_language_without_a_file_is_named_with_those_that_have_one() -> None:
    with pytest.raises(UnknownName, match="language"):
        load_words("xx")


def test_a_section_becomes_a_value() -> None:
    assert as_section({"hello": ["good day"], "times": 2}, Greetings, "a") == Greetings(
        ("good day",), 2
    )


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"hello": [], "times": 1, "bye": []}, "a: unknown key bye; remove it"),
        ({"hello": []}, "a.times"),
        ({"hello": [True], "times": 1}, "a.hello.0"),
        ({"hello": "good day", "times": 1}, "a.hello"),
    ],
)
def test_a_wrong_section_says_which_key(raw: dict[str, object], words: str) -> None:
    with pytest.raises(FaultyRecord, match="1 faults") as caught:
        as_section(raw, Greetings, "a")
    assert words in caught.value.faults[0]


@pytest.mark.parametrize(
    ("written", "line"), [("a: 1\nb: 2\na: 3\n", 3), ("a: 1\nb: ]\n", 2), ("a: 'x\n", 2)]
)
def test_what_is_no_yaml_is_told_with_its_line(written: str, line: int) -> None:
    with pytest.raises(FaultyRecord) as caught:
        parse_sections(written, "words/xx.yaml")
    assert caught.value.faults[0].startswith(f"words/xx.yaml:{line}:")


def test_on_and_no_are_words() -> None:
    assert parse_sections("on: [no, yes, off]", "a") == {"on": ["no", "yes", "off"]}


def test_a_missing_section_is_a_fault() -> None:
    with pytest.raises(FaultyRecord, match="no section dances"):
        raw_section("en", "dances")
