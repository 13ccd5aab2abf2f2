from datetime import date
from io import StringIO

import pytest
from rich.console import Console, RenderableType

from tests.unit.checking.claims import a_claim, a_report
from tests.unit.publishing.findings import checked, the_ledger
from treatywatch import api
from treatywatch.checking.check import check
from treatywatch.checking.comparing.compare import compare
from treatywatch.checking.exits.exits import exits_table
from treatywatch.publishing.findings_json import finding_object
from treatywatch.publishing.terminal import disagreements_view, exits_view, findings_table


def printed(view: RenderableType, **options: object) -> str:
    out = StringIO()
    Console(file=out, width=120, **options).print(view)  # type: ignore[arg-type]
    return out.getvalue()


def by_report() -> dict[str, object]:
    return {report.name: findings for report, findings in checked()}


def test_a_table_of_findings_tells_verdict_words_and_reason() -> None:
    report, findings = checked()[0]
    shown = printed(findings_table(report, findings, the_ledger()))
    assert "X contradicted" in shown
    assert "> premature" in shown
    assert "133 parties" in shown
    assert "133 is the number of signatories" in shown
    assert "as known on 2025-07-12" in shown


def test_what_is_not_checked_may_be_left_out() -> None:
    report, findings = checked()[0]
    assert "sad day" in printed(findings_table(report, findings, the_ledger()))
    assert "sad day" not in printed(
        findings_table(report, findings, the_ledger(), everything=False)
    )
    assert "no claim" in printed(findings_table(a_report("Nothing.", "2025-04"), (), the_ledger()))


def test_that_a_report_has_no_date_is_told_once_below_its_table() -> None:
    text = "Finland left the Ottawa Convention. Poland left the Ottawa Convention."
    report = api.open_report(text)
    findings = api.check(report, ledger=the_ledger())
    assert len(findings) > 1
    shown = printed(findings_table(report, findings, the_ledger()))
    assert shown.count("The report has no date") == 1
    assert shown.index("The report has no date") > shown.index("Poland left")


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    report, findings = checked()[0]
    assert "\x1b[" in printed(findings_table(report, findings, the_ledger()), force_terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = printed(findings_table(report, findings, the_ledger()), force_terminal=True)
    assert "\x1b[31m" not in plain
    assert "\x1b[1;31m" not in plain


def test_words_of_a_report_are_not_taken_for_markup() -> None:
    text = "[bold]Finland[/bold] left."
    report = a_report(text, "2025-07-12", "[red]name[/red]")
    claim = a_claim(text, {"type": "quote", "quote": text})
    shown = printed(findings_table(report, check(report, [claim], the_ledger()), the_ledger()))
    assert "[bold]Finland[/bold] left." in shown
    assert "[red]name[/red]" in shown


def test_exits_and_disagreements_are_shown() -> None:
    exits = printed(exits_view(exits_table(by_report(), the_ledger()), the_ledger()))  # type: ignore[arg-type]
    assert "Finland" in exits
    assert "notice received on 10 July 2025 [two]" in " ".join(exits.replace("│", " ").split())
    shown = printed(disagreements_view(compare(by_report()), the_ledger()))  # type: ignore[arg-type]
    assert "133" in shown
    assert "166" in shown


def test_an_answer_is_shown_with_what_was_asked() -> None:
    text = "Finland left the Ottawa Convention.\n\nQ: Is Poland out?\nA: Not yet.\n"
    report = api.open_report(text, published="2026-03-01")
    findings = api.check(report, ledger=the_ledger())
    words = printed(findings_table(report, findings, the_ledger())).replace("│", " ").split()
    assert "[Poland is out: Not" in " ".join(words)


def test_the_cell_of_a_table_is_shown_with_its_row_and_what_it_says() -> None:
    text = (
        "The Ottawa Convention\n\nState | Ratified | Notice\n"
        "Latvia | 1 July 2005 | 27 June 2025\nFinland | 9 January 2012 | 10 July 2025\n"
    )
    report = api.open_report(text, published="2025-08-01")
    findings = api.check(report, ledger=the_ledger())
    told = " ".join(printed(findings_table(report, findings, the_ledger())).split())
    assert "27 June 2025 [in a table: Latvia, notified]" in told.replace(" │ │ │ ", " ")


def test_a_long_list_of_reasons_is_cut_and_the_rest_found_in_json() -> None:
    words = "All EU members are parties to the Convention on Cluster Munitions"
    report = a_report(words, "2025-07-01", "members")
    members = the_ledger().groups["eu-members"].members_on(date(2025, 7, 1))
    said = {
        "type": "participation",
        "treaty": "ccm",
        "stage": "party",
        "quote": words,
        "named_group": "EU members",
    }
    claim = a_claim(words, {**said, "participants": members})
    (finding,) = check(report, (claim,), the_ledger())
    shown = printed(findings_table(report, (finding,), the_ledger()))
    assert "Not so of 8 of the 27" in shown
    assert "more reasons" in shown
    assert "Sweden" not in shown
    assert "Sweden" in str(finding_object(finding)["reasons"])
