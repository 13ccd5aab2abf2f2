"""``--proof`` and ``prove``: answers with their derivation, written, and checked again."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.cli import options, printing
from treatywatch.cli.complaint import EXIT_CODE
from treatywatch.publishing.plain_json import plain

if TYPE_CHECKING:
    from treatywatch.status.proof import Proof

ProofFile = Annotated[
    Path | None,
    typer.Option("--proof", metavar="FILE.json", help="Also write the answer with its proof."),
]


def write_proof(path: Path, proof: "Proof") -> None:
    """Write a proof whole or not at all."""
    from treatywatch.files import write_whole

    write_whole(path, json.dumps(proof, ensure_ascii=False, indent=2) + "\n")


def prove(
    context: typer.Context,
    proof: Annotated[Path, typer.Argument(metavar="FILE", help="A file written with --proof.")],
    *,
    as_json: options.AsJson = False,
) -> None:
    """Check a proof again, step by step, from the record; leaves with 2 where it does not hold."""
    from treatywatch import api
    from treatywatch.status.proving import prove as check

    found = check(_text_of(proof), api.load(context.obj))
    if as_json:
        told = {"holds": found.holds, "answer_stands": found.answer_stands}
        printing.print_json({**told, "checks": plain(found.checks)})
    else:
        for failure in found.failures:
            printing.print_text(f"{failure.place}: {failure.words}")
        outcome = "The proof holds" if found.holds else "The proof does not hold"
        answer = "still gives the same answer" if found.answer_stands else "gives another answer"
        printing.print_text(f"{outcome} ({len(found.checks)} checks); the record {answer}.")
    if not found.holds:
        raise typer.Exit(EXIT_CODE)


def _text_of(path: Path) -> str:
    from treatywatch.errors import UnreadableInput

    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        todo = "Give a file that treatywatch wrote with --proof."
        raise UnreadableInput(path.name, "it is not UTF-8", todo) from error
