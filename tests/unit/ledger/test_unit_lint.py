"""What an act is about must be declared: its part by the treaty, its territory by a State."""

from pathlib import Path

import pytest

from tests.unit.ledger.test_load import small_record
from treatywatch.law.unit import Unit
from treatywatch.ledger.acts_file import ACT_COLUMNS, UNIT_COLUMNS
from treatywatch.ledger.load import read_record

HEADER = ",".join(ACT_COLUMNS + UNIT_COLUMNS)
CONSENT = "FIN,accession,2012-01-09,,,,,,untc,high,"


def faults_of(rows: list[str], folder: Path) -> list[tuple[int, str]]:
    record = small_record(folder)
    (record / "acts" / "apmbc.csv").write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return [(fault.line, fault.code) for fault in read_record(record)[1]]


def test_a_territory_belongs_to_the_one_that_acts(tmp_path: Path) -> None:
    record = small_record(tmp_path)
    states = record / "participants" / "participants.csv"
    estonia = "EST,state,Estonia,Republic of Estonia,EE,EST,366,366,233,1991-08-20,,1991-09-17,,\n"
    states.write_text(states.read_text() + estonia)
    act = "EST,accession,2012-01-09,,,,,,untc,high,,,ALA"
    (record / "acts" / "apmbc.csv").write_text(f"{HEADER}\n{act}\n")

    _, faults = read_record(record)

    assert [fault.code for fault in faults] == ["territory-of-another"]
    assert "a territory of FIN, not EST" in faults[0].words


@pytest.mark.parametrize("day", ["2012-01-09", "2012-01-10"])
def test_an_exclusion_is_declared_with_the_consent(day: str, tmp_path: Path) -> None:
    exclusion = f"FIN,territorial-exclusion,{day},,,,,,untc,high,,,ALA"
    expected = [] if day == "2012-01-09" else [(3, "exclusion-without-consent")]
    assert faults_of([f"{CONSENT},,", exclusion], tmp_path) == expected


def test_two_notices_of_one_day_about_two_territories_are_two_acts(tmp_path: Path) -> None:
    record = small_record(tmp_path)
    places = record / "participants" / "territories.csv"
    places.write_text(places.read_text(encoding="utf-8") + "SKE,FIN,the Skerries,,,untc,\n")
    notice = "FIN,withdrawal-notice,2025-07-10,,,,,,untc,high,,"
    rows = [HEADER, f"{CONSENT},,", f"{notice},ALA", f"{notice},SKE"]
    (record / "acts" / "apmbc.csv").write_text("\n".join(rows))

    ledger, faults = read_record(record)

    assert [str(fault) for fault in faults] == []
    assert [a.unit for a in ledger.acts["apmbc"][1:]] == [Unit(None, "ALA"), Unit(None, "SKE")]


def test_a_territory_written_twice_is_a_fault(tmp_path: Path) -> None:
    record = small_record(tmp_path)
    places = record / "participants" / "territories.csv"
    told = places.read_text(encoding="utf-8")
    places.write_text(told + told.splitlines()[1] + "\n", encoding="utf-8")
    assert [fault.code for fault in read_record(record)[1]] == ["written-twice"]
