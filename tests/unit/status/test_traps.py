"""Runs tests/cases/status/traps.yaml: the known ways to get the day of an exit wrong."""

import pytest

from tests.unit.status import test_cases
from tests.unit.status.test_cases import Case, cases
from treatywatch.law.clauses.reckoning import reckon
from treatywatch.ledger.clause_schema import TakesEffectFile
from treatywatch.ledger.ledger import Ledger

TRAPS = cases("traps.yaml")


def with_key(key: str) -> list[Case]:
    return [case for case in TRAPS if key in case]


def named(case: Case) -> str:
    return f"{case['trap']}. {case['case']}"


def test_each_trap_has_a_case() -> None:
    assert {case["trap"] for case in TRAPS} == set(range(1, 24))
    assert all({"status", "effect", "rule", "acts"} & case.keys() for case in TRAPS)


@pytest.mark.parametrize("case", with_key("status"), ids=named)
def test_a_standing(case: Case, packaged: Ledger) -> None:
    test_cases.test_a_standing_in_the_packaged_record(case, packaged)


@pytest.mark.parametrize("case", with_key("effect"), ids=named)
def test_an_effect(case: Case, packaged: Ledger) -> None:
    test_cases.test_an_effect_under_the_packaged_record(case, packaged)


@pytest.mark.parametrize("case", with_key("acts"), ids=named)
def test_an_imaginary_treaty(case: Case) -> None:
    test_cases.test_an_imaginary_treaty(case)


@pytest.mark.parametrize("case", with_key("rule"), ids=named)
def test_a_rule(case: Case) -> None:
    reckoning = reckon(TakesEffectFile.model_validate(case["rule"]).law(), case["on"])
    assert reckoning.day == case["gives"]
    assert case.get("assuming", "") in (reckoning.assumption or "")
    assert bool(reckoning.assumption) == ("assuming" in case)
