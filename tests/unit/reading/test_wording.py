"""Lists of words as one pattern."""

import re

import pytest

from treatywatch.reading.wording import any_of, whole_words


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
