"""The cases in tests/cases/checking, as a lawyer writes them, held against the packaged record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.checking.claims import a_claim, a_report
from tests.written_cases import written_cases
from treatywatch.checking.check import check
from treatywatch.checking.grounds.finding import Finding
from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger
from treatywatch.status.timeline import timeline

CASES = Path(__file__).resolve().parents[2] / "cases" / "checking"
NOW = date(2026, 3, 1)
OPEN_VERDICTS = ("not_checked", "undetermined")  # which nothing in law or record decides


@dataclass(frozen=True)
class Expectation:
    """One claim of a case and what must come of it."""

    case: str
    report: Mapping[str, Any]
    claims: tuple[Mapping[str, Any], ...]
    place: int
    wanted: Mapping[str, Any]


def expectations() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        for case in written_cases(path):
            claims = tuple(expected["claim"] for expected in case["expect"])
            for place, wanted in enumerate(case["expect"]):
                yield pytest.param(
                    Expectation(case["case"], case["report"], claims, place, wanted),
                    id=f"{path.stem}: {case['case']} [{place}]",
                )


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load_ledger().as_known_on(NOW)


def found(expected: Expectation, ledger: Ledger) -> Finding:
    text = expected.report["text"]
    report = a_report(text, expected.report.get("dated"))
    return check(report, [a_claim(text, fields) for fields in expected.claims], ledger)[
        expected.place
    ]


@pytest.mark.parametrize("expected", list(expectations()))
def test_the_claim_holds_as_the_case_says(expected: Expectation, ledger: Ledger) -> None:
    finding = found(expected, ledger)
    wanted = expected.wanted
    words = " ".join(finding.reasons)
    assert finding.verdict == wanted["verdict"], words
    assert wanted.get("reason", "") in words
    if "now" in wanted:
        assert finding.verdict_now == wanted["now"], " ".join(finding.reasons_now)
    for kind, name in wanted.get("basis", {}).items():
        assert (kind, name) in {(b.kind.value, b.name) for b in finding.basis}
    assert finding.reasons
    assert finding.basis or finding.verdict in OPEN_VERDICTS


@pytest.mark.parametrize(
    "expected", [p for p in expectations() if "standing" in p.values[0].wanted]
)
def test_the_standing_behind_it_is_as_the_case_says(expected: Expectation, ledger: Ledger) -> None:
    claim = expected.claims[expected.place]
    day = PartialDate.parse(expected.report["dated"]).last()
    (participant,) = claim["participants"]
    spells = timeline(ledger, participant, claim["treaty"], as_known_on=day)
    assert spells.on(day).standing == expected.wanted["standing"]
