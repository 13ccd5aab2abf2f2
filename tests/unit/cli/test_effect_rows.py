"""Tables of acts as they come from a spreadsheet."""

from pathlib import Path

import pytest

from treatywatch.cli.effect_rows import read_rows
from treatywatch.errors import UnreadableInput


def table(folder: Path, raw: bytes) -> Path:
    path = folder / "rows.csv"
    path.write_bytes(raw)
    return path


def test_columns_may_stand_in_any_order_and_further_ones_are_kept(tmp_path: Path) -> None:
    path = table(tmp_path, b"case,date,act,participant,treaty\n7,2025-07-10,withdrawal,FIN,apmbc\n")
    assert read_rows(path) == (
        {
            "case": "7",
            "date": "2025-07-10",
            "act": "withdrawal",
            "participant": "FIN",
            "treaty": "apmbc",
        },
    )


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbftreaty,participant,act,date\r\napmbc,FIN,withdrawal,2025-07-10\r\n"
    assert read_rows(table(tmp_path, raw))[0]["treaty"] == "apmbc"


def test_cells_left_out_at_the_end_of_a_row_are_empty(tmp_path: Path) -> None:
    row = read_rows(table(tmp_path, b"treaty,participant,act,date\napmbc,FIN\n"))[0]
    assert row["date"] == ""


def test_a_table_with_no_rows_has_none(tmp_path: Path) -> None:
    assert read_rows(table(tmp_path, b"treaty,participant,act,date\n")) == ()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no column treaty or participant or act or date"),
        (b"treaty,act,date\n", "no column participant"),
        (b"treaty,participant,act,date\n\xff\n", "not UTF-8"),
        (b"treaty,participant,act,date\na,b,c,d,e\n", "row 2 has more cells"),
        (b'treaty,participant,act,date\n"' + b"x" * 200_000 + b'",,,\n', "field larger"),
    ],
)
def test_what_is_no_table_of_acts(raw: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=why):
        read_rows(table(tmp_path, raw))
