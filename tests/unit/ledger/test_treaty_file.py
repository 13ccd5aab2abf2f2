"""A treaty file gives a treaty, or every fault in it with line and what to do."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from treatywatch.law.clauses.examples import failure
from treatywatch.law.clauses.final import (
    Both,
    FinalClauses,
    LaterDeposits,
    Outcome,
    Share,
    Silence,
    Withdrawal,
)
from treatywatch.law.clauses.reckoning import Anchor, EndOfYear, FixedDate, Yearly
from treatywatch.law.treaty import Holds, MilestoneKind, NameStrength, Treaty
from treatywatch.ledger.load import PACKAGED_RECORD
from treatywatch.ledger.treaty_file import read_treaty, read_treaty_text
from treatywatch.ledger.treaty_schema import NamesFile, TreatyFile
from treatywatch.ledger.yaml_lines import read_yaml

TESTS = Path(__file__).resolve().parents[2]
BROKEN = TESTS / "broken" / "treaties"
IMAGINARY = TESTS / "cases" / "status" / "treaties"
PAGE = TESTS.parent / "docs" / "final-clauses.md"
with (TESTS / "broken" / "treaties.csv").open(encoding="utf-8", newline="") as table:
    EXPECTED = list(csv.DictReader(table))
# What shows only when the file is held against the rest of the record: tests/faces holds those.
BETWEEN_FILES = {"dispute-without-act", "unknown-participant", "unknown-source"}
OF_THE_FILE_ALONE = [row for row in EXPECTED if row["code"] not in BETWEEN_FILES]


def test_every_broken_file_is_expected_to_fail() -> None:
    assert sorted(row["file"] for row in EXPECTED) == sorted(p.name for p in BROKEN.iterdir())


@pytest.mark.parametrize("row", OF_THE_FILE_ALONE, ids=lambda row: str(row["file"]))
def test_a_broken_treaty_file_says_where_and_what_to_do(row: dict[str, str]) -> None:
    treaty, faults = read_treaty(BROKEN / row["file"])
    assert treaty is None
    found = [f for f in faults if f.code == row["code"] and f.line == int(row["line"])]
    assert found, faults
    assert row["words"] in found[0].words
    assert found[0].file == f"treaties/{row['file']}"


@pytest.mark.parametrize("path", sorted(IMAGINARY.iterdir()), ids=lambda path: str(path.stem))
def test_an_imaginary_treaty_has_no_fault(path: Path) -> None:
    treaty, faults = read_treaty(path)
    assert faults == ()
    assert treaty is not None
    assert treaty.id == path.stem


def packaged(treaty: str) -> Treaty:
    found, faults = read_treaty(PACKAGED_RECORD / "treaties" / f"{treaty}.yaml")
    assert found is not None, faults
    return found


def test_the_mine_ban_convention_is_what_its_text_says() -> None:
    treaty = packaged("apmbc")
    clause = treaty.final_clauses.withdrawal
    assert isinstance(clause, Withdrawal)
    assert clause.notice_to == ("other-parties", "depositary", "un-security-council")
    assert clause.takes_effect.after is Anchor.RECEIPT_BY_DEPOSITARY
    assert clause.postponed is not None
    assert isinstance(treaty.final_clauses.suspension, Silence)
    opened = treaty.milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
    assert opened is not None
    assert (str(opened.on), opened.place) == ("1997-12-03", "Ottawa")


def test_one_line_of_names_may_stand_for_many_forms() -> None:
    forms = NamesFile(sure=["pact on (land|sea) mines"], likely=["mine (pact|deal)"]).law("en")
    assert [(n.form, n.strength) for n in forms] == [
        ("pact on land mines", NameStrength.SURE),
        ("pact on sea mines", NameStrength.SURE),
        ("mine pact", NameStrength.LIKELY),
        ("mine deal", NameStrength.LIKELY),
    ]


def test_a_form_listed_twice_is_the_surer_one() -> None:
    forms = NamesFile(sure=["mine (pact|ban)"], likely=["mine ban"]).law("en")
    assert {n.form: n.strength for n in forms}["mine ban"] is NameStrength.SURE
    assert len(forms) == 2


def test_names_tell_how_far_they_point_to_the_treaty() -> None:
    names = {(n.form, n.language): n.strength for n in packaged("apmbc").names}
    assert names["Mine Ban Treaty", "en"] is NameStrength.SURE
    assert names["landmine ban", "en"] is NameStrength.LIKELY
    assert names["Ottawa", "en"] is NameStrength.WEAK
    assert names["Ottawa-Konvention", "de"] is NameStrength.SURE


def test_an_example_keeps_the_line_it_stands_on() -> None:
    path = IMAGINARY / "lighthouse.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    treaty, _ = read_treaty(path)
    assert treaty is not None
    for example in treaty.examples:
        assert str(example.day) in lines[example.line - 1]


EVERY_CLAUSE = (Path(__file__).parent / "every.yaml").read_text(encoding="utf-8")


def every_clause() -> Treaty:
    treaty, faults = read_treaty_text(EVERY_CLAUSE, "treaties/every.yaml")
    assert treaty is not None, faults
    return treaty


def test_every_clause_can_be_written() -> None:
    treaty = every_clause()
    clauses: FinalClauses = treaty.final_clauses
    needs = clauses.of_the_treaty.needs
    assert isinstance(needs, Both)
    assert isinstance(needs.conditions[1], Share)
    assert clauses.for_a_later_participant is not None
    assert clauses.for_a_later_participant.deposits is LaterDeposits.FROM_ENTRY_INTO_FORCE_ON
    assert isinstance(clauses.withdrawal, Withdrawal)
    assert isinstance(clauses.withdrawal.takes_effect.rule, Yearly)
    assert clauses.withdrawal.window is not None
    assert treaty.depositaries == ("one", "two")
    assert treaty.coverage.holds is Holds.EXITS_ONLY
    assert treaty.examples[3].outcome is Outcome.WITHOUT_EFFECT


@pytest.mark.parametrize(
    ("written", "kind"),
    [("{end_of_year: 1, after: notice}", EndOfYear), ("{fixed_date: 2014-01-01}", FixedDate)],
)
def test_the_rarer_rule_kinds_can_be_written(written: str, kind: type[object]) -> None:
    old = "{yearly: 30 June, if_received_by: 1 January, after: receipt-by-depositary}"
    treaty, faults = read_treaty_text(EVERY_CLAUSE.replace(old, written), "treaties/every.yaml")
    assert treaty is not None, faults
    assert isinstance(treaty.final_clauses.withdrawal, Withdrawal)
    assert isinstance(treaty.final_clauses.withdrawal.takes_effect.rule, kind)


def test_no_and_on_are_words_and_a_date_is_text() -> None:
    document = read_yaml("a: no\nb: on\nc: 2021-02-30\nd: 3\ne: 1.5\nf: true\ng: ~\n", "x")
    content = {"a": "no", "b": "on", "c": "2021-02-30", "d": 3, "e": 1.5, "f": True, "g": None}
    assert document.content == content
    assert document.line_of(("c",)) == 3
    assert document.line_of(("c", "nothing", 4)) == 3


def keys_of(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    """Every key that the schema knows, by walking its models."""
    seen.add(model)
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in models_in(field.annotation):
            if inner not in seen:
                yield from keys_of(inner, seen)


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from models_in(argument)


def test_every_key_rule_kind_anchor_and_word_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    words = set(re.findall(r"[A-Za-z_-]+", page))
    TreatyFile.model_rebuild()
    keys = set(keys_of(TreatyFile, set()))
    assert {"months", "expires_on", "postponed", "only_within", "in_armed_conflict_on"} <= keys
    assert sorted(keys - words) == []
    closed = [Anchor, LaterDeposits, Outcome, MilestoneKind, Holds]
    for word in (word.value for words_of in closed for word in words_of):
        assert f"`{word}" in page or f": {word}" in page, word


def test_the_treaty_of_the_walk_through_is_one() -> None:
    page = PAGE.with_name("add-a-treaty.md").read_text(encoding="utf-8")
    [written] = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    treaty, faults = read_treaty_text(written, "treaties/lighthouses.yaml")
    assert treaty is not None, faults
    assert treaty.examples
    assert [e for e in treaty.examples if failure(treaty, e) is not None] == []


def test_a_description_has_words_of_which_one_of_each_group_is_needed() -> None:
    first = packaged("ptbt").descriptions[1]
    assert len(first.groups) > 1
    assert {"test", "blast"} <= set(first.groups[0])
    assert first.language == "en"
