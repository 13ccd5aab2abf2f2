"""Tables of acts made by hand: nothing guessed, nothing dropped."""

from pathlib import Path

import pytest

from tests.unit.ledger.imports.status_pages import participants
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.ledger.imports.table import TableImport, import_table

HEADER = "participant,iso3,action,date,official_effect_date,source_url,confidence,note"
SOURCES = {"https://example.org/list": "a-list"}


def read(folder: Path, *rows: str, header: str = HEADER) -> TableImport:
    path = folder / "table.csv"
    path.write_text("\n".join((header, *rows)), encoding="utf-8")
    return import_table(path, treaty="widgets", participants=participants(), sources=SOURCES)


def test_a_row_becomes_an_act_with_its_source_and_confidence(tmp_path: Path) -> None:
    [act] = read(
        tmp_path, "Finland,FIN,ratification,2012-01-09,2012-07-01,https://example.org/list,low,seen"
    ).acts
    assert act.id == "widgets:FIN:ratification:2012-01-09"
    assert str(act.effect_printed) == "2012-07-01"
    assert (act.source, act.confidence, act.note) == ("a-list", Confidence.LOW, "seen")


@pytest.mark.parametrize("day", ["2024-06", "2024"])
def test_a_month_or_a_year_stays_what_it_is(tmp_path: Path, day: str) -> None:
    [act] = read(tmp_path, f"Finland,FIN,accession,{day},,https://example.org/list,,").acts
    assert str(act.done_on) == day
    assert act.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("withdrawal", ActKind.WITHDRAWAL_NOTICE),
        ("denunciation", ActKind.WITHDRAWAL_NOTICE),
        ("suspension", ActKind.SUSPENSION_NOTICE),
        ("ratification_withdrawn", ActKind.CONSENT_WITHDRAWN),
        ("signature_withdrawn", ActKind.SIGNATURE_WITHDRAWN),
        ("consent_to_be_bound", ActKind.CONSENT_TO_BE_BOUND),
        ("Provisional-Application", ActKind.PROVISIONAL_APPLICATION),
    ],
)
def test_actions_are_named_as_the_record_names_them(
    tmp_path: Path, action: str, kind: ActKind
) -> None:
    [act] = read(tmp_path, f"Finland,FIN,{action},2024,,https://example.org/list,,").acts
    assert act.kind is kind


def test_a_participant_without_a_code_is_found_by_name(tmp_path: Path) -> None:
    [act] = read(tmp_path, "Czech Republic,,accession,2024,,https://example.org/list,,").acts
    assert act.participant == "CZE"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Finland,FIN,accession,,,https://example.org/list,,", "empty-cell"),
        ("Finland,FIN,accession,2024-13,,https://example.org/list,,", "not-a-date"),
        ("Finland,FIN,handshake,2024,,https://example.org/list,,", "unknown-word"),
        ("Atlantis,,accession,2024,,https://example.org/list,,", "unknown-participant"),
        ("Finland,FIN,accession,2024,,https://example.org/other,,", "unknown-source"),
        ("Finland,FIN,accession,2024,,https://example.org/list,certain,", "unknown-word"),
        ("Finland,FIN", "wrong-number-of-cells"),
    ],
)
def test_a_row_that_cannot_be_read_is_a_fault_and_no_act(
    tmp_path: Path, row: str, code: str
) -> None:
    good = "Norway,NOR,accession,2024,,https://example.org/list,,"
    result = read(tmp_path, row, good)
    assert [fault.code for fault in result.faults] == [code]
    assert result.faults[0].line == 2
    assert [act.participant for act in result.acts] == ["NOR"]


def test_with_several_depositaries_the_earliest_day_is_the_act(tmp_path: Path) -> None:
    header = "participant,action,date,source_url,depositary"
    [act] = read(
        tmp_path,
        "Finland,ratification,1969-02-05,https://example.org/list,Washington",
        "Finland,ratification,1968-03-07,https://example.org/list,London",
        header=header,
    ).acts
    assert str(act.done_on) == "1968-03-07"
    assert act.note == "London 1968-03-07, Washington 1969-02-05"


def test_a_treaty_named_in_the_row_is_kept(tmp_path: Path) -> None:
    header = "treaty,participant,action,date,source_url"
    [act] = read(
        tmp_path, "gadgets,Finland,accession,2024,https://example.org/list", header=header
    ).acts
    assert act.treaty == "gadgets"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("participant,action,date", "missing-column"),
        ("participant,action,date,source_url,colour", "unknown-column"),
        ("", "missing-column"),
    ],
)
def test_a_table_with_other_columns_gives_one_fault(tmp_path: Path, header: str, code: str) -> None:
    result = read(tmp_path, "a,b,c", header=header)
    assert result.acts == ()
    assert [fault.code for fault in result.faults] == [code]


def test_a_table_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    result = import_table(
        tmp_path / "none.csv", treaty="widgets", participants=participants(), sources=SOURCES
    )
    assert [fault.code for fault in result.faults] == ["unreadable-file"]
