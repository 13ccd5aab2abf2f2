"""Runs the problems of this folder: a text, and the claims that a lawyer finds in it."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.written_cases import written_cases
from treatywatch.ledger.load import load_ledger
from treatywatch.reading.claim import Claim
from treatywatch.reading.naming.lexicon import Lexicon, build_lexicon
from treatywatch.reading.read import read_by_rules
from treatywatch.reports.open import report_from_text

_HERE = Path(__file__).parent
_RECORD = Path(__file__).resolve().parents[3] / "src" / "treatywatch" / "record"
_OURS = {"participation", "withdrawal", "count", "treaty_fact"}


@cache
def lexicon(language: str = "en") -> Lexicon:
    ledger = load_ledger()
    return build_lexicon(ledger.treaties, ledger.participants, ledger.groups, language)


def _cases() -> list[Any]:
    cases = []
    for file in sorted(_HERE.glob("*.yaml")):
        for case in written_cases(file):
            cases.append(pytest.param(case, id=f"{file.stem}: {case['case']}"))
    return cases


def _as_told(claim: Claim, keys: set[str]) -> dict[str, Any]:
    """The claim in the words of a case, only with the keys that the case speaks of."""
    told: dict[str, Any] = {
        "type": claim.type.value,
        "treaty": claim.treaty,
        "who": sorted(claim.participants),
        "stage": claim.stage,
        "voice": claim.voice.value,
        "negated": claim.negated,
        "hedged": claim.hedged,
        "date": str(claim.date) if claim.date else None,
        "value": claim.value,
        "unit": claim.unit,
        "up_to": claim.value_high,
        "of_total": claim.of_total,
        "bound": claim.bound.value,
        "words": claim.quote,
        "sure": claim.sure,
        "speaker": claim.speaker,
    }
    return {key: told[key] for key in keys}


def _expected(one: dict[str, Any]) -> dict[str, Any]:
    one = dict(one)
    if "who" in one:
        one["who"] = sorted(one["who"])
    return one


@pytest.mark.parametrize("case", _cases())
def test_the_report_is_read_as_a_lawyer_reads_it(case: dict[str, Any]) -> None:
    text = case["text"]
    names = lexicon(case.get("language", "en"))
    report = report_from_text(text, "case", str(case["dated"]) if "dated" in case else None)
    claims = [c for c in read_by_rules(report, names) if c.type.value in case.get("of", _OURS)]
    assert all(text[c.start : c.end] == c.quote for c in claims)
    expected = [_expected(one) for one in case["says"]]
    for one in expected:
        assert one in [_as_told(claim, set(one)) for claim in claims], (one, claims)
    assert len(claims) == len(expected), claims
