"""``panel``: State, year and treaty as tables for statistics."""

from pathlib import Path
from typing import Annotated

import typer

from treatywatch.cli import options, printing

FIRST_YEAR, LAST_YEAR = 1945, 2026


def panel(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the tables go.")],
    *,
    treaties: Annotated[
        list[str] | None,
        typer.Option("--treaty", metavar="TREATY", help="Only this one; may be given again."),
    ] = None,
    first: Annotated[int, typer.Option("--first", metavar="YEAR", help="First year.")] = FIRST_YEAR,
    last: Annotated[int, typer.Option("--last", metavar="YEAR", help="Last year.")] = LAST_YEAR,
    as_known_on: options.AsKnownOn = None,
    parquet: Annotated[bool, typer.Option("--parquet", help="Write Parquet beside CSV.")] = False,
    dyads: Annotated[bool, typer.Option("--dyads", help="Also pairs of States.")] = False,
) -> None:
    """Write State, year and treaty as tables, with a description of every column."""
    from treatywatch import api
    from treatywatch.publishing.panel import PanelChoices
    from treatywatch.publishing.panel import panel as build
    from treatywatch.publishing.panel_files import TableFormat, write_panel

    ledger = api.load(context.obj)
    chosen = tuple(ledger.treaty(name).id for name in treaties or ())
    formats = (TableFormat.CSV, TableFormat.PARQUET) if parquet else (TableFormat.CSV,)
    known = api.as_day(as_known_on)
    choices = PanelChoices(first=first, last=last, treaties=chosen, as_known_on=known)
    built = build(ledger, choices)
    for path in write_panel(ledger, built, folder, formats, dyads=dyads):
        printing.print_text(str(path))
