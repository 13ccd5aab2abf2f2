"""Tables of acts with a column for each kind, and headings that nobody has listed."""

from pathlib import Path

import pytest

from treatywatch.cli.effect_table import read_table
from treatywatch.errors import UnreadableInput


def asked(tmp_path: Path, text: str, treaty: str | None = None) -> list[tuple[str, ...]]:
    """What the rows ask: treaty, participant, act, date."""
    path = tmp_path / "acts.csv"
    path.write_text(text, encoding="utf-8")
    return [tuple(row.asked.values()) for row in read_table(path, treaty)]


def test_each_day_in_a_column_of_acts_is_an_act(tmp_path: Path) -> None:
    text = "Treaty,State,Signed,Ratified\nOttawa,Norway,3 Dec 1997,9 Jul 1998\nOttawa,Finland,,\n"
    assert asked(tmp_path, text) == [
        ("Ottawa", "Norway", "signature", "3 Dec 1997"),
        ("Ottawa", "Norway", "ratification", "9 Jul 1998"),
    ]


def test_a_letter_behind_a_day_tells_the_kind(tmp_path: Path) -> None:
    text = (
        "Participant\tRatification, Acceptance(A), Accession(a)\n"
        "Andorra\t9 Apr 2013 a\nDenmark\t12 Feb 2010 (A)\nNorway\t3 Dec 2008\nPoland\t-\n"
    )
    assert asked(tmp_path, text, "ccm") == [
        ("ccm", "Andorra", "accession", "9 Apr 2013"),
        ("ccm", "Denmark", "acceptance", "12 Feb 2010"),
        ("ccm", "Norway", "ratification", "3 Dec 2008"),
    ]


def test_the_day_of_effect_is_that_of_the_consent(tmp_path: Path) -> None:
    path = tmp_path / "acts.csv"
    heads, row = "treaty,state,signature,ratification,In force since", "ccm,Norway,2008,2009,2010"
    path.write_text(f"{heads}\n{row}\n")
    assert [row.printed for row in read_table(path)] == [None, "2010"]


@pytest.mark.parametrize(
    "heads",
    [
        "Country;Agreement;Type;Deposited on;Effective",
        "Land;Vertrag;Rechtsakt;Hinterlegt am;Wirksam",
        "Member State;Treaty;Event;Date received (UN);Date of entry into force",
    ],
)
def test_a_heading_may_hold_the_name_among_other_words(heads: str, tmp_path: Path) -> None:
    row = "Poland;apmbc;withdrawal;20.08.2025;20.02.2026"
    assert asked(tmp_path, f"{heads}\n{row}\n") == [("apmbc", "Poland", "withdrawal", "20.08.2025")]


def test_commas_in_a_heading_part_no_columns_of_a_table_with_tabs(tmp_path: Path) -> None:
    text = (
        "Participant\tSignature\tRatification, Acceptance, Approval\nPeru\t1998-12-07\t2001-11-10\n"
    )
    assert [act for _, _, act, _ in asked(tmp_path, text, "rome")] == ["signature", "ratification"]


def test_a_table_of_one_treaty_asks_for_its_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"of which treaty.*effect TREATY --from"):
        asked(tmp_path, "State,Signature\nPeru,1998-12-07\n")


def test_a_treaty_that_is_given_does_for_a_table_with_a_column_for_acts(tmp_path: Path) -> None:
    text = "state,act,date\nPeru,ratification,2001-11-10\nCuba\n"
    assert asked(tmp_path, text, "rome") == [
        ("rome", "Peru", "ratification", "2001-11-10"),
        ("rome", "Cuba", "", ""),
    ]
