"""Runs tests/cases/status/exits.yaml: the exits and returns of the collected cases."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.unit.status.test_cases import Case, cases
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate, Undetermined
from treatywatch.law.clauses.reckoning import reckon
from treatywatch.law.terms import ActKind
from treatywatch.law.unit import Unit
from treatywatch.ledger.clause_schema import TakesEffectFile
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.foresight import effect

EXITS = cases("exits.yaml")
COLLECTED = Path(__file__).resolve().parents[3] / "../shared/record/cases.csv"


def with_keys(*keys: str) -> list[Case]:
    return [case for case in EXITS if all(key in case for key in keys)]


def named(case: Case) -> str:
    return str(case["id"])


def act_of(ledger: Ledger, case: Case) -> Act:
    kind, on = ActKind(case["act"]), PartialDate.of(case["on"])
    [act] = (
        a
        for a in ledger.acts[case["treaty"]]
        if (a.participant, a.kind, a.received_on) == (case["by"], kind, on)
    )
    return act


def bare(ledger: Ledger, act: Act) -> Ledger:
    """The ledger without the printed day of this act, and without any dispute."""
    unprinted = replace(act, effect_printed=None)
    acts = tuple(unprinted if a is act else a for a in ledger.acts[act.treaty])
    undisputed = replace(ledger.treaties[act.treaty], disputes=())
    return replace(
        ledger,
        acts={**ledger.acts, act.treaty: acts},
        treaties={**ledger.treaties, act.treaty: undisputed},
    )


@pytest.mark.parametrize("case", with_keys("treaty", "gives"), ids=named)
def test_the_clause_gives_the_day(case: Case, packaged: Ledger) -> None:
    kind = ActKind(case["act"])
    try:
        act = act_of(packaged, case)
    except ValueError:
        # An end of provisional application stands under its own kind in the record.
        assert kind is ActKind.SIGNATURE_WITHDRAWN
        ledger = packaged
    else:
        ledger = bare(packaged, act)
    whose = (case["treaty"], kind, case["on"], case["by"])
    by_clause = effect(ledger, *whose, unit=Unit(case.get("part")))
    assert by_clause.when == case["gives"]


@pytest.mark.parametrize("case", with_keys("treaty", "gives"), ids=named)
def test_the_answer_gives_the_same_day(case: Case, packaged: Ledger) -> None:
    whose = (case["treaty"], ActKind(case["act"]), case["on"], case["by"])
    told = effect(packaged, *whose, unit=Unit(case.get("part")))
    if "answers" in case:
        assert isinstance(told.when, Undetermined)
        assert case["gives"] in {reason.day for reason in told.reasons}
    else:
        assert told.when == case["gives"]


@pytest.mark.parametrize("case", with_keys("treaty", "gives", "sure"), ids=named)
def test_a_printed_day_stands_beside_and_agrees(case: Case, packaged: Ledger) -> None:
    printed = [
        act.effect_printed
        for act in packaged.acts[case["treaty"]]
        if (act.participant, act.received_on) == (case["by"], PartialDate.of(case["on"]))
        and act.kind is ActKind(case["act"])
        and act.effect_printed is not None
    ]
    assert all(day.covers(case["gives"]) for day in printed)


@pytest.mark.parametrize(
    "case", [c for c in with_keys("treaty", "answers") if "gives" not in c], ids=named
)
def test_no_day_is_given_where_there_is_none(case: Case, packaged: Ledger) -> None:
    told = effect(packaged, case["treaty"], ActKind(case["act"]), case["on"], case["by"])
    assert isinstance(told.when, Undetermined)
    assert told.reasons


@pytest.mark.parametrize("case", with_keys("treaty", "printed"), ids=named)
def test_a_printed_day_is_kept_where_the_notice_is_not_known(case: Case, packaged: Ledger) -> None:
    days = {
        (act.received_on.exact(), act.effect_printed and act.effect_printed.exact())
        for act in packaged.acts[case["treaty"]]
        if act.participant == case["by"] and act.kind is ActKind(case["act"])
    }
    assert (None, case["printed"]) in days


@pytest.mark.parametrize("case", with_keys("rule"), ids=named)
def test_a_clause_of_another_treaty_gives_the_day(case: Case) -> None:
    rule = TakesEffectFile.model_validate(case["rule"]).law()
    on = case["on"]
    received = PartialDate.of(on) if isinstance(on, date) else PartialDate.parse(on)
    given = {reckon(rule, day).day for day in (received.first(), received.last())}
    assert given == {case["gives"]}


def test_every_case_is_run_or_says_why_not() -> None:
    forms = Counter(
        "day" if "gives" in case else "printed" if "printed" in case else "why" for case in EXITS
    )
    worked_out = [case for case in EXITS if "gives" in case and "answers" not in case]
    others = [case for case in EXITS if case not in worked_out]
    assert [case["id"] for case in others if not case.get("why")] == []
    assert len({case["id"] for case in EXITS}) == len(EXITS) == sum(forms.values())


def test_no_collected_case_is_left_out() -> None:
    if not COLLECTED.exists():
        pytest.skip("the collected cases are not beside this checkout")
    with COLLECTED.open(encoding="utf-8") as file:
        collected = {row["case_id"]: row for row in csv.DictReader(file)}
    ours = {case["id"]: case for case in EXITS}
    # The record may know of exits that the collection does not.
    assert collected.keys() - ours.keys() == set()
    assert {i: ours[i]["sure"] for i in collected} == {
        i: row["confidence"] for i, row in collected.items()
    }
    # A day that the collection leaves blank (not seen in print) is nobody's to agree with.
    printed = {i: row["effect_date"] for i, row in collected.items() if row["effect_date"]}
    told = {i: str(c["gives"]) for i, c in ours.items() if "gives" in c and i in printed}
    assert told == {i: printed[i] for i in told}
