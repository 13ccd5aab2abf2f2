"""The corrections layer: what it may change, and how it reports that a page has caught up."""

from pathlib import Path

import pytest

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.imports.corrections import apply_corrections, read_corrections

HEADER = "change,participant,act,date,field,value,why,source\n"


def act(participant: str, kind: ActKind, day: str) -> Act:
    on = PartialDate.parse(day)
    return Act("widgets", participant, kind, on, on, on, "page")


PAGE = (
    act("FIN", ActKind.ACCESSION, "2012-01-09"),
    act("UKR", ActKind.RATIFICATION, "2005-12-27"),
)


def corrected(folder: Path, *rows: str) -> tuple[tuple[Act, ...], tuple[Fault, ...]]:
    path = folder / "widgets.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    corrections, faults = read_corrections(path)
    assert faults == ()
    return apply_corrections(PAGE, corrections)


def faults_of(folder: Path, row: str) -> tuple[Fault, ...]:
    path = folder / "widgets.csv"
    path.write_text(f"{HEADER}{row}\n", encoding="utf-8")
    return read_corrections(path)[1]


def test_an_effect_date_from_another_source_is_kept_with_that_source(tmp_path: Path) -> None:
    acts, faults = corrected(
        tmp_path, "amend,FIN,accession,2012-01-09,effect_printed,2012-07-01,not on the page,list"
    )
    assert str(acts[0].effect_printed) == "2012-07-01"
    assert acts[0].note == "effect printed: list"
    assert acts[0].source == "page"
    assert faults == ()


def test_an_act_that_the_page_does_not_have_is_added_with_its_reason(tmp_path: Path) -> None:
    acts, faults = corrected(
        tmp_path, "add,UKR,suspension-notice,2025-07-18,,,not on the page,ngo-report"
    )
    assert acts[-1].id == "widgets:UKR:suspension-notice:2025-07-18"
    assert (acts[-1].source, acts[-1].note) == ("ngo-report", "not on the page")
    assert faults == ()


def test_an_added_act_can_be_amended_by_the_next_row(tmp_path: Path) -> None:
    acts, _ = corrected(
        tmp_path,
        "add,UKR,suspension-notice,2025-07-18,,,not on the page,ngo",
        "amend,UKR,suspension-notice,2025-07-18,confidence,low,one source only,ngo",
    )
    assert acts[-1].confidence is Confidence.LOW


def test_an_act_can_be_dropped(tmp_path: Path) -> None:
    acts, faults = corrected(tmp_path, "drop,FIN,accession,2012-01-09,,,printed in error,letter")
    assert [a.participant for a in acts] == ["UKR"]
    assert faults == ()


def test_moving_the_day_of_an_act_moves_the_days_that_follow_it(tmp_path: Path) -> None:
    acts, _ = corrected(
        tmp_path, "amend,FIN,accession,2012-01-09,done_on,2012-01-10,misprint,gazette"
    )
    assert {str(acts[0].done_on), str(acts[0].received_on), str(acts[0].learned_on)} == {
        "2012-01-10"
    }
    assert acts[0].note == "done on: gazette"


@pytest.mark.parametrize(
    "row",
    [
        "add,FIN,accession,2012-01-09,,,was missing,letter",
        "drop,FIN,accession,2011-01-09,,,printed twice,letter",
        "amend,FIN,accession,2012-01-09,confidence,high,confirmed,letter",
        "amend,FIN,accession,2011-01-09,done_on,2012-01-09,misprint,letter",
    ],
)
def test_a_correction_that_changes_nothing_says_that_the_page_has_caught_up(
    tmp_path: Path, row: str
) -> None:
    acts, [fault] = corrected(tmp_path, row)
    assert acts == PAGE
    assert fault.code == "correction-caught-up"
    assert (fault.file, fault.line) == ("corrections/widgets.csv", 2)
    assert "can be deleted" in fault.words


def test_amending_an_act_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    acts, [fault] = corrected(
        tmp_path, "amend,FIN,ratification,2012-01-09,effect_printed,2012-07-01,why,list"
    )
    assert acts == PAGE
    assert fault.code == "correction-without-act"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("replace,FIN,accession,2012-01-09,,,why,list", "unknown-word"),
        ("amend,FIN,accession,2012-01-09,colour,red,why,list", "unknown-word"),
        ("amend,FIN,accession,2012-01-09,effect_printed,2012-02-30,why,list", "wrong-value"),
        ("amend,FIN,accession,2012-01-09,confidence,certain,why,list", "wrong-value"),
        ("add,FIN,accession,,,,why,list", "empty-cell"),
        ("add,FIN,accession,2012-01-09,,,,list", "empty-cell"),
        ("add,FIN,accession,2012-01-09,,,why,", "empty-cell"),
        ("add,FIN,handshake,2012-01-09,,,why,list", "unknown-word"),
    ],
)
def test_a_row_that_cannot_be_a_correction_is_a_fault(tmp_path: Path, row: str, code: str) -> None:
    assert [fault.code for fault in faults_of(tmp_path, row)] == [code]


def test_no_file_means_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "none.csv") == ((), ())
