"""The arguments and options that several commands share, each described once."""

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
PartOnly = Annotated[
    str | None, typer.Option("--part", metavar="PART", help="A part of the treaty only.")
]
TerritoryOnly = Annotated[
    str | None, typer.Option("--territory", metavar="TERRITORY", help="A territory only: TKL.")
]
View = Annotated[
    str | None,
    typer.Option(
        "--view",
        metavar="VIEW",
        help="Whose view of disputed acts: depositary, own, or a participant (JPN, Japan).",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", metavar="N", min=1, help="Read with N processes; what is told is the same."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_SOURCE = "Text, HTML, PDF, RSS, Atom, WARC, WET (also .gz); a folder, a web address, or -."
Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help=_SOURCE)]
OneReport = Annotated[str, typer.Argument(metavar="REPORT", help=_SOURCE)]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="The report's date, where it does not give it."
    ),
]
SecondReaderUrl = Annotated[
    str | None,
    typer.Option(
        "--second-reader",
        metavar="URL",
        help="Let this OpenAI-compatible endpoint propose claims as well; off by default.",
    ),
]
SecondReaderModel = Annotated[
    str | None, typer.Option("--second-reader-model", metavar="NAME", help="The model asked for.")
]
NoSecondReader = Annotated[
    bool,
    typer.Option("--no-second-reader", help="Ask nobody, whatever the environment names."),
]
