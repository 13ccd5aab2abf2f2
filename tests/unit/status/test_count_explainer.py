"""Runs the problems in tests/cases/asking/numbers.yaml; counts the packaged record in one sweep."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.unit.status.harbour import cases, harbour_ledger
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule
from treatywatch.status.count_explainer import CountSaying, explain_count, span_words
from treatywatch.status.count_history import RightSpan, Universe, count_history
from treatywatch.status.counting import count


def written(span: RightSpan) -> str:
    if span.since is None and span.last is None:
        return "at all times"
    return f"{span.since} to {span.last}" if span.last else f"{span.since} on"


@pytest.mark.parametrize("case", cases("numbers.yaml"), ids=lambda case: str(case["case"]))
def test_a_number(case: Mapping[str, Any]) -> None:
    asked = case["asked"]
    saying = CountSaying(asked["saying"])
    ledger = harbour_ledger(case)
    found = explain_count(ledger, "harbour", asked["number"], asked["on"], saying=saying)
    everyone = [way for way in found.ways if way.universe is Universe.EVERYONE]
    right = {way.rule for way in found.right if way in everyone}
    assert right == set(case["right_by"])
    if "mistaken_for" in case:
        mistaken = {way.rule for way in found.mistaken_for if way in everyone}
        assert set(case["mistaken_for"]) <= mistaken
    for rule, spans in case.get("spans", {}).items():
        (way,) = [way for way in everyone if way.rule == rule]
        assert [written(span) for span in way.right] == spans
    if "says" in case:
        assert case["says"] in found.sentences


def test_one_sweep_counts_as_each_day_is_counted(packaged: Ledger) -> None:
    days = [date(1969, 12, 31), date(1999, 3, 1), date(2010, 8, 1), date(2025, 3, 18)]
    for treaty in packaged.treaties:
        history = count_history(packaged, treaty)
        for day in days:
            report = count(packaged, treaty, day)
            for rule in CountRule:
                assert history.number(rule, day) == report.by(rule).number, (treaty, day, rule)


def test_164_parties_to_ottawa_was_right_for_years(packaged: Ledger) -> None:
    """Palestine was the 164th to deposit (29 December 2017), the Marshall Islands the next."""
    history = count_history(packaged, "apmbc")
    (span,) = history.right_spans(164, 164, CountRule.CONSENT_EXPRESSED)[:1]
    assert span == RightSpan(date(2017, 12, 29), date(2025, 3, 11))


def test_133_was_the_number_of_signatories_to_ottawa(packaged: Ledger) -> None:
    found = explain_count(packaged, "apmbc", 133, date(2025, 3, 18), saying=CountSaying.PARTY)
    assert found.right == ()
    assert CountRule.SIGNATORIES in {way.rule for way in found.mistaken_for}


def test_members_of_the_united_nations_are_counted_apart(packaged: Ledger) -> None:
    """Parties to Ottawa that are no members: Cook Islands, Holy See, Niue and Palestine."""
    history = count_history(packaged, "apmbc")
    day = date(2025, 3, 18)
    everyone = history.number(CountRule.CONSENT_EXPRESSED, day)
    members = history.number(CountRule.CONSENT_EXPRESSED, day, Universe.UN_MEMBERS)
    assert everyone - members == 4


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (RightSpan(None, None), "always"),
        (RightSpan(None, date(2001, 2, 28)), "until 28 February 2001"),
        (RightSpan(date(2001, 3, 1), None), "since 1 March 2001"),
        (RightSpan(date(2001, 3, 1), date(2001, 3, 1)), "on 1 March 2001"),
        (RightSpan(date(2001, 3, 1), date(2001, 3, 2)), "from 1 March 2001 to 2 March 2001"),
    ],
)
def test_a_span_in_words(span: RightSpan, words: str) -> None:
    assert span_words(span) == words


def test_a_record_of_exits_cannot_say_whether_a_number_of_members_is_right(
    packaged: Ledger,
) -> None:
    [told] = explain_count(packaged, "cites", 185, date(2025, 6, 1)).sentences
    assert "cannot be said" in told

    left = explain_count(packaged, "unesco", 2, date(2020, 1, 1), saying=CountSaying.LEFT)
    assert left.sentences[0].startswith("2 was right on 1 January 2020")


def test_what_is_counted_is_told_whole(packaged: Ledger) -> None:
    found = explain_count(packaged, "ccm", 108, date(2025, 1, 1), saying=CountSaying.SIGNED)
    assert found.right[0].words == "108 stand on the depositary's list as having signed"


def test_a_number_that_was_not_right_is_held_against_the_nearest(packaged: Ledger) -> None:
    found = explain_count(packaged, "apmbc", 164, date(2025, 12, 31))
    assert found.sentences[0].startswith("164 was not right on 31 December 2025: 163 have")
