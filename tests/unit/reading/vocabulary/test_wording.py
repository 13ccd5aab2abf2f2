"""Lists of words as one pattern."""

import re
from collections.abc import Iterator
from importlib import resources
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.reading.vocabulary.wording import Led, alternatives, any_of, shortened, whole_words
from treatywatch.yaml_text import read_text


@pytest.mark.parametrize(
    ("forms", "text", "found"),
    [
        (["call", "called", "called for"], "they called  for it", "called  for"),
        (["call", "called", "called for"], "they called it", "called"),
        (["mine*"], "minefields", "minefields"),
        (["half a", "half an"], "half an hour", "half an"),
        (["u.s"], "uxs", None),
        ([], "anything", None),
        (["", "a"], "a", "a"),
    ],
)
def test_the_longest_form_is_found(forms: list[str], text: str, found: str | None) -> None:
    match = whole_words(forms).search(text)
    assert (match.group() if match else None) == found


def test_a_list_matches_its_forms_and_nothing_else() -> None:
    forms = ["march", "mar", "may", "maybe", "mare"]
    pattern = re.compile(any_of(forms))
    assert [form for form in [*forms, "ma", "marc", "mayb"] if pattern.fullmatch(form)] == forms


_WORDS = st.lists(st.sampled_from(["a", "ab", "b", "a*", "*b", "a*b"]), min_size=1, max_size=3)


@given(st.lists(_WORDS.map(" ".join), max_size=4), st.text("ab -", max_size=20))
def test_a_pattern_tried_where_its_beginnings_stand_finds_all(forms: list[str], text: str) -> None:
    found = [match.span() for match in Led(forms).finditer(text)]
    assert found == [match.span() for match in whole_words(forms).finditer(text)]


@given(st.text("ab -", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_it_keeps_to_its_part_of_the_text(text: str, start: int, end: int) -> None:
    found = [match.span() for match in Led(["a*", "b a"], "[ -]").finditer(text, start, end)]
    pattern = re.compile(rf"(?<!\w){any_of(['a*', 'b a'])}[ -](?!\w)")
    assert found == [match.span() for match in pattern.finditer(text, start, end)]


_OPTIONS = st.lists(st.sampled_from(["a", "b a", "ab ", "* ", ""]), min_size=2, max_size=6)
_CHOICES = _OPTIONS.map(lambda options: f"({'|'.join(options)})")
_WRITTEN = st.lists(st.one_of(_CHOICES, st.sampled_from(["b", "ab"])), min_size=2, max_size=5)


@given(_WRITTEN.map(" ".join), st.text("ab ", max_size=12))
def test_choices_left_in_a_form_match_what_they_stand_for(written: str, text: str) -> None:
    whole, short = alternatives(written), shortened(written)
    if "" in whole:
        return
    spaced = " ".join(text.split())
    stands_for = any(_is(form, spaced) for form in whole)
    if spaced:
        assert bool(re.fullmatch(any_of(short), spaced)) is stands_for
    assert all(re.fullmatch(any_of(short), form.replace("*", "ab")) for form in whole)


@given(_WRITTEN.map(" ".join), st.text("ab ", max_size=12))
def test_where_no_two_spaces_meet_more_of_a_form_stands_wherever_it_matches(
    written: str, text: str
) -> None:
    led, spaced = Led([written]), " ".join(text.split())
    for match in led.finditer(spaced):
        assert not led.firsts or spaced.startswith(led.spaced_firsts, match.start())


def test_a_beginning_goes_on_up_to_what_may_be_left_out() -> None:
    forms = ["a half", "its (first|) notice", "left (again|)", "sends* it", "a (b|) (c|d)"]
    assert Led(forms).spaced_firsts == ("a ", "a half", "its ", "left", "sends")
    assert Led(forms).firsts == ("a", "its", "left", "sends")
    assert Led(["(its|) notice"]).spaced_firsts == ()


def _is(form: str, text: str) -> bool:
    """Whether the text is the form; a star between spaces is a word."""
    pattern = " ".join(r"\w+" if word == "*" else re.escape(word) for word in form.split())
    return re.fullmatch(pattern, text) is not None


def test_a_product_of_many_choices_is_not_spelt_out() -> None:
    many = "(gave|sent|filed) (its|their|the) " + " ".join(["(a|b|c|d|)"] * 8)
    assert len(shortened(many)) <= 12
    assert re.fullmatch(any_of(shortened(many)), "sent their a d c")
    assert not re.fullmatch(any_of(shortened(many)), "sent their a d e")


def test_forms_of_the_record_that_are_kept_short_match_all_that_they_stand_for() -> None:
    some = Random(1)
    shorter = 0
    for written in _written_choices():
        short = shortened(written)
        if not any("(" in form for form in short):
            continue
        shorter += 1
        pattern = re.compile(any_of(short))
        whole = alternatives(written)
        for form in some.sample(whole, min(20, len(whole))):
            assert pattern.fullmatch(form.replace("*", "ab")), (written, form)
    assert shorter > 100


def _written_choices() -> Iterator[str]:
    folder = resources.files("treatywatch") / "record" / "words"
    for file in folder.iterdir():
        yield from _strings(read_text(file.read_text(encoding="utf-8")).content)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str) and "(" in value and "|" in value:
        yield value
