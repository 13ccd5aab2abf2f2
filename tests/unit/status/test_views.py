"""Whose view: how the depositary, a State itself and others see standings, counts and effects."""

from datetime import date

import pytest

from treatywatch import api
from treatywatch.errors import UnknownName
from treatywatch.law.terms import Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule
from treatywatch.status.count_explainer import CountSaying, explain_count

KOREA_2005 = {"on": date(2005, 1, 1)}


@pytest.mark.parametrize(
    ("view", "standing", "since"),
    [
        (None, Standing.UNDETERMINED, date(2003, 1, 11)),
        ("depositary", Standing.UNDETERMINED, date(2003, 1, 11)),
        ("own", Standing.FORMER_PARTY, date(2003, 1, 11)),
        ("North Korea", Standing.FORMER_PARTY, date(2003, 1, 11)),
        ("fresh-notice", Standing.FORMER_PARTY, date(2003, 4, 10)),
        ("Japan", Standing.PARTY, date(1993, 6, 11)),
        ("jpn", Standing.PARTY, date(1993, 6, 11)),
    ],
)
def test_north_korea_and_the_npt(
    packaged: Ledger, view: str | None, standing: Standing, since: date
) -> None:
    answer = api.status("PRK", "npt", view=view, ledger=packaged, on="2005-01-01")
    line = api.timeline("PRK", "npt", view=view, ledger=packaged)
    assert (answer.spell.standing, line.standing_since(date(2005, 1, 1))) == (standing, since)


@pytest.mark.parametrize(
    ("on", "view", "standing"),
    [
        ("2020-12-31", None, Standing.PARTY_UNDER_NOTICE),
        ("2022-01-01", None, Standing.PARTY),  # the notice of 2020 was taken back
        ("2026-01-21", None, Standing.PARTY_UNDER_NOTICE),
        ("2026-01-22", None, Standing.FORMER_PARTY),
        ("2026-01-22", "own", Standing.FORMER_PARTY),
        ("2026-01-22", "organisation", Standing.UNDETERMINED),
    ],
)
def test_a_right_to_leave_that_was_reserved_where_the_treaty_is_silent(
    packaged: Ledger, on: str, view: str | None, standing: Standing
) -> None:
    answer = api.status("USA", "who", view=view, ledger=packaged, on=on)
    assert answer.spell.standing is standing


def test_a_notice_without_such_a_right_stays_without_effect(packaged: Ledger) -> None:
    answer = api.status("ARG", "who", ledger=packaged, on="2026-11-01")
    assert answer.spell.standing is Standing.PARTY


def test_who_differs_in_two_disputes_is_told_once(packaged: Ledger) -> None:
    answer = api.status("USA", "who", ledger=packaged, on="2026-03-01")
    assert [other.view for other in answer.views_differ] == ["organisation"]


def test_an_answer_lists_every_view_that_differs_with_its_source(packaged: Ledger) -> None:
    answer = api.status("PRK", "npt", ledger=packaged, on="2005-01-01")
    assert answer.view == "the depositaries"
    assert {other.view: other.spell.standing for other in answer.views_differ} == {
        "united-nations": Standing.PARTY,
        "own": Standing.FORMER_PARTY,
        "fresh-notice": Standing.FORMER_PARTY,
        "JPN": Standing.PARTY,
    }
    assert all(other.source in packaged.sources for other in answer.views_differ)


def test_before_the_dispute_no_views_differ(packaged: Ledger) -> None:
    answer = api.status("PRK", "npt", ledger=packaged, on="2002-01-01")
    assert (answer.view, answer.views_differ) == ("the depositary", ())


def test_a_dispute_is_known_no_earlier_than_its_act(packaged: Ledger) -> None:
    answer = api.status(
        "UKR", "apmbc", ledger=packaged, on="2025-12-31", as_known_on="2025-07-01", view="own"
    )
    assert (answer.spell.suspended_since, answer.views_differ) == (None, ())


def test_a_suspension_ends_no_standing_in_anybodys_view(packaged: Ledger) -> None:
    own = api.status("UKR", "apmbc", ledger=packaged, on="2026-01-20", view="own")
    assert (own.spell.standing, own.spell.suspended_since) == (Standing.PARTY, date(2025, 7, 18))
    norway = api.status("UKR", "apmbc", ledger=packaged, on="2026-01-20", view="Norway")
    assert (norway.spell.standing, norway.spell.suspended_since) == (Standing.PARTY, None)
    assert [other.view for other in norway.views_differ] == ["own"]


def test_a_state_that_does_not_accept_an_accession_counts_one_party_less(packaged: Ledger) -> None:
    report = api.count("ccm", ledger=packaged, on="2025-06-01")
    canada = api.count("ccm", ledger=packaged, on="2025-06-01", view="CAN")
    rule = CountRule.IN_FORCE_FOR
    assert canada.by(rule).number == report.by(rule).number - 1
    assert set(report.by(rule).participants) - set(canada.by(rule).participants) == {"PSE"}
    [other] = report.views_differ
    assert (other.view, other.by(rule)) == ("CAN", canada.by(rule).number)


def test_an_explained_number_is_given_under_each_view(packaged: Ledger) -> None:
    found = explain_count(packaged, "npt", 191, date(2018, 1, 1), saying=CountSaying.PARTY)
    told = " ".join(found.sentences)
    assert "191 by the depositary, 190 by the Democratic People's Republic of Korea" in told


@pytest.mark.parametrize("treaty", ["npt", "apmbc", "ccm", "cwc", "ctbt", "newstart", "cfe"])
def test_what_differs_is_what_the_other_view_answers(packaged: Ledger, treaty: str) -> None:
    """The numbers told beside a count are those that asking for the view gives."""
    report = api.count(treaty, ledger=packaged, on="2025-12-31")
    for other in report.views_differ:
        asked = api.count(treaty, ledger=packaged, on="2025-12-31", view=other.view)
        for rule in CountRule:
            told = other.by(rule)
            assert asked.by(rule).number == (report.by(rule).number if told is None else told)


def test_the_effect_of_a_disputed_act_depends_on_the_view(packaged: Ledger) -> None:
    def asked(view: str | None) -> object:
        return api.effect(
            "npt", "withdrawal", "2003-01-10", participant="PRK", view=view, ledger=packaged
        ).when

    assert asked("own") == date(2003, 1, 11)
    assert asked("fresh-notice") == date(2003, 4, 10)
    assert not isinstance(asked(None), date)
    assert not isinstance(asked("JPN"), date)


def test_a_view_that_nobody_holds_is_refused_with_those_there_are(packaged: Ledger) -> None:
    with pytest.raises(UnknownName) as refused:
        api.status("UKR", "apmbc", view="Finland", ledger=packaged)
    assert refused.value.kind == "view"
    assert {"depositary", "own", "UKR", "NOR"} <= {*refused.value.suggestions}
