"""The program on the command line, and what happens when a command goes wrong."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from treatywatch import __version__
from treatywatch.cli.commands import Program
from treatywatch.cli.complaint import complain
from treatywatch.cli.printing import survive_any_encoding
from treatywatch.cli.progress import tell_of_a_first_start
from treatywatch.errors import TreatywatchError

INTERRUPTED = 130

app = typer.Typer(
    name="treatywatch",
    cls=Program,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code: 0, 2 where something was wrong."""
    survive_any_encoding()
    tell_of_a_first_start()
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
