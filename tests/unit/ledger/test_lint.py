"""The lint asks plain questions of the acts, and works every example."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.unit.status.told import CASES, imaginary, told_act, told_ledger
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.compared import compared
from treatywatch.law.clauses.coverage import clauses_without_example, duties_without_example
from treatywatch.law.treaty import Comparable, Milestone, MilestoneKind, TextComparison, Treaty
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.lint import lint
from treatywatch.ledger.load import load_ledger

SOUND = (
    "AAA signature 2000-02-01",
    "AAA ratification 2000-05-01 printed 2001-03-31",
    "BBB ratification 2000-06-01",
    "CCC ratification 2001-03-01",
    "DDD accession 2001-06-01 printed 2001-07",
    "AAA withdrawal-notice 2005-01-10 printed 2005-07-10",
)


def faults_of(told: Sequence[str], treaty: str = "lighthouse") -> list[Fault]:
    return list(lint(told_ledger({treaty: [told_act(treaty, line) for line in told]})))


def test_a_sound_record_has_no_fault() -> None:
    assert faults_of(SOUND) == []


@pytest.mark.parametrize(
    ("told", "code", "words"),
    [
        ("EEE signature 1999-12-31", "before-opening", "before the opening for signature"),
        ("EEE signature 2001-04-01", "signature-after-closing", "no longer open for signature"),
        ("EEE accession 2001-03-30", "accession-too-early", "only once it is in force"),
        ("AAA signature 2000-03-01", "second-signature", "second signature"),
        ("EEE withdrawal-notice 2005-01-10", "exit-without-entry", "presupposes an earlier act"),
        ("BBB withdrawal-revoked 2005-01-10", "exit-without-entry", "presupposes"),
        ("EEE signature-withdrawn 2005-01-10", "exit-without-entry", "presupposes"),
        ("EEE ratification 2001-05-01 printed 2001-05-30", "printed-differs", "31 May 2001"),
        ("BBB withdrawal-notice 2005-01-10 printed 2005-07-11", "printed-differs", "10 July 2005"),
    ],
)
def test_an_act_that_makes_no_sense_is_a_fault(told: str, code: str, words: str) -> None:
    found = faults_of([*SOUND, told])
    assert [fault.code for fault in found] == [code]
    assert words in found[0].words
    assert told.split(maxsplit=1)[0] in found[0].words


def test_who_has_left_may_sign_a_second_time() -> None:
    again = ("GGG signature 2000-02-02", "GGG signature-withdrawn 2000-06-01")
    assert faults_of([*SOUND, *again, "GGG signature 2000-09-01"]) == []


def test_what_is_applied_provisionally_can_be_suspended() -> None:
    applied = ("GGG signature 2000-02-02", "GGG provisional-application 2000-03-01")
    assert faults_of([*SOUND, *applied, "GGG suspension-notice 2005-01-10"]) == []


@pytest.mark.parametrize("treaty", sorted(p.stem for p in (CASES / "treaties").iterdir()))
def test_the_examples_of_the_imaginary_treaties_hold(treaty: str) -> None:
    found = {fault.code for fault in faults_of([], treaty)}
    assert found <= {"unknown-treaty"}, "only the parent of the protocol is missing here"


def with_treaty(treaty: Treaty) -> Ledger:
    ledger = told_ledger({treaty.id: [told_act(treaty.id, line) for line in SOUND]})
    return replace(ledger, treaties={treaty.id: treaty})


def test_an_example_that_fails_is_a_fault_with_its_line() -> None:
    treaty = imaginary("lighthouse")
    first, *rest = treaty.examples
    assert first.outcome_day is not None
    wrong = replace(first, outcome_day=first.outcome_day + timedelta(days=1))
    found = lint(with_treaty(replace(treaty, examples=(wrong, *rest))))
    assert [(f.code, f.line) for f in found] == [("example-fails", first.line)]
    assert "the clauses give treaty_in_force 31 March 2001" in found[0].words


def test_a_clause_without_an_example_is_a_fault() -> None:
    treaty = imaginary("lighthouse")
    found = lint(with_treaty(replace(treaty, examples=treaty.examples[:2])))
    assert {f.code for f in found} == {"clause-without-example"}
    assert {f.words.split()[0] for f in found} == {
        "withdrawal",
        "withdrawal.later_date_in_notice",
        "provisional_application",
        "signature",
        "accession",
    }


def test_taking_the_examples_of_any_clause_away_is_a_fault() -> None:
    """Of each packaged treaty: every example stands for a clause, and no clause is without one."""
    ledger = load_ledger()
    for treaty in ledger.treaties.values():
        assert clauses_without_example(treaty) == (), treaty.id
        bare = clauses_without_example(replace(treaty, examples=()))
        assert {clause[0] for clause in bare} >= {"entry_into_force", "withdrawal"}, treaty.id
        for clause in bare:
            others = tuple(
                one
                for one in treaty.examples
                if clause in clauses_without_example(replace(treaty, examples=(one,)))
            )
            assert len(others) < len(treaty.examples), (treaty.id, clause)
            assert clause in clauses_without_example(replace(treaty, examples=others))
        dated = [duty for duty in treaty.duties if duty.due]
        assert duties_without_example(treaty) == (), treaty.id
        assert list(duties_without_example(replace(treaty, examples=()))) == dated


@pytest.mark.parametrize(
    ("treaty", "without", "clause"),
    [
        ("lighthouse", "2006-01-01", "withdrawal.later_date_in_notice"),
        ("covenant", "without_effect", "withdrawal.silent"),
        ("lighthouse", "2001-07-01", "entry_into_force.for_a_later_participant"),
    ],
)
def test_a_rule_within_a_clause_needs_its_own_example(
    treaty: str, without: str, clause: str
) -> None:
    law = imaginary(treaty)
    kept = tuple(e for e in law.examples if without not in (str(e.outcome_day), e.outcome.value))
    assert len(kept) == len(law.examples) - 1
    found = lint(with_treaty(replace(law, examples=kept)))
    assert [f.words.split()[0] for f in found if f.code == "clause-without-example"] == [clause]


def comparing(*clauses: Comparable, source: str = "lighthouse-text") -> Treaty:
    read = TextComparison(clauses, source, date(2026, 11, 28))
    return replace(imaginary("lighthouse"), compared_with_text=(read,))


def test_a_comparison_with_a_text_that_nobody_lists_is_a_fault() -> None:
    found = lint(with_treaty(comparing(Comparable.WITHDRAWAL, source="hearsay")))
    assert [fault.code for fault in found] == ["unknown-source"]


def test_a_clause_that_the_file_lacks_was_compared_with_nothing() -> None:
    treaty = comparing(Comparable.ENDS_WITH, source="hearsay")
    found = lint(with_treaty(treaty))
    assert {fault.code for fault in found} == {"unknown-source", "compared-without-clause"}
    assert not any(clause is Comparable.ENDS_WITH for clause in compared(treaty))


def test_a_milestone_with_an_unknown_source_is_a_fault() -> None:
    treaty = imaginary("lighthouse")
    lost = tuple(replace(milestone, source="hearsay") for milestone in treaty.milestones)
    found = lint(with_treaty(replace(treaty, milestones=lost)))
    assert [fault.code for fault in found] == ["unknown-source"]


def test_a_parent_treaty_that_is_not_in_the_record_is_a_fault() -> None:
    assert [fault.code for fault in faults_of([], "rain-protocol")] == ["unknown-treaty"]


@pytest.mark.parametrize("treaty", ["apmbc", "ccm", "att"])
def test_the_packaged_record_of_the_three_treaties_has_no_fault(treaty: str) -> None:
    ledger = load_ledger()
    names = (f"acts/{treaty}.csv", f"treaties/{treaty}.yaml")
    assert [fault for fault in lint(ledger) if fault.file in names] == []


def with_milestone(kind: MilestoneKind, day: str, why: str = "") -> list[Fault]:
    """The faults of the sound record with one milestone of the lighthouse treaty changed."""
    ledger = told_ledger({"lighthouse": [told_act("lighthouse", line) for line in SOUND]})
    treaty = ledger.treaties["lighthouse"]
    others = tuple(m for m in treaty.milestones if m.kind is not kind)
    milestone = Milestone(kind, PartialDate.parse(day), "mtdsg", why_it_differs=why)
    changed = replace(treaty, milestones=(*others, milestone))
    return [
        f
        for f in lint(replace(ledger, treaties={"lighthouse": changed}))
        if f.code in {"before-opening", "treaty-start-differs"}
    ]


def test_those_who_made_a_treaty_may_sign_it_before_it_is_open_to_others() -> None:
    opened_later = with_milestone(MilestoneKind.OPENED_FOR_SIGNATURE, "2000-04-01")
    assert [fault.code for fault in opened_later] == ["before-opening"]
    assert with_milestone(MilestoneKind.SIGNED, "1999-12-01") == []


def test_a_printed_start_that_differs_is_a_fault_unless_the_file_says_why() -> None:
    silent = with_milestone(MilestoneKind.ENTERED_INTO_FORCE, "2001-05-01")
    assert [fault.code for fault in silent] == ["treaty-start-differs"]
    why = "the depositary counted an instrument that the list no longer shows"
    assert with_milestone(MilestoneKind.ENTERED_INTO_FORCE, "2001-05-01", why) == []
