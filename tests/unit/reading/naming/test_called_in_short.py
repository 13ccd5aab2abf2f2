"""Treaties as tables call them: by a telling part of their names, and never by a number alone."""

import pytest

from treatywatch.ledger.load import load_ledger
from treatywatch.reading.naming.called_in_short import ShortNames

NAMES = ShortNames(load_ledger().treaties)


@pytest.mark.parametrize(
    ("words", "treaty"),
    [
        ("Cluster munitions", "ccm"),
        ("Rights of the Child*", "crc"),
        ("Ottawa (landmines)", "apmbc"),
        ("CAT", "cat"),
        ("1967 Protocol", "refugees-protocol"),
    ],
)
def test_a_part_of_its_name_that_no_other_treaty_has_names_it(words: str, treaty: str) -> None:
    assert NAMES.treaty(words) == treaty


@pytest.mark.parametrize(
    "words", ["Protocol I", "Optional Protocol", "Framework Convention", "Remarks", "Population"]
)
def test_what_several_are_called_by_or_none_names_none(words: str) -> None:
    assert NAMES.treaty(words) is None


def test_the_protocol_among_a_convention_and_its_protocol() -> None:
    both = ("refugees", "refugees-protocol")

    assert NAMES.among(both, "Protocol") == "refugees-protocol"
    assert NAMES.among(both, "Convention") == "refugees"
    assert NAMES.among(("refugees", "crc"), "Convention") is None
