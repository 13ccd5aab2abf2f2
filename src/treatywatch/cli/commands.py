"""The commands by name; the module of each is loaded when the command is asked for.

Whoever asks how Finland stands to a treaty need not wait for the server's commands to be loaded.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import typer
from typer.core import TyperGroup

# The module of this room and the function in it, in the order in which they are told.
_SINGLE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "status": ("questions", "status"),
        "timeline": ("questions", "timeline"),
        "count": ("questions", "count"),
        "effect": ("questions", "effect"),
        "deadlines": ("deadlines", "deadlines"),
        "what-if": ("suppositions", "what_if"),
        "explain-count": ("suppositions", "explain_count"),
        "prove": ("proofs", "prove"),
        "check": ("reports", "check"),
        "read": ("reports", "read"),
        "compare": ("comparing", "compare"),
        "text": ("reports", "text"),
        "demo": ("demo", "demo"),
        "score": ("scores", "score"),
        "panel": ("panel", "panel"),
        "export": ("export", "export"),
        "serve": ("serve", "serve"),
        "treaties": ("record", "treaties"),
        "participants": ("record", "participants"),
        "lint": ("record", "lint"),
    }
)
# What a group of commands is for, its module, and the functions in it by their commands.
_GROUPS: Mapping[str, tuple[str, str, Mapping[str, str]]] = MappingProxyType(
    {
        "import": (
            "Read a depositary's pages into acts.",
            "record",
            {"untc": "import_untc"},
        ),
        "accounts": (
            "Who may write on a server.",
            "accounts",
            {"add": "add", "list": "show", "close": "close", "token": "token"},
        ),
    }
)


class Commands(Mapping[str, Any]):
    """Every command, each made when it is looked at."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = _group(name) if name in _GROUPS else _command(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        yield from _SINGLE
        yield from _GROUPS

    def __len__(self) -> int:
        return len(_SINGLE) + len(_GROUPS)

    def __contains__(self, name: object) -> bool:
        return name in _SINGLE or name in _GROUPS


class Program(TyperGroup):
    """The program: a group that has the commands above."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands: Any = Commands()


def _command(name: str) -> Any:
    made = typer.Typer(add_completion=False)
    made.command(name)(_function(*_SINGLE[name]))
    return typer.main.get_command(made)


def _group(name: str) -> Any:
    help_, module, functions = _GROUPS[name]
    made = typer.Typer(name=name, help=help_, no_args_is_help=True, add_completion=False)
    for command, function in functions.items():
        made.command(command)(_function(module, function))
    return typer.main.get_group(made)


def _function(module: str, name: str) -> Any:
    return getattr(import_module(f"treatywatch.cli.{module}"), name)
