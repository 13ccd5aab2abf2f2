"""Runs the problems in tests/cases/status/others.yaml against the packaged record."""

from datetime import date

import pytest

from tests.unit.status.test_cases import Case, cases, named, says
from treatywatch.law.calendar import Undetermined
from treatywatch.law.terms import ActKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule
from treatywatch.status.counting import count
from treatywatch.status.entry import entry_into_force
from treatywatch.status.explain import effect_lines, status_lines
from treatywatch.status.foresight import effect
from treatywatch.status.timeline import status

OTHERS = cases("others.yaml")


def about(key: str) -> list[Case]:
    return [case for case in OTHERS if key in case]


@pytest.mark.parametrize("case", about("in_force"), ids=named)
def test_when_a_treaty_entered_into_force(case: Case, packaged: Ledger) -> None:
    start = entry_into_force(packaged, case["in_force"])
    expected = case["expect"]
    if expected["day"] == "never":
        assert isinstance(start.when, Undetermined)
        return
    assert start.when == expected["day"]
    told = " ".join(f"{r.words} {r.arithmetic}" for r in start.reasons)
    for words in expected["says"]:
        assert words in told
    assert expected["article"] in {reason.article for reason in start.reasons}


@pytest.mark.parametrize("case", about("status"), ids=named)
def test_a_standing(case: Case, packaged: Ledger) -> None:
    participant, treaty = case["status"]
    answer = status(packaged, participant, treaty, case["on_day"], case.get("as_known_on"))
    expected = case["expect"]
    assert answer.spell.standing == expected["standing"]
    for bound in {"since", "until"} & expected.keys():
        assert getattr(answer.spell, bound) == expected[bound]
    if "next" in expected:
        assert answer.next_spell is not None
        assert answer.next_spell.standing == expected["next"]
    says(status_lines(answer, packaged), expected)


@pytest.mark.parametrize("case", about("effect"), ids=named)
def test_what_a_notice_would_do(case: Case, packaged: Ledger) -> None:
    treaty, kind, day = case["effect"]
    answer = effect(packaged, treaty, ActKind(kind), day, case.get("by"))
    expected = case["expect"]
    says(effect_lines(answer, packaged), expected)
    if "day" in expected:
        assert answer.when == expected["day"]
    else:
        assert not isinstance(answer.when, date)


@pytest.mark.parametrize("case", about("rule"), ids=named)
def test_a_published_count(case: Case, packaged: Ledger) -> None:
    found = count(packaged, case["treaty"], case["on_day"]).by(CountRule(case["rule"]))
    assert found.number == case["number"]
