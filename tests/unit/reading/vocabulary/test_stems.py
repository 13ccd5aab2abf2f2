"""Forms with open places stand where their words do, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.kept import shelf
from treatywatch.reading.vocabulary.stems import Stems


def _found(form: str, text: str) -> list[str]:
    return [text[one.start : one.end] for one in Stems([(0, form)]).find(text)]


@pytest.mark.parametrize(
    ("form", "text", "places"),
    [
        (
            "ratifikac*",
            "ratyfikacja, ratifikacija ir ratifikacijos",
            ["ratifikacija", "ratifikacijos"],
        ),
        (
            "*vertrag",
            "der streubombenvertrag, ein vertrag, vertragsstaaten",
            ["streubombenvertrag", "vertrag"],
        ),
        ("konwencj* ottawsk*", "z konwencji ottawskiej", ["konwencji ottawskiej"]),
        ("ero", "eron jälkeen ero on tosi", ["ero"]),
        ("trat ... aus$", "finnland trat am 10. januar aus, sagt er", ["trat"]),
        ("trat ... aus$", "er trat vor und ging aus dem haus", []),
        ("trat ... in kraft", "trat zurück. sie ist in kraft", []),
    ],
)
def test_a_form_is_found(form: str, text: str, places: list[str]) -> None:
    assert _found(form, text) == places


def test_a_word_may_be_found_by_two_stems() -> None:
    both = Stems([(0, "denons*"), (1, "*avimas")])
    assert sorted(one.form for one in both.find("denonsavimas")) == [0, 1]


def test_an_open_place_ends_where_a_clause_breaks_off() -> None:
    undone = Stems([(0, "letter ... withdrew")], breaks_off=["but"])
    assert [one.form for one in undone.find("the letter it sent, and later withdrew")] == [0]
    assert list(undone.find("sent the letter, but withdrew from the talks")) == []


def test_no_forms_are_found_nowhere() -> None:
    assert list(Stems([]).find("any text")) == []


@given(st.text(max_size=60))
def test_what_is_found_is_bounded_by_no_letter(text: str) -> None:
    for one in Stems([(0, "a*"), (1, "*b"), (2, "c ... d")]).find(text):
        assert 0 <= one.start < one.end <= len(text)
        assert not (one.start and text[one.start - 1].isalnum())


_WORD = st.sampled_from(["a", "b", "ab", "c", "a-b", "*b", "a*", "of", "3"])
_FORM = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)


@given(st.lists(_FORM, max_size=12, unique=True), st.text("abcof3 -.'", max_size=40))
def test_a_first_report_is_read_as_the_thousandth(forms: list[str], text: str) -> None:
    fresh, worn = Stems(enumerate(forms)), Stems(enumerate(forms))
    list(worn.find(" " * 1_000_000))
    assert sorted(fresh.find(text)) == sorted(worn.find(text))
    kept: Stems = shelf({"stems": worn})["stems"]
    assert sorted(kept.find(text)) == sorted(worn.find(text))
