"""What a user gets wrong: a clear line with what to do, exit code 2, nothing half-written."""

import json
from pathlib import Path

import pytest

from tests.faces.asking import Told, ask


def one_line(told: Told) -> str:
    """The complaint: one line on standard error, nothing on standard output, exit code 2."""
    assert told.code == 2
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err
    return told.err.strip()


@pytest.mark.parametrize(
    ("raw", "said", "to_do"),
    [
        (b"", "empty", "Give a file"),
        (b" \n\t\n", "empty", "Give a file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary", "plain text"),
        (b"Lithuania left \xff\xfe the treaty", "not UTF-8", "UTF-8"),
    ],
    ids=["no bytes", "white space", "a picture", "broken UTF-8"],
)
@pytest.mark.parametrize("command", ["check", "read", "text"])
def test_a_file_that_is_no_report(
    command: str, raw: bytes, said: str, to_do: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(raw)
    complaint = one_line(ask(command, str(path)))
    assert said in complaint
    assert to_do in complaint
    assert "report.txt" in complaint


def test_a_report_that_is_not_there(tmp_path: Path) -> None:
    complaint = one_line(ask("check", str(tmp_path / "missing.txt")))
    assert "missing.txt" in complaint


def test_a_folder_without_reports(tmp_path: Path) -> None:
    assert "it holds no report (.atom" in one_line(ask("check", str(tmp_path)))


def test_one_bad_report_among_good_ones_stops_all_before_anything_is_said(tmp_path: Path) -> None:
    good, bad, brief = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "brief.html"
    good.write_text("Finland has left the Ottawa Convention.", encoding="utf-8")
    bad.write_bytes(b"\0\0\0")
    one_line(ask("check", str(good), str(bad), "--brief", str(brief), "--json"))
    assert not brief.exists()


def test_a_brief_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Finland has left the Ottawa Convention.", encoding="utf-8")
    told = ask("check", str(report), "--brief", str(tmp_path / "no" / "folder" / "brief.html"))
    assert told.code == 2
    assert "brief.html" in told.err
    assert list(tmp_path.iterdir()) == [report]


def test_a_line_of_fifty_megabytes_is_no_report(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 10_000_000, encoding="utf-8")
    complaint = one_line(ask("read", str(path)))
    assert "it has 50 MB" in complaint
    assert "Split it" in complaint


def test_a_line_of_five_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 1_000_000, encoding="utf-8")
    told = ask("read", str(path), "--json")
    assert told.code == 0
    assert json.loads(told.out)["claims"] == []


def test_a_report_without_a_date_is_checked_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Finland has left the Ottawa Convention.", encoding="utf-8")
    told = ask("check", str(path), "--json")
    assert told.code == 0
    assert json.loads(told.out)["published"] is None


@pytest.mark.parametrize(
    ("misspelt", "meant"), [("Finlnad", "FIN"), ("Lithuana", "LTU"), ("Estonai", "EST")]
)
def test_a_misspelt_country_gets_a_suggestion(misspelt: str, meant: str) -> None:
    complaint = one_line(ask("status", misspelt, "apmbc"))
    assert f'no participant "{misspelt}"' in complaint
    assert meant in complaint


def test_an_unknown_treaty_gets_a_suggestion_where_one_is_near() -> None:
    assert "apmbc" in one_line(ask("status", "FIN", "apmcb"))
    assert "treaty" in one_line(ask("count", "westphalia"))


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2025-02-30", "has no day 30"),
        ("2025-13-01", "no month 13"),
        ("2025-04-31", "has no day 31"),
        ("yesterday", "2025-07-10"),
        ("2025-07", "2025-07-10"),
        ("0000-01-01", "no year 0"),
        ("0001-01-01", "between 1500 and 2999"),
        ("9999-12-31", "between 1500 and 2999"),
    ],
)
def test_a_date_that_does_not_exist_is_said_so(written: str, why: str) -> None:
    complaint = one_line(ask("status", "FIN", "apmbc", "--on", written))
    assert written in complaint
    assert why in complaint


def test_a_misspelt_act_gets_a_suggestion() -> None:
    complaint = one_line(ask("effect", "apmbc", "withdrawl", "2025-07-10"))
    assert "withdrawal" in complaint


@pytest.mark.parametrize(
    "words",
    [
        ("status", "FIN"),
        ("status", "FIN", "apmbc", "--at", "2025-01-01"),
        ("effect", "apmbc"),
        ("effect", "apmbc", "withdrawal", "2025-07-10", "--from", "rows.csv"),
        ("import", "untc", "page.html"),
        ("frobnicate",),
    ],
)
def test_a_command_that_is_put_wrongly(words: tuple[str, ...]) -> None:
    assert "--help" in one_line(ask(*words))


@pytest.mark.parametrize(
    ("words", "kind", "fact"),
    [
        (("status", "Finlnad", "apmbc"), "UnknownName", ("suggestions", ["FIN"])),
        (("status", "FIN", "apmbc", "--on", "2025-02-30"), "NotADate", ("text", "2025-02-30")),
        (("check", "nowhere.txt"), "UnreadableInput", ("name", "nowhere.txt")),
    ],
)
def test_with_json_the_complaint_is_json(
    words: tuple[str, ...], kind: str, fact: tuple[str, object]
) -> None:
    error = json.loads(one_line(ask(*words, "--json")))["error"]
    assert error["kind"] == kind
    assert error["message"]
    assert error[fact[0]] == fact[1]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "no column treaty"),
        ("treaty,participant,act\napmbc,FIN,withdrawal\n", "no column date"),
    ],
)
def test_a_table_of_acts_that_is_none(table: str, said: str, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(table, encoding="utf-8")
    assert said in one_line(ask("effect", "--from", str(rows), "--json"))


def test_a_bad_row_of_a_table_does_not_hide_the_others(tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "case,treaty,participant,act,date\n"
        "1,apmbc,Finlnad,withdrawal,2025-07-10\n"
        "2,apmbc,FIN,WITHDRAWAL_NOTICE,2025-07-10\n"
        "3,apmbc,FIN,withdrawal,2025-02-30\n",
        encoding="utf-8",
    )
    told = ask("effect", "--from", str(rows), "--json")
    assert told.code == 0
    answers = [json.loads(line) for line in told.out.splitlines()]
    assert [a["case"] for a in answers] == ["1", "2", "3"]
    assert [a["effect"] for a in answers] == [None, "2026-01-10", None]
    assert "Finlnad" in answers[0]["undetermined"]
    assert "no day 30" in answers[2]["undetermined"]


def test_a_record_with_faults_is_refused_with_the_place_of_each(tmp_path: Path) -> None:
    for folder in ("treaties", "participants", "acts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "treaties" / "bad.yaml").write_text("id: bad\nid: worse\n", encoding="utf-8")
    told = ask("--record", str(tmp_path), "status", "FIN", "bad")
    assert told.code == 2
    assert "treaties/bad.yaml:2" in told.err
    assert "Traceback" not in told.err


def test_lint_names_every_fault_and_leaves_with_two(tmp_path: Path) -> None:
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "bad.yaml").write_text("id: bad\nid: worse\n", encoding="utf-8")
    told = ask("lint", str(tmp_path), "--json")
    assert told.code == 2
    faults = json.loads(told.out)
    assert {"file", "line", "code", "words"} == set(faults[0])
    assert any(f["code"] == "duplicate-key" and f["line"] == 2 for f in faults)


def test_lint_of_what_is_no_folder() -> None:
    assert "not a folder" in one_line(ask("lint", "nowhere"))
