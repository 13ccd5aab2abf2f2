"""``export``: the record and the standings as one SQLite file."""

from pathlib import Path
from typing import Annotated

import typer

from treatywatch.cli import printing


def export(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The SQLite file to write.")],
) -> None:
    """Write sources, treaties, participants, acts and standings as one SQLite file."""
    from treatywatch import api
    from treatywatch.publishing.sqlite_export import write_sqlite

    write_sqlite(path, api.load(context.obj))
    printing.print_text(f"Wrote {path} ({path.stat().st_size / 1_000_000:.1f} MB).")
