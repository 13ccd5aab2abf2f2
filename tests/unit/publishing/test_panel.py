"""The panel: one row for each State, year and treaty, and what its columns say."""

import csv
import json
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.status.harbour import harbour_ledger
from tests.unit.status.told import told_act, told_ledger
from treatywatch.errors import UnknownName, UnreadableInput
from treatywatch.law.calendar import PartialDate
from treatywatch.law.participant import Participant, ParticipantKind
from treatywatch.law.state_system import StateSystem, SystemSpell
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger
from treatywatch.publishing.panel import Panel, PanelChoices, StatusAt, panel, rows_of
from treatywatch.publishing.panel_files import TableFormat, write_panel
from treatywatch.publishing.panel_rows import LONG_COLUMNS
from treatywatch.publishing.panel_spells import dyad_columns, spell_columns
from treatywatch.status.answers import CountRule
from treatywatch.status.counting import count

STATES = {
    "AAA": Participant(
        "AAA", ParticipantKind.STATE, "Aland", "Aland", iso_alpha3="AAA", cow=1, gw=1
    ),
    "BBB": Participant("BBB", ParticipantKind.STATE, "Bland", "Bland", cow=2, gw=2),
    "CCC": Participant(
        "CCC", ParticipantKind.STATE, "Cland", "Cland", cow=3, exists_from=PartialDate(2003, 7, 1)
    ),
    "DDD": Participant("DDD", ParticipantKind.ORGANISATION, "The Union", "The Union"),
}
ACTS = [
    "AAA signature 2000-05-01",
    "AAA ratification 2001-03-01",
    "BBB ratification 2001-03-01",
    "DDD accession 2002-01-01",
    "AAA withdrawal-notice 2004-10-15",
    "AAA accession 2006-01-01",
]


def made_up() -> Ledger:
    ledger = harbour_ledger({"acts": ACTS, "conflicts": ['AAA "no" 2001-01-01 2009-12-31']})
    return replace(ledger, participants=STATES)


def made(**chosen: Any) -> Panel:
    return panel(made_up(), PanelChoices(**{"first": 1999, "last": 2007, **chosen}))


def rows(columns: Any) -> list[dict[str, Any]]:
    return [dict(zip(columns, row, strict=True)) for row in rows_of(columns)]


def of(found: Panel, participant: str, year: int) -> dict[str, Any]:
    (row,) = [r for r in rows(found.long) if r["participant"] == participant and r["year"] == year]
    return row


def test_a_state_has_rows_for_the_years_it_existed_in_act_or_no_act() -> None:
    years = Counter(row["participant"] for row in rows(made().long))
    assert years == {"AAA": 9, "BBB": 9, "CCC": 5}


def test_an_organisation_stands_in_a_table_of_its_own() -> None:
    assert {row["participant"] for row in rows(made().long_of_others)} == {"DDD"}


def test_the_year_of_ratification() -> None:
    row = of(made(), "AAA", 2001)
    assert (row["status_jan1"], row["status_dec31"], row["status_any"]) == (
        "signatory",
        "party",
        "party",
    )
    assert (row["signed_date"], row["consent_date"], row["consent_mode"], row["eif_date"]) == (
        "2000-05-01",
        "2001-03-01",
        "ratification",
        "2001-03-01",
    )
    assert (row["party_any"], row["party_days"], row["iea_code"]) == (1, 306, 2)
    assert (row["n_parties_dec31"], row["n_signatories_dec31"]) == (2, 1)


def test_a_row_knows_nothing_of_later_years() -> None:
    row = of(made(), "AAA", 2000)
    assert (row["signed_date"], row["consent_date"], row["eif_date"]) == ("2000-05-01", "", "")
    assert (row["status_dec31"], row["iea_code"], row["party_days"]) == ("signatory", 1, 0)


def test_the_years_of_the_notice_and_of_the_exit() -> None:
    """Received 15 October 2004, effect 15 April 2005: party from 1 January to 14 April."""
    noticed, left = of(made(), "AAA", 2004), of(made(), "AAA", 2005)
    assert (noticed["notice_date"], noticed["exit_date"]) == ("2004-10-15", "2005-04-15")
    assert (noticed["status_dec31"], noticed["party_days"]) == ("party-under-notice", 366)
    assert (left["status_jan1"], left["status_dec31"]) == ("party-under-notice", "former-party")
    assert (left["party_any"], left["party_days"], left["iea_code"]) == (1, 104, 0)


def test_one_that_comes_back_has_its_new_dates_and_no_exit() -> None:
    row = of(made(), "AAA", 2006)
    assert (row["consent_mode"], row["eif_date"]) == ("accession", "2006-01-01")
    assert (row["notice_date"], row["exit_date"], row["status_jan1"]) == ("", "", "party")
    assert row["party_days"] == 365


def test_a_leap_year_has_a_day_more_and_a_day_less_is_no_whole_year() -> None:
    parties = ["AAA ratification 2004-01-02", "BBB ratification 2004-01-02"]
    ledger = replace(harbour_ledger({"acts": parties}), participants=STATES)
    found = panel(ledger, PanelChoices(2003, 2008))
    days = [of(found, "AAA", year)["party_days"] for year in range(2003, 2009)]
    assert days == [0, 365, 365, 365, 365, 366]


def test_what_happens_on_the_last_day_of_a_year_belongs_to_it() -> None:
    parties = ["AAA ratification 2003-12-31", "BBB ratification 2003-12-31"]
    ledger = replace(harbour_ledger({"acts": parties}), participants=STATES)
    row = of(panel(ledger, PanelChoices(2003, 2004)), "AAA", 2003)
    assert (row["status_jan1"], row["status_dec31"]) == ("third-state", "party")
    assert (row["consent_date"], row["eif_date"]) == ("2003-12-31", "2003-12-31")
    assert (row["party_days"], row["n_parties_dec31"]) == (1, 2)


def test_an_expulsion_is_an_exit_in_its_year_and_not_before() -> None:
    """Expelled on 16 March 2004; the Council Convention lets that take effect six months on."""
    acts = [
        told_act("council", told)
        for told in ("AAA ratification 2001-03-01", "AAA expulsion 2004-03-16")
    ]
    ledger = replace(told_ledger({"council": acts}), participants=STATES)
    found = panel(ledger, PanelChoices(2001, 2005))
    exits = [of(found, "AAA", year)["exit_date"] for year in range(2001, 2006)]
    assert exits == ["", "", "", "2004-09-16", "2004-09-16"]


def test_what_cannot_be_said_is_empty_and_never_nought() -> None:
    parties = ["AAA ratification 2001-03-01", "BBB ratification 2001-03-01"]
    noticed = [*parties, "AAA withdrawal-notice 2004-10-15"]
    ledger = replace(harbour_ledger({"acts": noticed}), participants=STATES)
    row = of(panel(ledger, PanelChoices(2004, 2006)), "AAA", 2006)
    assert row["status_any"] == "undetermined"
    assert (row["party_any"], row["iea_code"]) == (None, None)


def test_a_state_without_any_act_has_rows_of_nothing() -> None:
    row = of(made(), "CCC", 2007)
    assert (row["status_any"], row["party_any"], row["iea_code"]) == ("third-state", 0, 0)
    assert row["source_ids"] == ""


def test_what_was_not_known_is_not_in_the_panel() -> None:
    row = of(made(as_known_on=date(2004, 1, 1)), "AAA", 2005)
    assert (row["status_dec31"], row["notice_date"]) == ("party", "")
    assert row["as_known_on"] == "2004-01-01"


def test_the_other_system_has_other_rows() -> None:
    assert "CCC" not in made(system=StateSystem.GW).long["participant"]


def test_the_table_of_systems_decides_before_existence() -> None:
    spell = SystemSpell("AAA", StateSystem.COW, date(2002, 6, 1), date(2004, 2, 1), "made-up")
    ledger = replace(made_up(), systems=(spell,))
    found = panel(ledger, PanelChoices(1999, 2007))
    years = [r["year"] for r in rows(found.long) if r["participant"] == "AAA"]
    assert years == [2002, 2003, 2004]


@pytest.mark.parametrize(
    ("at", "standing"),
    [
        (StatusAt.JAN1, "party-under-notice"),
        (StatusAt.DEC31, "former-party"),
        (StatusAt.ANY, "party-under-notice"),
    ],
)
def test_the_wide_table_follows_the_day_chosen(at: StatusAt, standing: str) -> None:
    wide = rows(made(status_at=at).wide)
    assert len(wide) == 23
    (row,) = [r for r in wide if (r["participant"], r["year"]) == ("AAA", 2005)]
    assert row["harbour"] == standing


def test_wide_and_long_say_the_same() -> None:
    found = panel(load_ledger(), PanelChoices(2023, 2026, ("apmbc", "npt", "att")))
    wide = {(r["participant"], r["year"]): r for r in rows(found.wide)}
    for row in rows(found.long):
        cell = wide[row["participant"], row["year"]][row["treaty_id"]]
        assert cell == row["status_dec31"], row


def test_spells_follow_each_other_and_the_last_is_censored() -> None:
    found = made()
    spells = [r for r in rows(spell_columns(made_up(), found)) if r["participant"] == "AAA"]
    assert [(r["standing"], r["start"], r["stop"], r["censored"]) for r in spells] == [
        ("third-state", "2000-01-01", "2000-05-01", 0),
        ("signatory", "2000-05-01", "2001-03-01", 0),
        ("party", "2001-03-01", "2004-10-15", 0),
        ("party-under-notice", "2004-10-15", "2005-04-15", 0),
        ("former-party", "2005-04-15", "2006-01-01", 0),
        ("party", "2006-01-01", "2008-01-01", 1),
    ]


def test_a_young_state_is_at_risk_from_its_birth() -> None:
    spells = [r for r in rows(spell_columns(made_up(), made())) if r["participant"] == "CCC"]
    assert [(r["start"], r["stop"]) for r in spells] == [("2003-07-01", "2008-01-01")]


@pytest.mark.parametrize(
    ("told", "spells"),
    [
        ("AAA signature 2000-01-01", [("signatory", "2000-01-01", "2008-01-01")]),
        ("AAA signature 2008-01-01", [("third-state", "2000-01-01", "2008-01-01")]),
        (
            "AAA signature 2007-12-31",
            [
                ("third-state", "2000-01-01", "2007-12-31"),
                ("signatory", "2007-12-31", "2008-01-01"),
            ],
        ),
    ],
)
def test_no_spell_is_without_a_day(told: str, spells: list[tuple[str, str, str]]) -> None:
    ledger = replace(harbour_ledger({"acts": [told]}), participants=STATES)
    found = rows(spell_columns(ledger, panel(ledger, PanelChoices(1999, 2007))))
    mine = [r for r in found if r["participant"] == "AAA"]
    assert [(r["standing"], r["start"], r["stop"]) for r in mine] == spells
    assert {r["iso3c"] for r in mine} == {"AAA"}


@pytest.mark.parametrize(("gone", "stops"), [((1999, 12, 31), []), ((2000, 1, 1), ["2000-01-02"])])
def test_a_state_that_is_gone_is_no_longer_at_risk(
    gone: tuple[int, int, int], stops: list[str]
) -> None:
    states = {**STATES, "AAA": replace(STATES["AAA"], exists_until=PartialDate(*gone))}
    ledger = replace(harbour_ledger({"acts": []}), participants=states)
    found = rows(spell_columns(ledger, panel(ledger, PanelChoices(1999, 2007))))
    assert [r["stop"] for r in found if r["participant"] == "AAA"] == stops


def test_pairs_of_states() -> None:
    pairs = {
        (r["participant1"], r["participant2"], r["year"]): r for r in rows(dyad_columns(made()))
    }
    assert pairs["AAA", "BBB", 2003]["n_both_party_dec31"] == 1
    assert pairs["AAA", "BBB", 2005]["n_one_party_dec31"] == 1
    assert pairs["AAA", "BBB", 2005]["n_both_party_dec31"] == 0
    assert ("AAA", "CCC", 2002) not in pairs
    assert ("BBB", "AAA", 2003) not in pairs
    assert ("AAA", "BBB", 2007) in pairs
    assert {row["n_treaties"] for row in pairs.values()} == {1}


def test_the_packaged_panel_has_no_estonia_before_1991() -> None:
    found = panel(load_ledger(), PanelChoices(1985, 1995, ("bwc",)))
    years = [r["year"] for r in rows(found.long) if r["participant"] == "EST"]
    assert years == [1991, 1992, 1993, 1994, 1995]


def test_numbers_of_parties_are_those_of_the_count() -> None:
    ledger = load_ledger()
    found = panel(ledger, PanelChoices(2020, 2025, ("apmbc",)))
    for year in range(2020, 2026):
        report = count(ledger, "apmbc", date(year, 12, 31))
        (number,) = {r["n_parties_dec31"] for r in rows(found.long) if r["year"] == year}
        assert number == report.by(CountRule.IN_FORCE_FOR).number


def test_a_treaty_nobody_knows() -> None:
    with pytest.raises(UnknownName):
        panel(made_up(), PanelChoices(treaties=("treaty of nowhere",)))


def test_the_files_and_their_description_agree(tmp_path: Path) -> None:
    paths = write_panel(made_up(), made(), tmp_path, dyads=True)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["path"]: resource["schema"] for resource in package["resources"]}
    assert {path.name for path in paths} == {*described, "datapackage.json"}
    tables = {path: read(tmp_path / path) for path in described}
    for path, schema in described.items():
        header, lines = tables[path]
        assert header == [field["name"] for field in schema["fields"]], path
        key = [header.index(name) for name in schema["primaryKey"]]
        keys = [tuple(line[i] for i in key) for line in lines]
        assert len(set(keys)) == len(keys), path
        for foreign in schema.get("foreignKeys", ()):
            other, others = tables[foreign["reference"]["resource"] + ".csv"]
            known = {line[other.index(foreign["reference"]["fields"][0])] for line in others}
            assert {line[header.index(foreign["fields"][0])] for line in lines} <= known, path


def read(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as opened:
        header, *lines = csv.reader(opened)
    return header, lines


@pytest.mark.parametrize("name", ["Land, Federated", 'The "Free" Land', "100% Land", "Līga"])
def test_csv_holds_the_cells_of_the_columns_whatever_the_name(tmp_path: Path, name: str) -> None:
    named = {**STATES, "AAA": replace(STATES["AAA"], common_name=name)}
    ledger = replace(made_up(), participants=named)
    found = panel(ledger, PanelChoices(first=1999, last=2007))
    write_panel(ledger, found, tmp_path)
    for file, columns in (
        ("panel_long.csv", found.long),
        ("panel_others.csv", found.long_of_others),
        ("panel_wide.csv", found.wide),
    ):
        header, lines = read(tmp_path / file)
        assert header == list(columns)
        written = [["" if cell is None else str(cell) for cell in row] for row in rows_of(columns)]
        assert lines == written


def test_words_of_a_closed_list_are_declared(tmp_path: Path) -> None:
    write_panel(made_up(), made(), tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    long = next(r for r in package["resources"] if r["name"] == "panel-long")
    declared = {f["name"]: f.get("constraints", {}).get("enum") for f in long["schema"]["fields"]}
    header, lines = read(tmp_path / "panel_long.csv")
    assert tuple(header) == LONG_COLUMNS
    for name in ("status_jan1", "status_dec31", "status_any"):
        assert {line[header.index(name)] for line in lines} <= set(declared[name])


def test_parquet_holds_what_csv_holds(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra [panel] is not installed")
    write_panel(made_up(), made(), tmp_path, (TableFormat.CSV, TableFormat.PARQUET))
    table = parquet.read_table(tmp_path / "panel_long.parquet").to_pydict()
    assert table == made().long
    assert list(tmp_path.glob(".*")) == []


def test_parquet_without_pyarrow_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UnreadableInput, match=r"treatywatch\[panel\]"):
        write_panel(made_up(), made(), tmp_path / "new", (TableFormat.PARQUET,))
    assert not (tmp_path / "new").exists()
