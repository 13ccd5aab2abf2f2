"""Lists of words as one pattern."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.reading.wording import Led, any_of, whole_words


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
