"""Who belongs to what, from tests/cases/status/members.yaml: published numbers, and standings."""

import pytest

from tests.unit.status import test_cases, test_other_treaties
from tests.unit.status.test_cases import Case, cases, named
from treatywatch.ledger.ledger import Ledger

MEMBERS = cases("members.yaml")


def of(key: str) -> list[Case]:
    return [case for case in MEMBERS if key in case]


@pytest.mark.parametrize("case", of("rule"), ids=named)
def test_a_number_that_was_published(case: Case, packaged: Ledger) -> None:
    test_cases.test_a_published_count(case, packaged)


@pytest.mark.parametrize("case", of("status"), ids=named)
def test_a_standing(case: Case, packaged: Ledger) -> None:
    test_cases.test_a_standing_in_the_packaged_record(case, packaged)


@pytest.mark.parametrize("case", of("in_force"), ids=named)
def test_when_a_treaty_entered_into_force(case: Case, packaged: Ledger) -> None:
    test_other_treaties.test_when_a_treaty_entered_into_force(case, packaged)


@pytest.mark.parametrize("case", of("effect"), ids=named)
def test_what_a_notice_would_do(case: Case, packaged: Ledger) -> None:
    test_other_treaties.test_what_a_notice_would_do(case, packaged)
