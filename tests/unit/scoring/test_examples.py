"""What there is to be learned from in annotated reports."""

import json
from pathlib import Path

import pytest

from treatywatch.ledger.load import load_ledger
from treatywatch.reading.claim import ClaimType
from treatywatch.scoring.examples import sentences_in

EXIT = ClaimType.WITHDRAWAL


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for name, country in (("open", "Finland"), ("sealed-more", "Latvia")):
        reports = tmp_path / name / "reports"
        reports.mkdir(parents=True)
        text = f"{country} left the Ottawa Convention.\n"
        (reports / "one.txt").write_text(text, "utf-8")
        claim = {"report": "one.txt", "type": "withdrawal", "quote": text[:-2], "start": 0}
        claim |= {"end": len(text) - 2, "treaty": "apmbc", "participants": ["FIN"]}
        claim |= {"stage": "effective", "date": None, "value": None}
        claim |= {"verdict": "borne_out", "why": "", "grade": "STRONG"}
        (tmp_path / name / "gold.jsonl").write_text(json.dumps(claim) + "\n", "utf-8")
        (tmp_path / name / "index.csv").write_text(
            "report,published,language\none.txt,2026-02-01,en\n", "utf-8"
        )
    return tmp_path


def test_sealed_sets_are_never_learned_from(gold: Path) -> None:
    sentences = list(sentences_in(gold, load_ledger(), "en"))
    examples = [example for one in sentences for example in one.examples]
    assert [one.types for one in examples] == [frozenset({EXIT})]
    assert [one.stages for one in examples] == [frozenset({"effective"})]


def test_reports_in_other_languages_are_left_out(gold: Path) -> None:
    assert list(sentences_in(gold, load_ledger(), "de")) == []


def test_the_words_of_a_sentence_come_with_what_was_found_in_it(gold: Path) -> None:
    (sentence,) = sentences_in(gold, load_ledger(), "en")
    assert list(sentence.window.words) == ["S_", "left", "the", "T_", "."]
    assert len(sentence.window.clauses) == len(sentence.examples) - 1
