"""Runs tests/cases/status/units.yaml: parts of a treaty and territories of a State."""

import json
from datetime import date

import pytest

from tests.unit.status.test_cases import Case, cases, contains, made_up, named, written
from treatywatch.errors import UnknownName
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind
from treatywatch.law.unit import WHOLE, Unit
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule
from treatywatch.status.content import as_object
from treatywatch.status.counting import count
from treatywatch.status.explain import status_lines, timeline_lines
from treatywatch.status.foresight import effect
from treatywatch.status.proof import proof_of_effect, proof_of_status
from treatywatch.status.proving import prove
from treatywatch.status.supposing import SupposedAct
from treatywatch.status.timeline import status, timeline
from treatywatch.status.whatif import what_if

UNITS = cases("units.yaml")
LEAVES_A_CHAPTER = UNITS[0]


def unit(told: str) -> Unit:
    """A unit from words such as "part ferries territory AAA-ISLES"."""
    words = told.split()
    sides = dict(zip(words[::2], words[1::2], strict=True))
    return Unit(sides.get("part"), sides.get("territory"))


def line_of(ledger: Ledger, treaty: str, told: str) -> list[str]:
    who, _, about = told.partition(" ")
    found = timeline(ledger, who, treaty)
    if not about:
        return [written(spell) for spell in found.spells]
    one = next(line for line in found.units if line.unit == unit(about))
    return [written(spell) for spell in one.spells]


@pytest.mark.parametrize("case", UNITS, ids=named)
def test_a_unit(case: Case) -> None:
    ledger, treaty = made_up(case), case["treaty"]
    for who, expected in case.get("timelines", {}).items():
        assert line_of(ledger, treaty, who) == expected
    for who, of_units in case.get("units", {}).items():
        for about, expected in of_units.items():
            assert line_of(ledger, treaty, f"{who} {about}") == expected, about
    for told, words in case.get("contested", {}).items():
        who, _, about = told.partition(" ")
        lines = timeline(ledger, who, treaty).units
        spells = next(line for line in lines if line.unit == unit(about)).spells
        contains(" ".join(r.words for s in spells for r in s.contested), [words])
    for day, number in case.get("parties", {}).items():
        assert count(ledger, treaty, day).by(CountRule.IN_FORCE_FOR).number == number
    for told, words in case.get("headline", {}).items():
        who, day = told.split()
        answer = status(ledger, who, treaty, date.fromisoformat(day))
        contains(status_lines(answer, ledger)[0].words, [words])


def test_the_answer_gives_the_reasons_of_the_unit() -> None:
    ledger = made_up(LEAVES_A_CHAPTER)
    lines = status_lines(status(ledger, "AAA", "ferry", date(2006, 1, 1)), ledger)
    told = "\n".join(map(str, lines))
    assert "for Chapter One: FORMER PARTY" in told
    assert "on 10 January 2005  notice of withdrawal received by the depositary" in told
    assert "10 January 2005 + 6 months" in told
    spells = timeline_lines(timeline(ledger, "AAA", "ferry"), ledger)
    assert "for Chapter One" in [line.words for line in spells]


def test_a_unit_that_stands_as_the_whole_is_not_told_of() -> None:
    ledger = made_up(LEAVES_A_CHAPTER)
    answer = status(ledger, "AAA", "ferry", date(2004, 1, 1))
    assert answer.units == ()


def test_a_proof_of_a_partial_exit_holds_and_fails_where_the_unit_changes() -> None:
    ledger = made_up(LEAVES_A_CHAPTER)
    proof = proof_of_status(ledger, "AAA", "ferry", date(2006, 1, 1))
    assert prove(json.dumps(proof), ledger).holds
    of_the_whole = [told.removesuffix(" part ferries") for told in LEAVES_A_CHAPTER["acts"]]
    found = prove(json.dumps(proof), made_up({**LEAVES_A_CHAPTER, "acts": of_the_whole}))
    assert not found.holds
    assert not found.answer_stands


def test_a_proof_of_the_effect_of_a_partial_notice_holds() -> None:
    ledger = made_up(LEAVES_A_CHAPTER)
    notice = (ActKind.WITHDRAWAL_NOTICE, date(2007, 1, 1), "BBB")
    proof = proof_of_effect(ledger, "ferry", *notice, unit=Unit("ferries"))
    assert proof["answer"] == {"when": "2007-07-01", "view": "the depositary"}
    assert prove(json.dumps(proof), ledger).holds


def test_an_act_about_the_whole_keeps_the_content_it_had() -> None:
    on = PartialDate(2005, 1, 10)
    act = Act("ferry", "AAA", ActKind.WITHDRAWAL_NOTICE, on, on, on, "made-up")
    assert not {"part", "territory"} & as_object(act).keys()
    assert act.unit is WHOLE
    assert act.id == "ferry:AAA:withdrawal-notice:2005-01-10"


def test_supposing_a_partial_notice_moves_the_unit_alone() -> None:
    ledger = made_up(LEAVES_A_CHAPTER)
    notice = (ActKind.WITHDRAWAL_NOTICE, date(2007, 1, 1))
    supposed = SupposedAct("BBB", "ferry", *notice, unit=Unit("Chapter One"))
    found = what_if(ledger, [supposed], date(2008, 1, 1))
    assert [change.words for change in found.standings] == [
        "ferry BBB (part ferries) from 2007-01-01 to 2007-06-30: party becomes party-under-notice",
        "ferry BBB (part ferries) from 2007-07-01: party becomes former-party",
    ]
    assert found.counts == ()


@pytest.mark.parametrize("about", [Unit(part="ballast"), Unit(territory="AAA-CELLAR")])
def test_an_unknown_unit_is_refused(about: Unit) -> None:
    with pytest.raises(UnknownName):
        effect(
            made_up(LEAVES_A_CHAPTER),
            "ferry",
            ActKind.WITHDRAWAL_NOTICE,
            date(2007, 1, 1),
            "BBB",
            unit=about,
        )


def test_extending_a_treaty_takes_effect_on_receipt() -> None:
    excluded = ["ratification 2000-01-01", "territorial-exclusion 2000-01-01 territory AAA-ISLES"]
    ledger = made_up({"treaty": "ferry", "acts": [f"AAA {told}" for told in excluded]})
    extension = (ActKind.TERRITORIAL_APPLICATION, date(2004, 4, 1), "AAA")
    answer = effect(ledger, "ferry", *extension, unit=Unit(territory="AAA-ISLES"))
    assert answer.when == date(2004, 4, 1)
    assert [r.assumption for r in answer.reasons] == ["the treaty sets no period for it"]
