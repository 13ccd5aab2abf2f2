"""All gold sets in one run, on two small sets made here: one open, one sealed."""

import json
from pathlib import Path

import pytest

from treatywatch.errors import UnreadableInput
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger
from treatywatch.scoring.__main__ import main
from treatywatch.scoring.gold_sets import gate_complaints, measure, renew, report_lines

TEXT = "Finland ratified the Ottawa Convention. It has 133 parties, and 12 million readers."
WORDS = "133 parties"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load_ledger()


def gold_set(folder: Path, verdict: str = "contradicted") -> None:
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    (folder / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    index = "report,published,language\na.txt,2025-03-18,en\n"
    (folder / "index.csv").write_text(index, encoding="utf-8")
    start = TEXT.index(WORDS)
    claim = {
        "report": "a.txt",
        "type": "count",
        "quote": WORDS,
        "start": start,
        "end": start + len(WORDS),
        "treaty": "apmbc",
        "stage": "parties",
        "value": 133,
        "verdict": verdict,
    }
    (folder / "gold.jsonl").write_text(json.dumps(claim) + "\n", encoding="utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    gold_set(tmp_path / "open")
    gold_set(tmp_path / "sealed")
    return tmp_path


def test_nothing_pinned_keeps_the_gate_open(gold: Path, ledger: Ledger) -> None:
    measured = measure(gold, ledger)
    assert [one.name for one in measured] == ["open", "sealed"]
    assert gate_complaints(gold, measured) == ()


def test_a_sealed_set_shows_figures_and_no_words(gold: Path, ledger: Ledger) -> None:
    gold_set(gold / "sealed", verdict="borne_out")  # so that there is something to be listed
    lines = "\n".join(report_lines(measure(gold, ledger)))
    _, sealed = lines.split("== sealed")
    assert "wrong contradicted: 1" in sealed
    assert WORDS not in sealed
    assert "a.txt" not in sealed


def test_what_stands_apart_is_not_measured_with_the_others(gold: Path, ledger: Ledger) -> None:
    gold_set(gold / "apart-more")
    assert [one.name for one in measure(gold, ledger)] == ["open", "sealed"]


def test_a_set_that_no_rule_may_know_shows_no_words_alone_either(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, shown in (("open", True), ("sealed", False), ("apart", False)):
        gold_set(gold / name, verdict="borne_out")
        assert main([str(gold / name / "gold.jsonl"), str(gold / name / "reports")]) == 0
        lines = capsys.readouterr().out
        assert "wrong contradicted: 1" in lines
        assert (WORDS in lines) is shown


def test_no_run_of_a_sealed_set_is_kept(gold: Path, ledger: Ledger) -> None:
    assert renew(gold, measure(gold, ledger)) == ()
    assert (gold / "open" / "run.json").exists()
    assert not (gold / "sealed" / "run.json").exists()
    assert WORDS not in (gold / "floors.json").read_text(encoding="utf-8")


def test_edited_gold_shuts_the_gate_for_its_set(gold: Path, ledger: Ledger) -> None:
    renew(gold, measure(gold, ledger))
    gold_set(gold / "sealed", verdict="borne_out")
    words = gate_complaints(gold, measure(gold, ledger))
    assert any(w.startswith("sealed: the gold set is not the one") for w in words)
    assert not any(w.startswith("open:") for w in words)
    assert renew(gold, measure(gold, ledger)) != ()


def test_sets_without_a_floor_and_floors_without_a_set(gold: Path, ledger: Ledger) -> None:
    renew(gold, measure(gold, ledger))
    (gold / "open").rename(gold / "fresh")
    words = gate_complaints(gold, measure(gold, ledger))
    assert words == ("open: the gold set is missing", "fresh: no floor is pinned for it")


def test_gains_and_losses_since_the_kept_run(gold: Path, ledger: Ledger) -> None:
    renew(gold, measure(gold, ledger))
    kept = json.loads((gold / "open" / "run.json").read_text(encoding="utf-8"))
    (key,) = (k for k in kept if WORDS in k)
    (gold / "open" / "run.json").write_text(json.dumps({**kept, key: "missed"}), encoding="utf-8")
    lines = list(report_lines(measure(gold, ledger)))
    assert any(key in line and "missed -> verdict right" in line for line in lines)
    assert "losses: 0" in lines


def test_a_folder_without_gold_sets_is_refused(tmp_path: Path, ledger: Ledger) -> None:
    with pytest.raises(UnreadableInput):
        measure(tmp_path, ledger)
