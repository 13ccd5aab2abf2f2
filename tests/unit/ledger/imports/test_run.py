"""A whole import: pages to files, all or nothing."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.unit.ledger.imports.status_pages import RETRIEVED, Page, participants, row
from treatywatch.errors import UnreadableInput
from treatywatch.law.act import Act
from treatywatch.ledger.imports.run import run_import
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger

NOTE = (
    "On 10 July 2025, the Government of Finland deposited with the Secretary-General a "
    "notification of withdrawal. The withdrawal will take effect on 10 January 2026."
)
PAGE = Page([row("Finland", "", "[9 Jan 2012 a]", notes=[1])], notes=[NOTE])


def ledger(acts: Mapping[str, tuple[Act, ...]] | None = None) -> Ledger:
    return Ledger(
        treaties={},
        participants=participants(),
        groups={},
        acts=acts or {},
        steps={},
        conflicts=(),
        indicators=(),
        sources={},
    )


def test_a_page_becomes_a_file_that_says_what_the_page_says(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.html(), encoding="utf-8")
    [report] = run_import([page], RETRIEVED, ledger(), tmp_path / "out").pages
    assert report.written == tmp_path / "out" / "XXVI-5.csv"
    assert report.written.read_text(encoding="utf-8").splitlines()[1:] == [
        "FIN,accession,2012-01-09,,,,,,untc-xxvi-5,high,",
        "FIN,withdrawal-notice,2025-07-10,,,2026-01-10,,,untc-xxvi-5,high,",
    ]
    assert [difference.kind for difference in report.differences] == ["new", "new"]


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.html(), encoding="utf-8")
    [report] = run_import([page], RETRIEVED, ledger()).pages
    assert report.written is None
    assert list(tmp_path.iterdir()) == [page]


def test_a_second_import_of_the_same_page_differs_in_nothing(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.html(), encoding="utf-8")
    [first] = run_import([page], RETRIEVED, ledger()).pages
    [second] = run_import([page], RETRIEVED, ledger({"XXVI-5": first.acts})).pages
    assert second.differences == ()


def test_corrections_are_applied_and_their_faults_reported(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.html(), encoding="utf-8")
    (tmp_path / "XXVI-5.csv").write_text(
        "change,participant,act,date,field,value,why,source\n"
        "amend,FIN,accession,2012-01-09,effect_printed,2012-07-01,not on the page,list\n"
        "drop,NOR,accession,2012-01-09,,,printed twice,list\n",
        encoding="utf-8",
    )
    [report] = run_import([page], RETRIEVED, ledger(), corrections=tmp_path).pages
    assert str(report.acts[0].effect_printed) == "2012-07-01"
    assert "correction-caught-up" in [fault.code for fault in report.faults]


def test_one_unreadable_page_stops_all_before_anything_is_written(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(PAGE.html(), encoding="utf-8")
    bad.write_bytes(b"")
    with pytest.raises(UnreadableInput):
        run_import([good, bad], RETRIEVED, ledger(), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_page_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        run_import([tmp_path / "none.html"], RETRIEVED, ledger())


def test_the_mistakes_of_the_small_page_are_all_found_and_nothing_new_is_made_of_them() -> None:
    page = Path(__file__).parents[3] / "fixtures" / "untc" / "cluster-munitions-small.html"
    ledger_as_packaged = load_ledger()
    [report] = run_import([page], RETRIEVED, ledger_as_packaged, corrections=page.parent).pages
    assert report.imported.treaty == "ccm"
    assert sorted(fault.code for fault in report.faults) == [
        "not-a-date",
        "totals-differ",
        "unknown-participant",
    ]
    assert report.imported.participants == ("NOR", "LTU", "NLD", "BLZ", "POL")
    assert "new" not in {difference.kind for difference in report.differences}
