"""What a table of acts is answered, row by row."""

from collections.abc import Iterator

import pytest

from treatywatch.cli.effect_row import Row
from treatywatch.cli.effect_rows import answers
from treatywatch.ledger.load import load_ledger
from treatywatch.publishing.plain_json import Json


def ask(*rows: Row) -> Iterator[dict[str, Json]]:
    return answers(rows, load_ledger())


def row(
    treaty: str, participant: str, act: str, day: str, *, effect: str | None = None, named: str = ""
) -> Row:
    asked = {"treaty": treaty, "participant": participant, "act": act, "date": day}
    further = {} if effect is None else {"effect": effect}
    return Row(asked, named, further, effect)


def test_a_day_of_the_table_is_held_against_the_computed_one() -> None:
    given = ("2025-03-06", "2025-03-07", " 2025-03-06 ", "")
    told = list(ask(*(row("ccm", "LTU", "withdrawal", "2024-09-06", effect=day) for day in given)))
    assert {one["effect"] for one in told} == {"2025-03-06"}
    assert [one["differs"] for one in told] == [False, True, False, None]


def test_a_table_without_days_of_its_own_differs_from_nothing() -> None:
    [told] = ask(row("ccm", "LTU", "withdrawal", "2024-09-06"))
    assert "differs" not in told


def test_a_day_where_there_is_none_differs() -> None:
    [told] = ask(row("att", "USA", "signature", "2013-09-25", effect="2013-09-25"))
    assert told["effect"] is None
    assert told["differs"] is True
    assert "simple signature binds nobody" in str(told["undetermined"])


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (row("no-such-treaty", "FIN", "accession", "2020-01-01"), "no-such-treaty"),
        (row("apmbc", "Atlantis", "accession", "2020-01-01"), "Atlantis"),
        (row("apmbc", "FIN", "shrug", "2020-01-01"), "shrug"),
        (row("apmbc", "FIN", "accession", "2020-02-30"), "2020-02-30"),
        (row("apmbc", "FIN", "accession", ""), "no date"),
        (row("", "", "", ""), "no treaty and no act and no date"),
        (row("apmbc", "FIN", "withdrawal", "03/04/2025"), "2025-04-03 or 2025-03-04"),
        (row("apmbc", "FIN", "withdrawal", "9999-12-31"), "a year between"),
        (row("apmbc", "FIN", "withdrawal", "2025-07-10", named="soon"), "soon"),
        (row("apmbc", "FIN", "withdrawal", "2025-07"), "its day decides"),
    ],
)
def test_a_row_that_cannot_be_understood_says_why_each_time(asked: Row, why: str) -> None:
    good = row("apmbc", "FIN", "withdrawal", "2025-07-10")
    told = list(ask(asked, good, asked))
    assert [one["effect"] for one in told] == [None, "2026-01-10", None]
    assert why in str(told[0]["undetermined"])
    assert told[0] == told[2]


@pytest.mark.parametrize(
    ("act", "day", "effect"),
    [
        ("WITHDRAWAL_NOTICE", "2025-07-10", "2026-01-10"),
        ("denunciation", "2025-07-10", "2026-01-10"),
        ("accession", "2012-01-09", "2012-07-01"),
    ],
)
def test_names_of_acts_in_any_habit(act: str, day: str, effect: str) -> None:
    [told] = ask(row("apmbc", "Finland", act, day))
    assert told["effect"] == effect


def test_the_history_of_the_participant_counts() -> None:
    early = row("att", "GIN", "ratification", "2014-10-21")  # before the entry into force
    again = row("apmbc", "FIN", "accession", "2026-05-04")  # once it is out
    still = row("apmbc", "FRA", "accession", "2026-05-04")  # a party all the time
    assert [told["effect"] for told in ask(early, again, still)] == [
        "2014-12-24",
        "2026-11-01",
        None,
    ]


def test_a_later_day_that_the_notice_names_counts_where_the_treaty_lets_it() -> None:
    later = row("rome", "FRA", "withdrawal", "2027-01-15", named="2028-06-30")
    too_early = row("rome", "FRA", "withdrawal", "2027-01-15", named="2027-02-01")
    no_choice = row("whaling", "", "withdrawal", "2027-01-15", named="2030-01-01")
    assert [told["effect"] for told in ask(later, too_early, no_choice)] == [
        "2028-06-30",
        "2028-01-15",
        "2028-06-30",
    ]


def test_a_month_or_a_year_is_enough_where_every_day_of_it_gives_the_same() -> None:
    of_a_year = row("unesco", "", "withdrawal", "1984")
    of_a_month = row("istanbul", "", "denunciation", "March 2027")
    [year, month] = ask(of_a_year, of_a_month)
    assert year["effect"] == "1985-12-31"
    assert month["effect"] == "2027-07-01"


def test_a_month_within_which_the_day_decides_gives_bounds() -> None:
    [told] = ask(row("rome", "", "withdrawal", "2027-03"))
    assert told["effect"] is None
    assert (told["not_before"], told["not_after"]) == ("2028-03-01", "2028-03-31")
