"""One call for each question, as a user of the library puts it."""

from datetime import date
from pathlib import Path

import pytest

import treatywatch
from treatywatch import ActKind, Report, Standing
from treatywatch.api import act_kind


@pytest.mark.parametrize(
    "name",
    ["withdrawal", "withdrawal-notice", "WITHDRAWAL_NOTICE", " Withdrawal ", "withdrawal notice"],
)
def test_a_notice_of_withdrawal_is_called_in_several_ways(name: str) -> None:
    assert act_kind(name) is ActKind.WITHDRAWAL_NOTICE


@pytest.mark.parametrize("kind", list(ActKind))
def test_every_kind_of_act_is_called_by_its_word(kind: ActKind) -> None:
    assert act_kind(str(kind)) is kind
    assert act_kind(str(kind).upper().replace("-", "_")) is kind


def test_suspension_is_not_withdrawal() -> None:
    assert act_kind("suspension") is ActKind.SUSPENSION_NOTICE


def test_an_act_that_is_none_gets_a_suggestion() -> None:
    with pytest.raises(treatywatch.UnknownName, match="ratification"):
        act_kind("ratificaton")


def test_days_may_be_dates_or_text_and_names_ids_or_names() -> None:
    by_text = treatywatch.status("FIN", "apmbc", on="2025-12-31")
    by_value = treatywatch.status("Finland", "Ottawa Convention", on=date(2025, 12, 31))
    assert by_text == by_value
    assert by_text.spell.standing is Standing.PARTY_UNDER_NOTICE


def test_the_law_is_asked_about_today_by_default() -> None:
    assert treatywatch.status("FIN", "apmbc").on == date.today()
    assert treatywatch.count("apmbc").on == date.today()


def test_what_was_known_on_a_day_can_be_asked() -> None:
    before = treatywatch.status("FIN", "apmbc", on="2026-02-01", as_known_on="2025-07-01")
    assert before.spell.standing is Standing.PARTY
    assert treatywatch.status("FIN", "apmbc", on="2026-02-01").spell.standing is (
        Standing.FORMER_PARTY
    )


def test_a_notice_takes_effect_after_six_months() -> None:
    answer = treatywatch.effect("apmbc", "withdrawal", "2025-07-10", participant="Finland")
    assert answer.when == date(2026, 1, 10)


def test_the_record_is_read_once() -> None:
    assert treatywatch.load() is treatywatch.load()


def test_the_packaged_record_holds_together() -> None:
    assert treatywatch.lint() == ()


def test_a_text_is_a_report_and_a_path_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Finland has left the Ottawa Convention.", encoding="utf-8")
    from_text = treatywatch.open_report("Finland has left the Ottawa Convention.")
    assert treatywatch.open_report(path).text == from_text.text
    assert treatywatch.open_report(path).name == "report.txt"


def test_a_date_that_is_given_goes_before_one_in_the_text() -> None:
    text = "April 4, 2025\n\nFinland has left the Ottawa Convention."
    assert treatywatch.open_report(text).published == "2025-04-04"
    assert treatywatch.open_report(text).published_from == "text"
    given = treatywatch.open_report(text, published="2025-04")
    assert (given.published, given.published_from) == ("2025-04", "option")


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(treatywatch.NotADate, match="2025-02-30"):
        treatywatch.open_report("Finland left.", published="2025-02-30")


def test_a_report_that_is_open_already_is_taken_as_it_is() -> None:
    report = treatywatch.open_report("Finland has left the Ottawa Convention.")
    assert isinstance(report, Report)
    assert treatywatch.open_report(report) is report
    assert treatywatch.open_report(report, published="2025").published == "2025"


def test_a_report_that_counts_from_the_announcement_is_premature() -> None:
    findings = treatywatch.check("Finland has left the Ottawa Convention.", published="2025-04-04")
    assert [finding.verdict for finding in findings] == [treatywatch.Verdict.PREMATURE]
    assert findings[0].basis


def test_claims_are_tied_to_the_characters_that_make_them() -> None:
    text = "On 1 April 2025 Finland announced that it would leave the Ottawa Convention."
    claims = treatywatch.read(text)
    assert claims
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
