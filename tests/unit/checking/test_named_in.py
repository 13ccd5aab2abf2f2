"""Which treaties a text names, and from where on."""

import pytest

from treatywatch.checking.named_in import first_named, treaties_named_before
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
    assert first_named(TEXT, LEDGER.treaties["ccm"]) == TEXT.index(" lost")


def test_a_treaty_that_no_word_names_is_named_behind_the_text() -> None:
    assert first_named(TEXT, LEDGER.treaties["att"]) > len(TEXT)
