"""Reports in every form, as a user gives them to the commands."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faces.asking import ask, ask_in_a_process
from tests.unit.reports.archives import packed, record, response
from tests.unit.reports.pdf_files import pdf_of
from tests.unit.reports.test_feed import RSS
from tests.unit.reports.web_pages import page

LEFT = "Finland has left the Ottawa Convention."
HTML = page(
    f"<body><article><h1>Out</h1><p>{LEFT}</p></article></body>",
    "<meta property='article:published_time' content='2025-04-04T08:00:00Z'>"
    "<meta name=author content='A. Virta'><link rel=canonical href='https://gazette.example/out'>",
)
OTHER = page(
    "<body><article><p>A dog that was lost for a whole year came home.</p></article></body>"
)
ARCHIVE = [
    record("response", "https://gazette.example/out", response(HTML)),
    record("response", "https://gazette.example/dog", response(OTHER)),
    record("response", "https://gazette.example/out", response(HTML)),
    record(
        "conversion", "https://gazette.example/lv", f"May 5, 2025\n\n{LEFT}".encode(), "text/plain"
    ),
]
FORMS = {
    "out.html": HTML,
    "out.txt": f"April 4, 2025\n\n{LEFT}".encode(),
    "out.pdf": pdf_of([["Helsinki, 4 April 2025", "", LEFT]]),
    "out.html.gz": gzip.compress(HTML),
    "feed.xml": RSS.encode(),
    "crawl.warc": b"".join(ARCHIVE),
    "crawl.warc.gz": packed(ARCHIVE),
}


def ask_with_input(raw: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "treatywatch", *words]
    return subprocess.run(command, input=raw, capture_output=True, check=False, env={**os.environ})


def checked(*words: str) -> list[dict[str, object]]:
    told = ask("check", *words, "--json")
    assert told.code == 0, told.err
    return [json.loads(line) for line in told.out.splitlines()]


@pytest.mark.parametrize(("name", "raw"), FORMS.items(), ids=FORMS)
def test_every_form_is_checked_by_its_file_and_by_standard_input(
    name: str, raw: bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(raw)
    from_file = checked(str(tmp_path / name))
    done = ask_with_input(raw, "check", "-", "--json")
    from_input = [json.loads(line) for line in done.stdout.splitlines()]
    assert from_file[0]["claims"]
    assert [told["claims"] for told in from_input] == [told["claims"] for told in from_file]
    assert [told["sha256"] for told in from_input] == [told["sha256"] for told in from_file]


def test_a_page_tells_what_it_says_of_itself_and_its_offsets_are_into_the_text(
    tmp_path: Path,
) -> None:
    path = tmp_path / "out.html"
    path.write_bytes(HTML)
    (told,) = checked(str(path))
    assert (told["published"], told["published_from"]) == ("2025-04-04", "opengraph")
    assert (told["author"], told["url"]) == ("A. Virta", "https://gazette.example/out")
    text = ask("text", str(path)).out
    claims = told["claims"]
    assert isinstance(claims, list)
    assert [text[c["start"] : c["end"]] for c in claims] == [c["quote"] for c in claims]
    assert json.loads(ask("text", str(path), "--json").out)["sha256"] == told["sha256"]


@pytest.mark.parametrize(
    ("name", "raw", "dated"),
    [
        ("a.html", HTML, ("2025-04-04", "opengraph")),
        ("a.txt", FORMS["out.txt"], ("2025-04-04", "text")),
        ("a.pdf", FORMS["out.pdf"], ("2025-04-04", "text")),
        ("b.txt", LEFT.encode(), ("2025-07-12", "option")),
        ("b.pdf", pdf_of([[LEFT]], "/CreationDate (D:20250801)"), ("2025-07-12", "option")),
    ],
)
def test_the_date_of_the_document_goes_before_that_of_the_option(
    name: str, raw: bytes, dated: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(raw)
    (told,) = checked(str(tmp_path / name), "--published", "2025-07-12")
    assert (told["published"], told["published_from"]) == dated


def test_the_day_a_pdf_was_made_is_the_last_resort(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(pdf_of([[LEFT]], "/CreationDate (D:20250801)"))
    (told,) = checked(str(tmp_path / "b.pdf"))
    assert (told["published"], told["published_from"]) == ("2025-08-01", "pdf")


def test_a_folder_of_all_forms_with_an_index_that_goes_first(tmp_path: Path) -> None:
    for name, raw in FORMS.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "index.csv").write_text(
        "report,published,language\nout.html,2025-05-01,en\n", "utf-8"
    )
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04")
    told = checked(str(tmp_path))
    by_name = {one["report"]: one for one in told}
    assert len(by_name) == len(told)
    assert {"out.txt", "out.pdf", "out.html", "out.html.gz"} <= set(by_name)
    page_told = by_name["out.html"]
    assert (page_told["published"], page_told["published_from"]) == ("2025-05-01", "index")


def test_of_an_archive_only_reports_with_a_claim_are_told(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(packed(ARCHIVE))
    told = checked(str(tmp_path / "crawl.warc.gz"))
    assert [one["report"] for one in told] == [
        "https://gazette.example/out",
        "https://gazette.example/out (2)",
        "https://gazette.example/lv",
    ]
    assert "premature" in ask("check", str(tmp_path / "crawl.warc.gz")).out


def test_an_archive_that_breaks_off_leaves_what_was_read_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(packed(ARCHIVE)[:-20])
    told = ask("check", str(tmp_path / "crawl.warc.gz"), "--json")
    assert told.code == 2
    assert len(told.out.splitlines()) == 2
    assert "cut short" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("command", ["read", "compare", "check"])
def test_every_command_takes_every_form(command: str, tmp_path: Path) -> None:
    for name, raw in FORMS.items():
        (tmp_path / name).write_bytes(raw)
    told = ask(command, *(str(tmp_path / name) for name in FORMS), "--json")
    assert (told.code, told.err) == (0, "")
    names = ("out.html", "out.txt", "out.pdf", "out.html.gz", "https://gazette.example/out")
    assert [name for name in names if f'"{name}' not in told.out] == []


def test_the_texts_of_several_reports_are_printed_as_json_only(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(ARCHIVE))
    told = ask_in_a_process("text", str(path))
    assert (told.code, told.out) == (2, "")
    assert "--json" in told.err
    lines = ask_in_a_process("text", str(path), "--json").out.splitlines()
    assert len(lines) == 3


def test_a_packed_report_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"word " * 10_000_000))
    told = ask("check", str(path))
    assert (told.code, told.out) == (2, "")
    assert "MB" in told.err


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[::1]/", "http://localhost/"])
def test_an_address_of_this_machine_is_refused(address: str) -> None:
    told = ask("check", address)
    assert (told.code, told.out) == (2, "")
    assert "private or local" in told.err


@pytest.mark.parametrize("command", ["check", "read"])
def test_several_processes_tell_what_one_tells_in_the_same_order(
    command: str, tmp_path: Path
) -> None:
    for name, raw in FORMS.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "a.txt").write_text("Ratifiointi on tehty. これは条約です。", encoding="utf-8")
    alone = ask(command, ".", "--json", folder=tmp_path)
    assert alone.code == 0, alone.err
    assert len(alone.out.splitlines()) > len(FORMS)
    assert ask(command, ".", "--json", "--jobs", "2", folder=tmp_path) == alone


def test_a_second_reader_is_not_asked_by_several_processes() -> None:
    told = ask("check", "-", "--jobs", "2", "--second-reader", "http://localhost:1/v1")
    assert told.code == 2
    assert "--jobs" in told.err
