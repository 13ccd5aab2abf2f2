"""Which treaties a text names, and from where on."""

import pytest

from treatywatch.checking.words.namings import first_named, treaties_named_before, treaties_named_in
from treatywatch.law.treaty import NameStrength
from treatywatch.ledger.load import load_ledger

LEDGER = load_ledger()
TEXT = "Nobody left.\nThe Convention on Cluster\nMunitions lost Lithuania.\nThe rest stayed."


@pytest.mark.parametrize(
    ("place", "named"), [("Cluster", ()), ("lost", ("ccm",)), ("The rest", ("ccm",))]
)
def test_a_treaty_is_named_once_its_whole_name_has_been_read(
    place: str, named: tuple[str, ...]
) -> None:
    assert treaties_named_before(TEXT, TEXT.index(place), LEDGER) == named


def test_the_first_name_of_a_treaty_ends_with_its_last_word() -> None:
    assert first_named(TEXT, "ccm", LEDGER) == TEXT.index(" lost")


def test_a_treaty_that_no_word_names_is_named_behind_the_text() -> None:
    assert first_named(TEXT, "att", LEDGER) > len(TEXT)


def test_a_name_too_far_back_is_forgotten_where_it_was_first_is_not() -> None:
    text = f"{TEXT}{' Nothing new.' * 2_000}"
    assert treaties_named_before(text, len(text), LEDGER) == ()
    assert first_named(text, "ccm", LEDGER) == TEXT.index(" lost")


@pytest.mark.parametrize("told", ["The Ottawa Conventions", "MyOttawa Convention", "Ottawa", ""])
def test_a_name_within_other_words_names_no_treaty(told: str) -> None:
    assert treaties_named_in(told, LEDGER, frozenset({NameStrength.SURE})) == ()


def test_treaties_are_told_in_the_order_of_the_record_each_once() -> None:
    told = "the Rome Statute, then (the OTTAWA -- CONVENTION) and again the Rome Statute"
    order = [one for one in LEDGER.treaties if one in ("rome", "apmbc")]
    assert treaties_named_in(told, LEDGER, frozenset({NameStrength.SURE})) == tuple(order)


def test_a_city_names_its_treaty_only_where_weak_names_are_asked_for() -> None:
    weak, sure = (frozenset({one}) for one in (NameStrength.WEAK, NameStrength.SURE))
    assert "apmbc" in treaties_named_in("They left Ottawa.", LEDGER, weak)
    assert "apmbc" not in treaties_named_in("They left Ottawa.", LEDGER, sure)


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("Prie Otavos konvencijos Lietuva prisijungė", "apmbc"),
        ("из Стамбульской конвенции вышла Турция", "istanbul"),
        ("Suomi ratifioi kemiallisten aseiden kieltosopimuksen", "cwc"),
    ],
)
def test_a_name_is_found_in_any_of_its_endings(told: str, named: str) -> None:
    assert treaties_named_in(told, LEDGER, frozenset({NameStrength.SURE})) == (named,)
