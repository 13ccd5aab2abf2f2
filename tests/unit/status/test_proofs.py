"""Proofs hold against the record they were made from, and name the place of any change."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.unit.status.harbour import harbour_ledger
from tests.unit.status.told import told_act, told_conflict
from treatywatch.errors import UnreadableInput
from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.clauses.reckoning import Anchor, Period, TakesEffect, Unit
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule
from treatywatch.status.content import content_hash, hash_of
from treatywatch.status.proof import (
    Proof,
    proof_of_count,
    proof_of_deadline,
    proof_of_effect,
    proof_of_status,
)
from treatywatch.status.proving import prove

LEDGER = harbour_ledger(
    {
        "acts": [
            "AAA ratification 2001-03-01",
            "BBB ratification 2001-03-01",
            "CCC accession 2003-02-01",
            "AAA withdrawal-notice 2004-10-15",
        ],
        "conflicts": ['AAA "no" 2001-01-01 2006-12-31'],
    }
)
ON = date(2005, 1, 1)


def proof() -> Proof:
    return proof_of_status(LEDGER, "AAA", "harbour", ON)


def failures(made: Proof, ledger: Ledger) -> str:
    found = prove(json.dumps(made), ledger)
    assert not found.holds
    return "\n".join(f"{check.place}: {check.words}" for check in found.failures)


def with_acts(*told: str) -> Ledger:
    return replace(LEDGER, acts={"harbour": tuple(told_act("harbour", t) for t in told)})


@pytest.mark.parametrize(
    "made",
    [
        proof(),
        proof_of_count(LEDGER, "harbour", ON, CountRule.IN_FORCE_FOR),
        proof_of_count(LEDGER, "harbour", ON, CountRule.FORMER_PARTIES),
        proof_of_effect(LEDGER, "harbour", ActKind.WITHDRAWAL_NOTICE, date(2008, 8, 31)),
        proof_of_effect(LEDGER, "harbour", ActKind.ACCESSION, date(2008, 8, 31), "DDD"),
    ],
    ids=["status", "count", "count of none", "effect for any party", "effect for one"],
)
def test_a_proof_holds_against_its_own_record(made: Proof) -> None:
    found = prove(json.dumps(made), LEDGER)
    assert found.failures == ()
    assert found.answer_stands


def test_a_proof_names_every_act_and_the_sum() -> None:
    made = proof()
    steps: Any = made["steps"]
    assert "15 October 2004 + 6 months = 15 April 2005" in [s["arithmetic"] for s in steps]
    rests_on: Any = made["rests_on"]
    acts = {ground["id"] for ground in rests_on if ground["kind"] == "act"}
    assert {
        "harbour:AAA:ratification:2001-03-01",
        "harbour:AAA:withdrawal-notice:2004-10-15",
    } <= acts


def test_a_changed_act_is_named_with_what_it_was() -> None:
    changed = tuple(
        replace(act, confidence=Confidence.LOW) if act.kind is ActKind.WITHDRAWAL_NOTICE else act
        for act in LEDGER.acts["harbour"]
    )
    told = failures(proof(), replace(LEDGER, acts={"harbour": changed}))
    place = "acts/harbour.csv, harbour:AAA:withdrawal-notice:2004-10-15, confidence"
    assert f'{place}: was "high", is "low"' in told


def test_an_act_that_is_gone_and_one_that_is_new() -> None:
    ledger = with_acts(
        "AAA ratification 2001-03-01",
        "BBB ratification 2001-03-01",
        "CCC accession 2003-02-01",
        "AAA withdrawal-notice 2004-10-16",
    )
    told = failures(proof(), ledger)
    assert 'no longer "harbour:AAA:withdrawal-notice:2004-10-15"' in told
    assert 'new: "harbour:AAA:withdrawal-notice:2004-10-16"' in told
    assert "answer, until: was" in told


def test_a_changed_clause_is_named() -> None:
    treaty = LEDGER.treaties["harbour"]
    clause = treaty.final_clauses.withdrawal
    assert isinstance(clause, Withdrawal)
    rule = TakesEffect(Period(7, Unit.MONTHS), Anchor.RECEIPT_BY_DEPOSITARY)
    clauses = replace(treaty.final_clauses, withdrawal=replace(clause, takes_effect=rule))
    ledger = replace(LEDGER, treaties={"harbour": replace(treaty, final_clauses=clauses)})
    told = failures(proof(), ledger)
    assert "treaties/harbour.yaml, withdrawal, takes_effect, rule, amount: was 6, is 7" in told


def test_a_changed_conflict_is_named() -> None:
    war = told_conflict('AAA "yes" 2004-01-01')
    told = failures(proof(), replace(LEDGER, conflicts=(war,)))
    assert "participants/conflicts.csv, AAA" in told


def test_an_act_of_another_leaves_a_status_alone_but_not_a_count() -> None:
    told = [
        "AAA ratification 2001-03-01",
        "BBB ratification 2001-03-01",
        "CCC accession 2003-02-01",
        "AAA withdrawal-notice 2004-10-15",
    ]
    ledger = with_acts(*told, "DDD accession 2004-01-01")
    assert prove(proof(), ledger).holds
    made = proof_of_count(LEDGER, "harbour", ON, CountRule.IN_FORCE_FOR)
    found = prove(made, ledger)
    assert not found.answer_stands
    assert "answer, number" in {check.place for check in found.failures}


def test_an_act_after_the_day_changes_the_record_but_not_the_answer() -> None:
    told = [
        "AAA ratification 2001-03-01",
        "BBB ratification 2001-03-01",
        "CCC accession 2003-02-01",
        "AAA withdrawal-notice 2004-10-15",
    ]
    made = proof_of_count(LEDGER, "harbour", ON, CountRule.IN_FORCE_FOR)
    found = prove(made, with_acts(*told, "DDD accession 2006-01-01"))
    assert found.answer_stands
    assert not found.holds


def forged(change: Callable[[Any], None], *, sealed: bool) -> Proof:
    made = json.loads(json.dumps(proof()))
    change(made)
    if sealed:
        made["sha256"] = hash_of({key: made[key] for key in made if key != "sha256"})
    return made  # type: ignore[no-any-return]


def claim_former_party(made: Any) -> None:
    made["answer"]["standing"] = "former-party"


def wrong_sum(made: Any) -> None:
    step = next(s for s in made["steps"] if s["arithmetic"] and "+ 6 months" in s["arithmetic"])
    step["arithmetic"] = "15 October 2004 + 6 months = 15 March 2005"


def other_content(made: Any) -> None:
    act = next(g for g in made["rests_on"] if g["kind"] == "act")
    act["content"]["source"] = "elsewhere"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (claim_former_party, "answer, standing"),
        (wrong_sum, "the sum"),
        (other_content, "the proof itself, acts/harbour.csv"),
    ],
)
def test_a_forged_proof_fails_even_with_a_new_seal(
    change: Callable[[Any], None], place: str
) -> None:
    assert "the proof itself: it was changed" in failures(forged(change, sealed=False), LEDGER)
    told = failures(forged(change, sealed=True), LEDGER)
    assert place in told
    assert "the proof itself: it was changed" not in told


def drop_the_last_step(made: Any) -> None:
    made["steps"].pop()


def add_a_step(made: Any) -> None:
    made["steps"].append({**made["steps"][-1], "words": "and so it was"})


@pytest.mark.parametrize("change", [drop_the_last_step, add_a_step])
def test_a_step_too_few_or_too_many_is_seen(change: Callable[[Any], None]) -> None:
    told = failures(forged(change, sealed=True), LEDGER)
    assert told.startswith("step ")


@pytest.mark.parametrize(
    "change",
    [
        lambda made: made.update(steps={}),
        lambda made: made.update(rests_on=["harbour"]),
        lambda made: made.update(question="who?"),
        lambda made: made.pop("sha256"),
        lambda made: made["question"].pop("on"),
        lambda made: made["question"].update(on="soon"),
    ],
)
def test_a_proof_without_its_parts_is_refused(change: Callable[[Any], None]) -> None:
    with pytest.raises(UnreadableInput, match="--proof"):
        prove(forged(change, sealed=False), LEDGER)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"format": "treatywatch-proof/1"}', '{"format": "treatywatch-proof/0"}'],
)
def test_what_is_no_proof_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(UnreadableInput, match="--proof"):
        prove(text, LEDGER)


def test_a_question_that_makes_no_sense_is_refused() -> None:
    made = forged(lambda m: m["question"].update(kind="weather"), sealed=True)
    with pytest.raises(UnreadableInput, match="weather"):
        prove(made, LEDGER)


def test_a_treaty_that_the_record_no_longer_has() -> None:
    empty = replace(LEDGER, treaties={}, acts={})
    assert "question" in failures(proof(), empty)


def test_the_order_of_a_set_does_not_change_a_hash() -> None:
    assert content_hash(frozenset({"a", "b", "c"})) == content_hash(frozenset({"c", "b", "a"}))
    assert content_hash({"a": 1, "b": 2}) == content_hash({"b": 2, "a": 1})
    assert content_hash(["a", "b"]) != content_hash(["b", "a"])


def test_six_months_and_six_days_have_different_hashes() -> None:
    assert content_hash(Period(6, Unit.MONTHS)) != content_hash(Period(6, Unit.DAYS))


def test_the_hash_is_that_of_the_documented_form() -> None:
    """SHA-256 of the letters {"a":[1,null],"b":"é"} in UTF-8, worked out with sha256sum."""
    expected = "e03c3c1ebb5fccd76e3bd35b9a86169f35e6f1b069645d48ac278175f54c4208"
    assert content_hash({"b": "é", "a": [1, None]}) == expected


def test_proofs_of_the_packaged_record_hold(packaged: Ledger) -> None:
    day = date(2025, 12, 31)
    for participant, treaty in (("FIN", "apmbc"), ("UKR", "apmbc"), ("PRK", "npt"), ("USA", "inf")):
        assert prove(proof_of_status(packaged, participant, treaty, day), packaged).failures == ()
    made = proof_of_count(packaged, "apmbc", day, CountRule.CONSENT_EXPRESSED)
    assert prove(json.dumps(made), packaged).failures == ()


DUE = "harbour:AAA:4:sink the old boats:1"


def with_extension(told: str) -> Ledger:
    acts = {"acts": ["AAA ratification 2001-03-01", "BBB ratification 2001-03-01"]}
    return harbour_ledger({**acts, "extensions": [told]})


EXTENDED = with_extension("AAA 4 2008-03-01 2004-11")


def test_a_deadline_is_derived_from_acts_article_sum_and_extension() -> None:
    made = proof_of_deadline(EXTENDED, DUE, on=date(2004, 12, 1))
    assert made["answer"]["due"] == "2008-03-01"  # type: ignore[index,call-overload]
    sums = [step["arithmetic"] for step in made["steps"]]  # type: ignore[index,call-overload,union-attr]
    assert "1 March 2001 + 4 years = 1 March 2005" in sums
    assert prove(made, EXTENDED).holds


def test_a_changed_extension_is_named() -> None:
    made = proof_of_deadline(EXTENDED, DUE, on=date(2004, 12, 1))
    told = failures(made, with_extension("AAA 4 2009-03-01 2004-11"))
    assert "extensions/harbour.csv, AAA Art. 4" in told
    assert 'answer, due: was "2008-03-01", is "2009-03-01"' in told


def test_an_extension_counts_among_the_grounds_from_the_day_it_was_granted() -> None:
    granted = date(2004, 11, 1)
    made = proof_of_deadline(EXTENDED, DUE, on=granted, as_known_on=granted)
    told = failures(made, with_extension("AAA 4 2009-03-01 2004-11"))
    assert "extensions/harbour.csv, AAA Art. 4" in told


def test_a_changed_period_of_the_duty_is_named() -> None:
    made = proof_of_deadline(EXTENDED, DUE, on=date(2004, 12, 1))
    treaty = EXTENDED.treaties["harbour"]
    longer = TakesEffect(Period(5, Unit.YEARS), Anchor.ENTRY_INTO_FORCE_FOR_PARTY)
    duties = tuple(replace(d, due=longer) if d.article == "4" else d for d in treaty.duties)
    ledger = replace(EXTENDED, treaties={"harbour": replace(treaty, duties=duties)})
    told = failures(made, ledger)
    assert "treaties/harbour.yaml, duties, Art. 4, due, rule, amount: was 4, is 5" in told


def test_a_deadline_that_was_tampered_with_does_not_hold() -> None:
    made = proof_of_deadline(EXTENDED, DUE, on=date(2004, 12, 1))
    text = json.dumps(made).replace("2008-03-01", "2018-03-01")
    found = prove(text, EXTENDED)
    assert not found.holds
    assert "the proof itself" in {check.place for check in found.failures}


def test_a_proof_keeps_the_view_it_was_made_in(packaged: Ledger) -> None:
    own = packaged.seen_by("own")
    made = proof_of_status(own, "PRK", "npt", date(2005, 1, 1))
    assert made["question"]["view"] == "own"  # type: ignore[index,call-overload]
    assert made["answer"]["standing"] == "former-party"  # type: ignore[index,call-overload]
    assert prove(made, packaged).holds
