"""The arguments and options that several commands share, each described once."""

from pathlib import Path
from typing import Annotated

import typer

ParticipantName = Annotated[
    str, typer.Argument(metavar="PARTICIPANT", help="A State or organisation: FIN, Finland.")
]
TreatyName = Annotated[
    str, typer.Argument(metavar="TREATY", help="A treaty: apmbc, Ottawa Convention.")
]
On = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DATE", help="The day asked about (2025-12-31); today by default."
    ),
]
AsKnownOn = Annotated[
    str | None,
    typer.Option("--as-known-on", metavar="DATE", help="Use only what could be known on that day."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Reports = Annotated[
    list[Path],
    typer.Argument(
        metavar="REPORT...",
        help="Text files, or folders of them (with an index.csv of their dates).",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="The report's date, where the text does not give it."
    ),
]
