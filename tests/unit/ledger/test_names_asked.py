"""Treaties and participants by the names that people write."""

import pytest

from treatywatch.errors import UnknownName
from treatywatch.ledger.load import load_ledger


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("APMBC", "apmbc"),
        ("the Rome Statute", "rome"),
        ("CCW P4", "ccw-p4"),
        ("Anti Personnel Mine Ban Convention", "apmbc"),
        ("Anti-Personnel Mine Ban Convention (Ottawa)", "apmbc"),
        ("A treaty nobody knows (ATT)", "att"),
    ],
)
def test_a_treaty(name: str, treaty: str) -> None:
    assert load_ledger().treaty(name).id == treaty


@pytest.mark.parametrize(
    ("name", "participant"),
    [
        ("fi", "FIN"),
        ("FIN", "FIN"),
        ("finland", "FIN"),
        ("the United States", "USA"),
        ("Cote d Ivoire", "CIV"),
        ("Turkey", "TUR"),
        ("Swaziland", "SWZ"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("Finland (FIN)", "FIN"),
        ("Euratom", "EAEC"),
    ],
)
def test_a_participant(name: str, participant: str) -> None:
    assert load_ledger().participant(name).id == participant


@pytest.mark.parametrize("name", ["", "()", "Atlantis (Ocean)", "()()"])
def test_what_is_nobody(name: str) -> None:
    with pytest.raises(UnknownName):
        load_ledger().participant(name)
