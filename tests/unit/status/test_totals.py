"""The depositary's own totals, from tests/cases/status/totals.yaml."""

from datetime import date

import pytest

from tests.unit.status.test_cases import Case, cases
from treatywatch.ledger.load import load_ledger
from treatywatch.status.answers import CountRule
from treatywatch.status.counting import count

LEDGER = load_ledger()
AS_AT = date(2026, 2, 3)
RULES = {"signatories": CountRule.SIGNATORIES, "parties": CountRule.CONSENT_EXPRESSED}


@pytest.mark.parametrize("case", cases("totals.yaml"), ids=lambda case: str(case["treaty"]))
def test_the_counts_are_the_printed_totals(case: Case) -> None:
    assert LEDGER.treaties[case["treaty"]].reference.mtdsg == case["chapter"]
    counts = count(LEDGER, case["treaty"], AS_AT)
    printed = {rule: case[name] for name, rule in RULES.items() if name in case}
    assert {rule: counts.by(rule).number for rule in printed} == printed
