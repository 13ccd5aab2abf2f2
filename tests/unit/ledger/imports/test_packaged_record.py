"""The packaged acts are what the depositary's pages and the corrections give, byte for byte.

The pages themselves do not belong to the project; these tests run where a folder ``shared`` with
them stands beside the checkout.
"""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from treatywatch.law.terms import ActKind
from treatywatch.ledger.imports.corrections import read_corrections
from treatywatch.ledger.imports.run import ImportReport, run_import
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import PACKAGED_RECORD, load_ledger

SHARED = Path(__file__).resolve().parents[5] / "shared"
PAGES = SHARED / "untc-pages"
RAW = SHARED / "record"
RETRIEVED = date(2026, 2, 3)
THREE = {"apmbc": "ottawa", "ccm": "ccm", "att": "att"}
# How the raw tables name what the record calls otherwise.
RAW_KINDS = {"withdrawal": "withdrawal-notice", "suspension": "suspension-notice"}

with_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="no ../shared/untc-pages")
with_raw = pytest.mark.skipif(not RAW.is_dir(), reason="no ../shared/record")


@cache
def packaged() -> Ledger:
    return load_ledger()


def imported(*names: str, out: Path | None = None) -> ImportReport:
    pages = [PAGES / f"{name}.html" for name in names]
    return run_import(pages, RETRIEVED, packaged(), out)


@with_pages
@pytest.mark.parametrize("treaty", THREE)
def test_the_packaged_acts_are_reproduced_byte_for_byte(treaty: str, tmp_path: Path) -> None:
    [report] = imported(THREE[treaty], out=tmp_path).pages
    assert report.written is not None
    kept = PACKAGED_RECORD / "acts" / f"{treaty}.csv"
    assert report.written.read_bytes() == kept.read_bytes()
    assert report.differences == ()


@with_pages
def test_every_page_of_a_treaty_in_the_record_gives_its_packaged_acts(tmp_path: Path) -> None:
    names = sorted(page.stem for page in PAGES.glob("*.html"))
    reports = [
        r for r in imported(*names, out=tmp_path).pages if r.imported.treaty in packaged().treaties
    ]
    assert {report.imported.treaty for report in reports} >= set(THREE)
    for report in reports:
        assert report.written is not None
        kept = PACKAGED_RECORD / "acts" / report.written.name
        assert report.written.read_bytes() == kept.read_bytes()


@with_pages
@pytest.mark.parametrize(("treaty", "rows"), [("apmbc", 166), ("ccm", 125), ("att", 142)])
def test_no_participant_is_lost(treaty: str, rows: int) -> None:
    [report] = imported(THREE[treaty]).pages
    assert len(report.imported.participants) == rows


@with_pages
def test_every_page_is_read_whole_and_agrees_with_its_own_totals() -> None:
    names = sorted(page.stem for page in PAGES.glob("*.html"))
    known = {"statement-without-date", "second-table", "unknown-treaty"}
    for report in imported(*names).pages:
        assert [fault for fault in report.faults if fault.code not in known] == []


def packaged_rows(treaty: str) -> list[dict[str, str]]:
    path = PACKAGED_RECORD / "acts" / f"{treaty}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def raw_rows(treaty: str) -> list[dict[str, str]]:
    with (RAW / f"{treaty}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def raw_key(raw: dict[str, str]) -> tuple[str, str, str]:
    kind = RAW_KINDS.get(raw["action"], raw["action"].replace("_", "-"))
    return raw["iso3"], kind, raw["date"]


@with_raw
@pytest.mark.parametrize("treaty", THREE)
def test_every_act_of_the_raw_table_is_in_the_record(treaty: str) -> None:
    packaged = {(r["participant"], r["act"], r["done_on"]) for r in packaged_rows(treaty)}
    assert {raw_key(raw) for raw in raw_rows(treaty)} - packaged == set()


@with_raw
@with_pages
@pytest.mark.parametrize("treaty", THREE)
def test_what_the_raw_table_lacks_is_on_the_page_or_added_with_a_reason(treaty: str) -> None:
    raw = {raw_key(row) for row in raw_rows(treaty)}
    page = {
        (a.participant, a.kind, str(a.done_on))
        for a in imported(THREE[treaty]).pages[0].imported.acts
    }
    corrections, _ = read_corrections(PACKAGED_RECORD / "corrections" / f"{treaty}.csv")
    added = {(c.participant, c.kind, str(c.day)) for c in corrections if c.change == "add"}
    further = {
        (r["participant"], r["act"], r["done_on"])
        for r in packaged_rows(treaty)
        if r["act"] != ActKind.TERRITORIAL_APPLICATION  # the raw tables leave territories out
    } - raw
    assert further <= page | added


@with_raw
def test_every_effect_date_of_the_raw_tables_is_carried() -> None:
    printed = 0
    for treaty in THREE:
        packaged = {
            (r["participant"], r["act"], r["done_on"]): r["effect_printed"]
            for r in packaged_rows(treaty)
        }
        for raw in raw_rows(treaty):
            if raw["official_effect_date"]:
                assert packaged[raw_key(raw)] == raw["official_effect_date"]
                printed += 1
    assert printed >= 137


@pytest.mark.parametrize("treaty", THREE)
def test_every_act_not_from_the_page_says_why(treaty: str) -> None:
    for row in packaged_rows(treaty):
        if not row["source"].startswith("untc-"):
            assert len(row["note"]) > 20
