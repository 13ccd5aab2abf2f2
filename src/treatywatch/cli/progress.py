"""How far long work has come: on standard error, and only where somebody watches."""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from treatywatch.kept import are_being_made

_PATIENCE = 1.0  # seconds without a word
_ONCE = "Making the record and the words ready: some ten seconds, and this once."

Piece = TypeVar("Piece")


def watched(pieces: Sequence[Piece], doing: str, named: Callable[[Piece], str]) -> Iterator[Piece]:
    """The pieces one by one, with a bar that names the one in hand; silent in a pipe."""
    if not sys.stderr.isatty():
        yield from pieces
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from treatywatch.cli.printing import terminal

    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[at]}"),
    )
    with Progress(*columns, console=terminal(errors=True), transient=True) as bar:
        task = bar.add_task(doing, total=len(pieces), at="")
        for piece in pieces:
            bar.update(task, at=named(piece))
            yield piece
            bar.advance(task)


def tell_of_a_first_start() -> None:
    """Say why nothing happens yet, where it takes long because nothing is kept so far."""
    if not sys.stderr.isatty():
        return
    waiting = threading.Timer(_PATIENCE, _tell_if_made)
    waiting.daemon = True
    waiting.start()


def _tell_if_made() -> None:
    if are_being_made():
        sys.stderr.write(f"{_ONCE}\n")
