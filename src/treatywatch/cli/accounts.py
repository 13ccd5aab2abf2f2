"""``accounts``: who may write on a server; made here, on the machine, never over the network."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.cli import options, printing

if TYPE_CHECKING:
    from sqlalchemy import Connection

Database = Annotated[
    str | None,
    typer.Option("--database", metavar="URL", help="The workspace, as for treatywatch serve."),
]
Name = Annotated[str, typer.Argument(metavar="NAME")]


def add(
    name: Name,
    *,
    contributor: Annotated[
        bool, typer.Option("--contributor", help="May hand in reports, not decide.")
    ] = False,
    database: Database = None,
) -> None:
    """Make an account; the password is asked for, or read from standard input."""
    from treatywatch.workspace.accounts import Role, add_account

    role = Role.CONTRIBUTOR if contributor else Role.EDITOR
    with _workspace(database) as connection:
        made = add_account(connection, name, _password(), role)
    printing.print_text(f"{made.name} may sign in as {made.role}.")


def show(*, database: Database = None, as_json: options.AsJson = False) -> None:
    """The accounts there are."""
    from treatywatch.workspace.accounts import accounts

    with _workspace(database) as connection:
        known = accounts(connection)
    if as_json:
        printing.print_json([{"name": one.name, "role": str(one.role)} for one in known])
        return
    printing.print_table(("name", "role"), [(one.name, str(one.role)) for one in known])


def close(name: Name, *, database: Database = None) -> None:
    """Close an account, its sessions and its tokens; what it wrote stays."""
    from treatywatch.workspace.accounts import close_account

    with _workspace(database) as connection:
        close_account(connection, name)
    printing.print_text(f"{name} may no longer sign in.")


def token(
    name: Name,
    *,
    purpose: Annotated[str, typer.Option("--for", help="What the token is for.")] = "a program",
    database: Database = None,
) -> None:
    """Make a token by which a program writes in the account's name; it is shown this once."""
    from treatywatch.workspace.accounts import account_named, make_token

    with _workspace(database) as connection:
        made = make_token(connection, account_named(connection, name), purpose)
    printing.print_text(made)


@contextmanager
def _workspace(database: str | None) -> "Iterator[Connection]":
    from treatywatch.cli.serve import need_the_web_extra

    need_the_web_extra()
    from treatywatch.web.settings import from_environment
    from treatywatch.workspace.database import open_engine, writing
    from treatywatch.workspace.migrating import upgrade

    engine = open_engine(database if database is not None else from_environment().database)
    upgrade(engine)
    with writing(engine) as connection:
        yield connection
    engine.dispose()


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    typed: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return typed
