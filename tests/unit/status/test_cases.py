"""Runs the problems in tests/cases/status, which are written for lawyers to read and add to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from tests.unit.status.told import CASES, told_act, told_conflict, told_ledger
from tests.written_cases import cases_with_days
from treatywatch.law.calendar import Interval, Undetermined
from treatywatch.law.terms import ActKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule, Spell
from treatywatch.status.counting import count
from treatywatch.status.entry import entry_into_force
from treatywatch.status.explain import Line, effect_lines, status_lines
from treatywatch.status.foresight import effect
from treatywatch.status.timeline import status, timeline

Case = Mapping[str, Any]


def cases(name: str) -> list[Case]:
    found: list[Case] = cases_with_days(CASES / name)
    return found


def named(case: Case) -> str:
    if "case" in case:
        return str(case["case"])
    day = case.get("on_day") or case.get("every_day_from") or case.get("some_day_from")
    return f"{case['treaty']} {case['rule']} {day}"


@pytest.mark.parametrize("case", [c for c in cases("standings.yaml") if "status" in c], ids=named)
def test_a_standing_in_the_packaged_record(case: Case, packaged: Ledger) -> None:
    participant, treaty = case["status"]
    answer = status(packaged, participant, treaty, case["on_day"], case.get("as_known_on"))
    expected = case["expect"]
    assert answer.spell.standing == expected["standing"]
    for bound in ("since", "until"):
        if bound in expected:
            assert getattr(answer.spell, bound) == expected[bound]
    if "next" in expected:
        following = answer.next_spell.standing if answer.next_spell else None
        assert following == expected["next"]
    lines = status_lines(answer, packaged)
    says(lines, expected)
    if "contested" in expected:
        contested = [line for line in lines if line.when.startswith("contested")]
        assert bool(contested) == bool(expected["contested"])
        contains(" ".join(map(str, contested)), expected["contested"])


@pytest.mark.parametrize("case", [c for c in cases("standings.yaml") if "effect" in c], ids=named)
def test_an_effect_under_the_packaged_record(case: Case, packaged: Ledger) -> None:
    treaty, kind, day = case["effect"]
    answer = effect(packaged, treaty, ActKind(kind), day, case.get("by"))
    expected = case["expect"]
    says(effect_lines(answer, packaged), expected)
    if "day" in expected:
        assert answer.when == expected["day"]
    elif "not_before" in expected:
        assert isinstance(answer.when, Interval)
        assert (answer.when.not_before, answer.when.not_after) == (expected["not_before"], None)
    else:
        assert isinstance(answer.when, Undetermined)
        assert answer.when.since == expected["undetermined_since"]
        assert answer.when.what_would_settle_it


@pytest.mark.parametrize("case", cases("counts.yaml"), ids=named)
def test_a_published_count(case: Case, packaged: Ledger) -> None:
    def number(day: date) -> int:
        return count(packaged, case["treaty"], day).by(CountRule(case["rule"])).number

    if "on_day" in case:
        assert number(case["on_day"]) == case["number"]
    elif "every_day_from" in case:
        assert {number(case["every_day_from"]), number(case["to"])} == {case["number"]}
    else:
        assert case["number"] in map(number, days(case["some_day_from"], case["to"]))


def days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=i) for i in range((last - first).days + 1))


@pytest.mark.parametrize("case", cases("made-up.yaml"), ids=named)
def test_an_imaginary_treaty(case: Case) -> None:
    ledger = made_up(case)
    known_on = case.get("as_known_on")
    if "in_force" in case:
        in_force(ledger, case["treaty"], case["in_force"])
    for participant, expected in case.get("timelines", {}).items():
        found = timeline(ledger, participant, case["treaty"], as_known_on=known_on)
        assert [written(spell) for spell in found.spells] == expected, participant
    for participant, words in case.get("contested", {}).items():
        found = timeline(ledger, participant, case["treaty"], as_known_on=known_on)
        contains(" ".join(r.words for s in found.spells for r in s.contested), [words])
    for participant, words in case.get("says", {}).items():
        found = timeline(ledger, participant, case["treaty"], as_known_on=known_on)
        contains(" ".join(r.words for s in found.spells for r in s.reasons), [words])


def made_up(case: Case) -> Ledger:
    acts = {case["treaty"]: [told_act(case["treaty"], told) for told in case["acts"]]}
    for other, told in case.get("with", {}).items():
        acts[other] = [told_act(other, line) for line in told]
    conflicts = [told_conflict(line) for line in case.get("conflicts", ())]
    return told_ledger(acts, conflicts, case.get("extinct"))


def in_force(ledger: Ledger, treaty: str, expected: date | list[date] | str) -> None:
    when = entry_into_force(ledger, treaty).when
    if expected == "never":
        assert isinstance(when, Undetermined)
    elif isinstance(expected, list):
        assert isinstance(when, Interval)
        assert [when.not_before, when.not_after] == expected
    else:
        assert when == expected


def written(spell: Spell) -> str:
    return spell.standing.value if spell.since is None else f"{spell.since} {spell.standing}"


def says(lines: Sequence[Line], expected: Mapping[str, Any]) -> None:
    contains(" ".join(map(str, lines)), expected.get("says", ()))
    articles = {line.article for line in lines}
    assert set(expected.get("articles", ())) <= articles


def contains(text: str, words: Iterable[str]) -> None:
    for word in words:
        assert word in text
