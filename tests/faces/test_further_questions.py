"""Questions beyond a status: deadlines, suppositions, explained numbers, proofs, the panel."""

import csv
import json
from pathlib import Path

import pytest

from tests.faces.asking import ask

FINLAND = ("status", "FIN", "apmbc", "--on", "2025-12-31")


@pytest.mark.parametrize(
    "words",
    [
        FINLAND,
        ("count", "apmbc", "--on", "2025-03-18", "--rule", "signatories"),
        ("effect", "apmbc", "withdrawal", "2025-07-18", "--for", "Ukraine"),
        ("status", "North Korea", "npt", "--on", "2005-01-01", "--view", "own"),
        (
            *("deadlines", "--participant", "BIH", "--treaty", "apmbc"),
            *("--article", "5(1)", "--on", "2026-01-01"),
        ),
    ],
    ids=lambda words: words[0],
)
def test_an_answer_with_its_proof_can_be_checked_again(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    proof = tmp_path / "proof.json"
    told = ask(*words, "--proof", str(proof))
    assert (told.code, told.out) == (0, ask(*words).out)
    checked = json.loads(ask("prove", str(proof), "--json").out)
    assert checked["holds"]
    assert checked["answer_stands"]
    assert checked["checks"]


def test_a_proof_that_was_tampered_with_does_not_hold(tmp_path: Path) -> None:
    proof = tmp_path / "proof.json"
    ask(*FINLAND, "--proof", str(proof))
    proof.write_text(proof.read_text("utf-8").replace("2025-07-10", "2025-07-11"), "utf-8")
    told = ask("prove", str(proof))
    assert told.code == 2
    assert "acts/apmbc.csv" in told.out
    assert "does not hold" in told.out


@pytest.mark.parametrize("raw", [b"", b"{}", b"\xff", b"[1]"])
def test_what_is_no_proof(raw: bytes, tmp_path: Path) -> None:
    proof = tmp_path / "proof.json"
    proof.write_bytes(raw)
    told = ask("prove", str(proof))
    assert (told.code, told.out) == (2, "")
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err


def test_the_proof_of_a_count_needs_its_rule(tmp_path: Path) -> None:
    told = ask("count", "apmbc", "--proof", str(tmp_path / "proof.json"))
    assert told.code == 2
    assert "--rule" in told.err
    assert list(tmp_path.iterdir()) == []


def test_deadlines_of_one_party_also_as_a_calendar(tmp_path: Path) -> None:
    calendar = tmp_path / "due.ics"
    words = ("deadlines", "--participant", "Tonga", "--treaty", "apmbc", "--on", "2026-01-01")
    told = ask(*words, "--until", "2026-12-31", "--ics", str(calendar), "--json")
    due = [json.loads(line) for line in told.out.splitlines()]
    assert ("7(1)", "2026-05-30") in {(one["article"], one["due"]) for one in due}
    assert {one["participant"] for one in due} == {"TON"}
    events = calendar.read_bytes().decode("utf-8")
    assert events.startswith("BEGIN:VCALENDAR\r\n")
    assert "20260530" in events
    assert "2026-05-30" in ask(*words).out


def test_suppositions_and_what_they_change() -> None:
    words = ("what-if", "--act", "UKR:apmbc:withdrawal:2026-06-01", "--on", "2026-03-01")
    with_peace = (*words, "--conflict-ends", "UKR:2027-03-01")
    ends = "Anti-Personnel Mine Ban Convention: from 2 March 2027 former party instead of party"
    assert f"Ukraine, {ends}" in ask(*with_peace).out
    assert "former party" not in ask(*words).out
    told = json.loads(ask(*with_peace, "--json").out)
    assert told["standings"][-1]["after"]["standing"] == "former-party"


def test_an_act_that_is_in_the_record_already_changes_nothing() -> None:
    told = ask("what-if", "--act", "FIN:apmbc:withdrawal:2025-07-10", "--on", "2026-03-01")
    assert "Nothing changes." in told.out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--act", "UKR:apmbc:withdrawal"),
        ("--act", "UKR:apmbc:withdrawl:2026-06-01"),
        ("--conflict-ends", "UKR:2026-02-30"),
        ("--conflict-begins", "Ukarine:2026-02-01"),
    ],
)
def test_a_supposition_that_is_none(words: tuple[str, ...]) -> None:
    told = ask("what-if", *words)
    assert (told.code, told.out) == (2, "")
    assert told.err.count("\n") == 1


def test_a_number_is_explained() -> None:
    words = ("explain-count", "apmbc", "165", "--on", "2025-03-18", "--saying", "signed")
    told = ask(*words).out
    assert "expressed consent" in told or "deposited" in told
    ways = json.loads(ask(*words, "--json").out)["ways"]
    signed = [way for way in ways if way["defensible"]]
    assert signed[0]["number"] == 133
    assert 165 not in [way["number"] for way in signed]
    assert any(way["number"] == 165 and not way["defensible"] for way in ways)


def test_a_saying_that_is_none_gets_the_list() -> None:
    told = ask("explain-count", "apmbc", "165", "--saying", "members")
    assert told.code == 2
    assert "signed-only" in told.err


def test_the_panel_is_written(tmp_path: Path) -> None:
    told = ask("panel", str(tmp_path), "--treaty", "apmbc", "--first", "2025", "--last", "2026")
    assert told.code == 0
    assert sorted(told.out.split()) == sorted(str(path) for path in tmp_path.iterdir())
    with (tmp_path / "panel_long.csv").open(encoding="utf-8", newline="") as rows:
        finland = {r["year"]: r for r in csv.DictReader(rows) if r["participant"] == "FIN"}
    assert finland["2025"]["status_dec31"] == "party-under-notice"
    assert finland["2026"]["status_dec31"] == "former-party"


def test_the_proof_of_deadlines_is_about_one(tmp_path: Path) -> None:
    told = ask("deadlines", "--participant", "TON", "--proof", str(tmp_path / "proof.json"))
    assert told.code == 2
    assert "--article" in told.err
    assert list(tmp_path.iterdir()) == []
