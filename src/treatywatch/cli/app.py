"""The commands by name, and what happens when one goes wrong."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from treatywatch import __version__
from treatywatch.cli import (
    accounts,
    comparing,
    deadlines,
    demo,
    export,
    panel,
    proofs,
    questions,
    record,
    reports,
    scores,
    serve,
    suppositions,
)
from treatywatch.cli.complaint import complain
from treatywatch.cli.printing import survive_any_encoding
from treatywatch.errors import TreatywatchError

INTERRUPTED = 130

app = typer.Typer(
    name="treatywatch",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
writers = typer.Typer(help="Who may write on a server.", no_args_is_help=True)
imports = typer.Typer(help="Read a depositary's pages into acts.", no_args_is_help=True)


def _tell_version(asked: bool) -> None:  # noqa: FBT001 - called by typer with the value alone
    if asked:
        typer.echo(f"treatywatch {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    record_folder: Annotated[
        Path | None,
        typer.Option(
            "--record",
            metavar="FOLDER",
            help="Use the record in this folder, not the packaged one.",
        ),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_tell_version, is_eager=True, help="Print the version and leave."
        ),
    ] = False,
) -> None:
    """Who is bound by which treaty, when and why; and what a report gets wrong about it."""
    context.obj = record_folder
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command()(questions.status)
app.command()(questions.timeline)
app.command()(questions.count)
app.command()(questions.effect)
app.command()(deadlines.deadlines)
app.command("what-if")(suppositions.what_if)
app.command("explain-count")(suppositions.explain_count)
app.command()(proofs.prove)
app.command()(reports.check)
app.command()(reports.read)
app.command()(comparing.compare)
app.command()(reports.text)
app.command()(demo.demo)
app.command()(scores.score)
app.command()(panel.panel)
app.command()(export.export)
app.command()(serve.serve)
app.command()(record.treaties)
app.command()(record.participants)
app.command()(record.lint)
imports.command("untc")(record.import_untc)
app.add_typer(imports, name="import")
writers.command("add")(accounts.add)
writers.command("list")(accounts.show)
writers.command("close")(accounts.close)
writers.command("token")(accounts.token)
app.add_typer(writers, name="accounts")


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code: 0, 2 where something was wrong."""
    survive_any_encoding()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(given, prog_name="treatywatch", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has had enough (`| head`); let the interpreter close in peace.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(INTERRUPTED)
    except (TreatywatchError, typer.TyperException, OSError) as error:
        sys.exit(complain(error, as_json="--json" in given))
    sys.exit(code if isinstance(code, int) else 0)
