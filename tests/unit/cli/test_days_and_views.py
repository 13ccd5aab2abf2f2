"""Every command that answers a question of law has both days and the view, and says them."""

import json
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from treatywatch.cli.app import app

# On the command line, what is asked, and whether it is about one day.
ASKED = {
    "status": ("UKR apmbc", True),
    "timeline": ("UKR apmbc", False),
    "count": ("apmbc", True),
    "effect": ("apmbc withdrawal 2025-07-10 --for FIN", False),
    "deadlines": ("--participant TON --treaty apmbc", True),
    "what-if": ("--act UKR:apmbc:withdrawal:2026-06-01", True),
    "explain-count": ("apmbc 165", True),
}
TABLES = {"panel"}  # as known on a day, about a span of years, in the depositary's view
OF_REPORTS = {"check", "read", "compare", "text", "demo", "score"}  # the day is the report's
OF_THE_RECORD = {"treaties", "participants", "lint", "import", "prove", "export"}
THE_SERVER = {"serve", "accounts"}
COMMANDS: Any = typer.main.get_command(app)


def options_of(command: str) -> set[str]:
    return {option for parameter in COMMANDS.commands[command].params for option in parameter.opts}


def test_every_command_is_of_one_kind() -> None:
    assert {*ASKED, *TABLES, *OF_REPORTS, *OF_THE_RECORD, *THE_SERVER} == set(COMMANDS.commands)


@pytest.mark.parametrize("command", ASKED)
def test_a_question_of_law_can_be_asked_on_both_axes_and_in_any_view(command: str) -> None:
    on = {"--on"} if ASKED[command][1] else set()
    assert {"--as-known-on", "--view", *on} <= options_of(command)


@pytest.mark.parametrize("command", TABLES)
def test_a_table_can_be_made_as_known_on_a_day(command: str) -> None:
    assert "--as-known-on" in options_of(command)


@pytest.mark.parametrize("command", ASKED)
def test_its_answer_names_the_days_and_the_view(command: str) -> None:
    asked, about_one_day = ASKED[command]
    words = [command, *asked.split(), "--as-known-on", "2025-09-01", "--json"]
    words += ["--on", "2025-12-31"] if about_one_day else []
    told = CliRunner().invoke(app, words)
    assert told.exit_code == 0, told.output
    lines = told.output.splitlines() if command == "deadlines" else [told.output]
    for answer in map(json.loads, lines):
        assert answer["as_known_on"] == "2025-09-01"
        assert answer["view"]
        if about_one_day:
            assert answer["on"] == "2025-12-31"


@pytest.mark.parametrize("command", ASKED)
def test_a_view_that_nobody_holds_is_refused(command: str) -> None:
    told = CliRunner().invoke(app, [command, *ASKED[command][0].split(), "--view", "Atlantis"])
    assert told.exit_code != 0
    assert "Atlantis" in str(told.exception)


def test_an_act_learned_later_changes_no_earlier_effect(tmp_path: Any) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("treaty,participant,act,date\napmbc,FIN,withdrawal,2025-07-10\n", "utf-8")
    words = ["effect", "--from", str(rows), "--as-known-on", "2025-07-01", "--json"]
    answer = json.loads(CliRunner().invoke(app, words).output)
    assert (answer["as_known_on"], answer["effect"]) == ("2025-07-01", "2026-01-10")
