"""Runs the problems in tests/cases/asking/deadlines.yaml, and asks the packaged record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.unit.status.harbour import cases, harbour_ledger
from treatywatch.errors import UnknownName
from treatywatch.law.calendar import Interval, Undetermined
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.deadline import Deadline
from treatywatch.status.deadlines import deadlines


def written(deadline: Deadline) -> str:
    match deadline.due:
        case Interval(not_before, not_after):
            day = f"{not_before} to {not_after}"
        case Undetermined():
            day = "no day"
        case day_:
            day = str(day_)
    return f"{day} {deadline.what} {deadline.state}"


@pytest.mark.parametrize("case", cases("deadlines.yaml"), ids=lambda case: str(case["case"]))
def test_a_deadline(case: Mapping[str, Any]) -> None:
    found = deadlines(harbour_ledger(case), **case["asked"])
    assert [written(d) for d in found] == [line.replace(",", "") for line in case["expect"]]
    if "says" in case:
        assert case["says"] in " ".join(r.words for d in found for r in d.reasons)
    if "revision" in case:
        assert {d.revision for d in found} == {case["revision"]}


def test_every_deadline_says_why(packaged: Ledger) -> None:
    found = deadlines(packaged, on=date(2026, 1, 1), until=date(2027, 1, 1))
    assert found
    assert all(d.reasons and d.reasons[0].article for d in found)
    assert all(r.words for d in found for r in d.reasons)


def test_a_new_party_to_ottawa_reports_after_180_days(packaged: Ledger) -> None:
    """Tonga: in force 1 December 2025; 1 December + 180 days is 30 May 2026."""
    found = deadlines(
        packaged, participant="Tonga", treaty="apmbc", on=date(2026, 1, 1), until=date(2026, 12, 31)
    )
    assert [(d.due, d.article) for d in found] == [(date(2026, 5, 30), "7(1)")]


def test_a_yearly_report_comes_after_the_one_it_brings_up_to_date(packaged: Ledger) -> None:
    """Tonga: the first is due on 30 May 2026, so the yearly one on 30 April 2027."""
    found = deadlines(
        packaged, participant="Tonga", treaty="apmbc", on=date(2026, 1, 1), until=date(2027, 12, 31)
    )
    [yearly] = [d for d in found if d.article == "7(2)"]
    assert (yearly.due, yearly.first_due) == (date(2027, 4, 30), date(2026, 5, 30))
    assert "1 December 2025 + 180 days = 30 May 2026" in {r.arithmetic for r in yearly.reasons}
    assert not any(r.assumption for r in yearly.reasons)


def test_deadlines_of_nobody_known() -> None:
    with pytest.raises(UnknownName):
        deadlines(harbour_ledger({"acts": []}), participant="Atlantis")


def test_a_deadline_keeps_its_name_when_its_day_moves() -> None:
    acts = {"acts": ["AAA ratification 2001-03-01", "BBB ratification 2001-03-01"]}
    asked = {"participant": "AAA", "on": date(2004, 12, 1)}
    before = deadlines(harbour_ledger(acts), **asked)  # type: ignore[arg-type]
    longer = {**acts, "extensions": ["AAA 4 2008-03-01 2004-11"]}
    after = deadlines(harbour_ledger(longer), **asked)  # type: ignore[arg-type]
    assert {d.id for d in before} == {d.id for d in after}
    assert {d.due for d in before} != {d.due for d in after}
