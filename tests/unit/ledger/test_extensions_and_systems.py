"""Tables of extended deadlines and of state systems: what is read, and where each fault is."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.unit.ledger.test_load import small_record
from treatywatch.law.calendar import PartialDate
from treatywatch.law.state_system import StateSystem
from treatywatch.law.terms import Confidence
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.load import PACKAGED_RECORD, load_ledger, read_record

EXTENSIONS = "participant,article,until,granted_on,source,confidence,note"
TABLE, SYSTEMS_TABLE = "extensions/apmbc.csv", "participants/systems.csv"
SYSTEMS = "participant,system,since,until,source,note"


def record(folder: Path) -> Path:
    """A small record with the Anti-Personnel Mine Ban Convention, which has duties."""
    small_record(folder)
    for room in ("treaties", "extensions"):
        (folder / room).mkdir()
    name = "treaties/apmbc.yaml"
    shutil.copy(PACKAGED_RECORD / name, folder / name)
    return folder


def faults_in(folder: Path, file: str) -> list[Fault]:
    """The faults of one file: what the treaty file names elsewhere is not in so small a record."""
    return [fault for fault in read_record(folder)[1] if fault.file == file]


def extensions(folder: Path, row: str) -> Path:
    path = record(folder) / "extensions" / "apmbc.csv"
    path.write_text(f"{EXTENSIONS}\n{row}\n", encoding="utf-8")
    return folder


def systems(folder: Path, row: str) -> Path:
    path = record(folder) / "participants" / "systems.csv"
    path.write_text(f"{SYSTEMS}\n{row}\n", encoding="utf-8")
    return folder


def test_an_extension_is_read(tmp_path: Path) -> None:
    folder = extensions(tmp_path, "FIN,5(1),2027-03-01,2020-11,untc,medium,eighteenth meeting")
    ledger, _ = read_record(folder)
    assert faults_in(folder, TABLE) == []
    (extension,) = ledger.extensions["apmbc"]
    assert (extension.participant, extension.until) == ("FIN", date(2027, 3, 1))
    assert extension.granted_on == PartialDate(2020, 11)
    assert extension.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        ("FIN,5,2027-03-01,2020-11,untc,high,", "unknown-duty", "5(1)"),
        ("FIN,7(2),2027-03-01,2020-11,untc,high,", "unknown-duty", "no dated duty"),
        ("FIN,5(1),2019-03-01,2020-11,untc,high,", "days-out-of-order", "before it was granted"),
        ("FIN,5(1),2027-03,2020-11,untc,high,", "not-a-date", "until"),
        ("FIN,5(1),,2020-11,untc,high,", "empty-cell", "until"),
        ("FIN,5(1),2027-03-01,,untc,high,", "empty-cell", "granted_on"),
        ("FIM,5(1),2027-03-01,2020-11,untc,high,", "unknown-participant", "FIM"),
        ("FIN,5(1),2027-03-01,2020-11,hearsay,high,", "unknown-source", "hearsay"),
        ("FIN,5(1),2027-03-01,2020-11,untc,sure,", "unknown-word", "high, medium, low"),
    ],
)
def test_a_broken_extension(row: str, code: str, words: str, tmp_path: Path) -> None:
    faults = faults_in(extensions(tmp_path, row), TABLE)
    assert [(f.line, f.code) for f in faults] == [(2, code)]
    assert words in faults[0].words


def test_an_extension_written_twice(tmp_path: Path) -> None:
    row = "FIN,5(1),2027-03-01,2020-11,untc,high,"
    faults = faults_in(extensions(tmp_path, f"{row}\n{row}"), TABLE)
    assert [(f.line, f.code) for f in faults] == [(3, "written-twice")]


def test_a_spell_in_a_system_is_read(tmp_path: Path) -> None:
    folder = systems(tmp_path, "FIN,cow,1917-12-06,,untc,independence")
    ledger, _ = read_record(folder)
    assert faults_in(folder, SYSTEMS_TABLE) == []
    (spell,) = ledger.systems
    assert (spell.system, spell.since, spell.until) == (StateSystem.COW, date(1917, 12, 6), None)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("FIN,cow,1991-09-06,1940-06-16,untc,", "days-out-of-order"),
        ("FIN,polity,1917-12-06,,untc,", "unknown-word"),
        ("FIM,gw,1917-12-06,,untc,", "unknown-participant"),
        ("FIN,gw,1917-12-06,,hearsay,", "unknown-source"),
    ],
)
def test_a_broken_spell_in_a_system(row: str, code: str, tmp_path: Path) -> None:
    faults = faults_in(systems(tmp_path, row), SYSTEMS_TABLE)
    assert [(f.line, f.code) for f in faults] == [(2, code)]


def test_bosnia_has_until_march_2027_to_clear_its_mines() -> None:
    """The Eighteenth Meeting of the States Parties, November 2020."""
    granted = [e for e in load_ledger().extensions["apmbc"] if e.participant == "BIH"]
    assert max(e.until for e in granted) == date(2027, 3, 1)
