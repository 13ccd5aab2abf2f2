"""Tables of acts as they come from a spreadsheet."""

from pathlib import Path

import pytest

from treatywatch.cli.effect_rows import answers
from treatywatch.cli.effect_table import read_table
from treatywatch.errors import UnreadableInput
from treatywatch.ledger.load import load_ledger

HEADER = b"treaty,participant,act,date\n"
FINLAND = {"treaty": "apmbc", "participant": "FIN", "act": "withdrawal", "date": "2025-07-10"}


def table(folder: Path, raw: bytes) -> Path:
    path = folder / "rows.csv"
    path.write_bytes(raw)
    return path


def test_columns_may_stand_in_any_order_and_further_ones_are_kept(tmp_path: Path) -> None:
    path = table(tmp_path, b"case,date,act,participant,treaty\n7,2025-07-10,withdrawal,FIN,apmbc\n")
    [row] = read_table(path)
    assert row.asked == FINLAND
    assert row.further == {"case": "7"}


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbftreaty,participant,act,date\r\napmbc,FIN,withdrawal,2025-07-10\r\n",
        b"treaty;participant;act;date\napmbc;FIN;withdrawal;2025-07-10\n",
        b"sep=;\r\ntreaty;participant;act;date\r\napmbc;FIN;withdrawal;2025-07-10\r\n",
        b"treaty\tparticipant\tact\tdate\napmbc\tFIN\twithdrawal\t2025-07-10\n",
        "treaty\tparticipant\tact\tdate\r\napmbc\tFIN\twithdrawal\t2025-07-10\r\n".encode("utf-16"),
        b'Treaty , PARTICIPANT,"Act",Date \napmbc,FIN,withdrawal,2025-07-10\n',
        b"Convention,State Party,Kind of act,Notification date\napmbc,FIN,withdrawal,2025-07-10\n",
        b"treaty,participant,act,date,,\napmbc,FIN,withdrawal,2025-07-10,,,,\n",
        b"\n\ntreaty,participant,act,date\n\napmbc,FIN,withdrawal,2025-07-10",
    ],
)
def test_the_habits_of_spreadsheets_do_no_harm(raw: bytes, tmp_path: Path) -> None:
    [row] = read_table(table(tmp_path, raw))
    assert row.asked == FINLAND
    assert row.trouble is None


def test_an_old_spreadsheet_writes_accents_in_its_own_way(tmp_path: Path) -> None:
    raw = HEADER + "apmbc,Türkiye,withdrawal,2027-01-15\n".encode("cp1252")
    assert read_table(table(tmp_path, raw))[0].asked["participant"] == "Türkiye"


def test_our_own_name_goes_before_another_that_would_do(tmp_path: Path) -> None:
    raw = b"iso3,participant,treaty,event,act,date,effect_date\n"
    raw += b"X,FIN,apmbc,y,withdrawal,2025-07-10,1\n"
    [row] = read_table(table(tmp_path, raw))
    assert row.asked == FINLAND
    assert row.further == {"iso3": "X", "event": "y", "effect_date": "1"}
    assert row.printed == "1"


def test_cells_left_out_at_the_end_of_a_row_are_empty(tmp_path: Path) -> None:
    row = read_table(table(tmp_path, HEADER + b"apmbc,FIN\n"))[0]
    assert row.asked["date"] == ""


def test_a_row_with_more_cells_than_the_header_does_not_hide_the_others(tmp_path: Path) -> None:
    raw = (
        HEADER + b"apmbc,Korea, Republic of,accession,2025-07-10\napmbc,FIN,withdrawal,2025-07-10\n"
    )
    torn, good = answers(read_table(table(tmp_path, raw)), load_ledger())
    assert "more cells" in str(torn["undetermined"])
    assert good["effect"] == "2026-01-10"


def test_a_table_with_no_rows_has_none(tmp_path: Path) -> None:
    assert read_table(table(tmp_path, HEADER)) == ()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no column treaty or participant or act or date"),
        (b"treaty,act,date\n", "no column participant"),
        (b"\x81\x8d\n", "not UTF-8"),
        (b"PK\x03\x04\x00\x00", "no text"),
        (HEADER + b'"' + b"x" * 200_000 + b'",,,\n', "field larger"),
    ],
)
def test_what_is_no_table_of_acts(raw: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=why):
        read_table(table(tmp_path, raw))
