"""What forms mean, kept as bytes until it is asked for: the same as the plain mapping."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.kept import shelf
from treatywatch.reading.vocabulary.numbered import ByForm, Numbered


def again(value: Any) -> Any:
    return shelf({"value": value})["value"]


def size_of(value: object) -> int:
    return len(shelf({"value": value})._kept["value"].read)


meanings = st.tuples(st.sampled_from("abc"), st.integers(0, 2))


@given(st.lists(meanings))
def test_each_number_means_what_was_given_for_it_also_when_kept(given_: list[object]) -> None:
    numbered = Numbered(given_)
    for copied in (numbered, again(numbered)):
        assert [copied[number] for number in range(len(given_))] == given_
        assert [*copied.each()] == given_  # asked again


def test_what_was_asked_for_is_not_kept_twice() -> None:
    numbered = Numbered([("exit",), ("sign",)])
    size = size_of(numbered)
    assert numbered[1] == ("sign",)
    assert size_of(numbered) == size


@given(st.dictionaries(st.text("abéß ", max_size=4), meanings), st.text("abéß ", max_size=4))
def test_a_mapping_of_forms_is_the_plain_mapping(plain: dict[str, object], asked: str) -> None:
    forms = ByForm(plain)
    for kept in (forms, again(forms)):
        assert dict(kept) == plain
        assert list(kept.items()) == list(plain.items())  # in the order in which they were given
        assert (len(kept), asked in kept) == (len(plain), asked in plain)
        assert kept.get(asked) == plain.get(asked)
