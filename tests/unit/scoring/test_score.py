import json
from pathlib import Path

import pytest

from tests.unit.scoring.marks import found, marked
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.errors import UnreadableInput
from treatywatch.reading.claim import ClaimType
from treatywatch.scoring.gains import changes_since, run_as_json
from treatywatch.scoring.gold import fingerprint, read_gold, read_index
from treatywatch.scoring.lines import score_lines
from treatywatch.scoring.score import score

BAD, OPEN, OK = Verdict.CONTRADICTED, Verdict.NOT_CHECKED, Verdict.BORNE_OUT


def test_precision_recall_and_f1_of_three_claims_two_of_which_were_found() -> None:
    gold = [marked(0, 10), marked(20, 30), marked(40, 50)]
    measured = score(gold, {"a.txt": [found(0, 10), found(20, 30, stage="notified")]})
    assert measured.span().precision == 1
    assert measured.span().recall == pytest.approx(2 / 3)
    assert measured.span().f1 == pytest.approx(0.8)
    assert measured.strict(ClaimType.WITHDRAWAL).right == 1
    assert measured.span(ClaimType.QUOTE).f1 == 1


def test_a_report_without_claims_counts_what_is_found_in_it_as_surplus() -> None:
    measured = score([marked(0, 10)], {"a.txt": [found(0, 10)], "game.txt": [found(0, 10)]})
    assert measured.span().precision == 0.5


def test_a_report_that_was_not_read_counts_as_missed() -> None:
    assert score([marked(0, 10)], {}).span().recall == 0


def test_verdicts_are_judged_over_strict_pairs_with_and_without_the_unchecked() -> None:
    gold = [marked(0, 10), marked(20, 30, verdict=BAD), marked(40, 50), marked(60, 70)]
    findings = [
        found(0, 10),
        found(20, 30, verdict=BAD),
        found(40, 50, verdict=OPEN),
        found(60, 70, verdict=Verdict.PREMATURE),
    ]
    measured = score(gold, {"a.txt": findings})
    assert measured.verdicts.precision == pytest.approx(2 / 3)
    assert measured.verdicts.recall == 0.5
    assert measured.not_checked == 0.25


def test_a_wrong_claim_is_caught_by_any_of_the_three_wrong_verdicts() -> None:
    gold = [marked(0, 10, verdict=BAD), marked(20, 30, verdict=Verdict.OUTDATED)]
    caught = [found(0, 10, verdict=Verdict.PREMATURE), found(20, 30, verdict=OK)]
    measured = score(gold, {"a.txt": caught})
    assert len(measured.wrong_claims) == 2
    assert len(measured.caught) == 1


def test_a_wrong_contradicted_is_shown_with_its_words() -> None:
    gold = [
        marked(0, 10),
        marked(20, 30, verdict=Verdict.UNDETERMINED),
        marked(40, 50, verdict=BAD),
    ]
    findings = [found(start, start + 10, verdict=BAD) for start in (0, 20, 40, 60)]
    measured = score(gold, {"a.txt": findings})
    assert len(measured.wrong_contradicted) == 2
    assert len(measured.contradicted_unmarked) == 1
    assert any("gold undetermined" in line for line in score_lines(measured))


def test_gains_and_losses_against_an_earlier_run() -> None:
    gold = [marked(0, 10), marked(20, 30)]
    before = run_as_json(score(gold, {"a.txt": [found(0, 10)]}))
    after = score(gold, {"a.txt": [found(20, 30), found(60, 70)]})
    changes = changes_since(before, after)
    assert [(c.before.split(":")[0], c.after.split(":")[0], c.better) for c in changes] == [
        ("verdict right", "missed", False),
        ("missed", "verdict right", True),
        ("absent", "surplus", False),
    ]
    assert changes_since(run_as_json(after), after) == ()
    with pytest.raises(UnreadableInput):
        changes_since("[]", after)
    with pytest.raises(UnreadableInput):
        changes_since("{", after)


def test_gold_is_read_line_by_line_and_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    row = {
        "report": "a.txt",
        "type": "count",
        "quote": "133 parties",
        "start": 3,
        "end": 14,
        "treaty": "apmbc",
        "participants": [],
        "stage": "parties",
        "value": 133,
        "verdict": "contradicted",
    }
    path.write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    (claim,) = read_gold(path)
    assert (claim.value, claim.verdict, claim.stage) == (133.0, BAD, "parties")
    path.write_text(json.dumps(row) + "\n" + json.dumps({**row, "verdict": "wrong"}) + "\n")
    with pytest.raises(UnreadableInput, match=":2"):
        read_gold(path)
    path.write_text(json.dumps({**row, "end": 3}))
    with pytest.raises(UnreadableInput, match=":1"):
        read_gold(path)


def test_the_fingerprint_changes_with_any_edit_of_the_gold_set(tmp_path: Path) -> None:
    gold, report = tmp_path / "gold.jsonl", tmp_path / "a.txt"
    gold.write_text("{}")
    report.write_text("text")
    first = fingerprint(gold, tmp_path)
    report.write_text("text.")
    second = fingerprint(gold, tmp_path)
    (tmp_path / "index.csv").write_text("report,published,language\na.txt,2025-04,en\n")
    third = fingerprint(gold, tmp_path)
    assert len({first, second, third}) == 3
    assert read_index(tmp_path)["a.txt"].published == "2025-04"
    assert read_index(tmp_path / "nowhere") == {}
