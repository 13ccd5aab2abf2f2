"""docs/commands.md says everything the command line offers, and nothing that it does not."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from treatywatch import errors
from treatywatch.cli.app import app
from treatywatch.law.terms import ActKind, Standing


def commands(group: Any = None, before: str = "treatywatch") -> Iterator[tuple[str, Any]]:
    """Every command with its full name, sub-commands of groups included."""
    held: Any = group or typer.main.get_command(app)
    for name, command in held.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


ALL = list(commands())


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "commands.md").read_text(encoding="utf-8")


def section(page: str, command: str) -> str:
    """The part of the page under the heading that names the command."""
    parts = re.split(r"^###? ", page, flags=re.MULTILINE)
    found = [part for part in parts if re.search(rf"`{command}\b", part.splitlines()[0])]
    assert len(found) == 1, f"{command} needs one heading of its own"
    return found[0]


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_a_command_is_described_with_all_its_options(name: str, command: Any, page: str) -> None:
    described = section(page, name)
    options = [option for parameter in command.params for option in parameter.opts]
    missing = [o for o in options if o.startswith("--") and o != "--help" and o not in described]
    assert missing == []
    assert command.help


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_no_option_is_described_that_a_command_lacks(name: str, command: Any, page: str) -> None:
    options = {option for parameter in command.params for option in parameter.opts}
    described = set(re.findall(r"`(--[a-z-]+)", section(page, name)))
    assert described - options - {"--help"} == set()


def test_the_options_before_a_command_are_described(page: str) -> None:
    begin = page.partition("\n## ")[0]
    options = [o for p in typer.main.get_command(app).params for o in p.opts if o.startswith("--")]
    assert [option for option in options if option not in begin] == []


def test_every_kind_of_act_and_standing_is_listed(page: str) -> None:
    words = set(re.findall(r"[a-z]+(?:-[a-z]+)*", page))
    assert {str(kind) for kind in ActKind} - words == set()
    assert {str(standing) for standing in Standing} - words == set()


def test_every_kind_of_error_is_listed(page: str) -> None:
    kinds = [
        name
        for name, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, Exception)
    ]
    assert [kind for kind in kinds if kind not in page] == []
