"""The answers of the status room in words, laid out for the terminal."""

from collections.abc import Iterable, Mapping, Sequence

from treatywatch.cli import printing
from treatywatch.publishing.plain_json import Json
from treatywatch.status.explain import Line


def tell(lines: Sequence[Line]) -> None:
    """The headline, then below it each line in columns: when, what, and the article."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    for style in (None, "cyan", None, "dim"):
        grid.add_column(style=style, no_wrap=style is not None)
    for line in lines[1:]:
        grid.add_row("", Text(line.when), Text(line.words), Text(line.article))
    screen = printing.terminal()
    screen.print(Text(lines[0].words, style="bold"), soft_wrap=True)
    if lines[1:]:
        screen.print(grid)


def tell_effect_rows(answered: Iterable[Mapping[str, Json]]) -> None:
    """A table of the rows with the day of each, or what keeps it open."""
    heads = ("treaty", "participant", "act", "date", "effect")
    printing.print_table(heads, [_cells(row) for row in answered])


def _cells(row: Mapping[str, Json]) -> list[str]:
    outcome = row["effect"] or f"undetermined: {row['undetermined']}"
    return [str(row[name]) for name in ("treaty", "participant", "act", "date")] + [str(outcome)]
