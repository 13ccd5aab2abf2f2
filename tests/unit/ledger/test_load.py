"""A faulty record file is read to its end, and every fault says where it is and what to do."""

import csv
import shutil
from pathlib import Path

import pytest

from treatywatch.errors import FaultyRecord, UnknownName
from treatywatch.ledger.load import load_ledger, read_record

BROKEN = Path(__file__).parents[2] / "broken"
CASES = list(csv.DictReader((BROKEN / "acts.csv").read_text(encoding="utf-8").splitlines()))


def small_record(folder: Path) -> Path:
    """A record with one participant and one source, and no treaty yet."""
    for room in ("participants", "sources", "acts"):
        (folder / room).mkdir()
    (folder / "participants" / "participants.csv").write_text(
        "id,kind,common_name,official_name,alpha2,alpha3,cow,gw,m49,exists_from,exists_until,"
        "un_member_from,un_member_until,predecessors\n"
        "FIN,state,Finland,Republic of Finland,FI,FIN,375,375,246,1917-12-06,,1955-12-14,,\n"
    )
    (folder / "sources" / "pages.csv").write_text(
        "id,title,publisher,url,retrieved\nuntc,Status page,United Nations,,2026-02-03\n"
    )
    (folder / "participants" / "territories.csv").write_text(
        "id,participant,name,since,until,source,note\nALA,FIN,Åland,,,untc,\n", encoding="utf-8"
    )
    return folder


def test_every_broken_file_is_named_in_the_table_of_expectations() -> None:
    assert {case["file"] for case in CASES} == {p.name for p in (BROKEN / "acts").iterdir()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_a_broken_table_of_acts_gives_a_fault_with_its_place(
    case: dict[str, str], tmp_path: Path
) -> None:
    record = small_record(tmp_path)
    shutil.copy(BROKEN / "acts" / case["file"], record / "acts" / "apmbc.csv")

    _, faults = read_record(record)

    assert [(f.file, f.line, f.code) for f in faults] == [
        ("acts/apmbc.csv", int(case["line"]), case["code"])
    ]
    assert case["words"] in faults[0].words


def test_one_bad_row_does_not_hide_the_good_ones(tmp_path: Path) -> None:
    record = small_record(tmp_path)
    header = (BROKEN / "acts" / "not-a-date.csv").read_text().splitlines()[0]
    rows = [
        "FIN,accession,2012-01-09,,,,,,untc,high,",
        "FIN,withdrawal-notice,2025-13-10,,,,,,untc,high,",
        "FIN,withdrawal-notice,2025-07-10,,,,,,untc,high,",
    ]
    (record / "acts" / "apmbc.csv").write_text("\n".join([header, *rows]))

    ledger, faults = read_record(record)

    assert [fault.line for fault in faults] == [3]
    assert [str(act.done_on) for act in ledger.acts["apmbc"]] == ["2012-01-09", "2025-07-10"]


def test_a_faulty_record_is_not_used(tmp_path: Path) -> None:
    record = small_record(tmp_path)
    shutil.copy(BROKEN / "acts" / "not-a-date.csv", record / "acts" / "apmbc.csv")

    with pytest.raises(FaultyRecord, match=r"acts/apmbc\.csv:2: .*no day 30"):
        load_ledger(record)


def test_a_misspelt_country_gets_a_suggestion(tmp_path: Path) -> None:
    ledger = load_ledger(small_record(tmp_path))

    with pytest.raises(UnknownName, match="Did you mean FIN"):
        ledger.participant("Finnland")
