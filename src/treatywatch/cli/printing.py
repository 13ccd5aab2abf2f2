"""What goes out: JSON, and text in colour where the terminal wants it."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDTH_WHEN_PIPED = 100
_LONG = 1_000  # rows: laying out more than these takes longer than working them out


def survive_any_encoding() -> None:
    """Let what the encoding of the output cannot say be replaced, rather than end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def terminal(*, errors: bool = False) -> "Console":
    """The console of standard output or of standard error; no colour with NO_COLOR or a pipe."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    width = None if stream.isatty() else WIDTH_WHEN_PIPED
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)


def print_json(value: object) -> None:
    """Print one JSON document, indented for the eye."""
    _write(json.dumps(value, ensure_ascii=not _speaks_unicode(), indent=2))


def print_json_lines(values: Iterable[object], expected: int = 1) -> None:
    """Print one JSON object a line, in the order given, without blanks.

    Where many are ``expected`` a faster writer is used, which takes a moment to load.
    """
    written = _json_line_of_many() if expected > _LONG else _json_line
    for value in values:
        _write(written(value))


def _json_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=not _speaks_unicode(), separators=(",", ":"))


def _json_line_of_many() -> Callable[[object], str]:
    if not _speaks_unicode():
        return _json_line
    from pydantic_core import to_json

    return lambda value: to_json(value).decode()


def print_text(text: str) -> None:
    """Print a line as it is."""
    _write(text)


def print_exactly(text: str) -> None:
    """Print a text character for character, with no line end added."""
    sys.stdout.write(text)


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table with one heading line, as wide as it needs to be."""
    told = [[*row] for row in rows]
    if len(told) > _LONG:
        _print_long_table([[*heads], *told])
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(*heads, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for row in told:
        table.add_row(*(Text(cell) for cell in row))
    terminal().print(table)


def _print_long_table(rows: Sequence[Sequence[str]]) -> None:
    """The same columns without wrapping: thousands of lines are searched, not read."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        _write("   ".join(cells).rstrip())
        if number == 0:
            _write("-" * (sum(widths) + 3 * (len(widths) - 1)))


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").casefold().replace("-", "").startswith("utf")


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")
