"""How far long work has come: on standard error, and only where somebody watches."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

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
