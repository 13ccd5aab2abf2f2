"""Commands about reports: check, read, text."""

from pathlib import Path
from typing import Annotated

import typer

from treatywatch.cli import options, printing


def check(
    context: typer.Context,
    reports: options.Reports,
    *,
    published: options.Published = None,
    brief: Annotated[
        Path | None,
        typer.Option("--brief", metavar="FILE.html", help="Also write the brief to this file."),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """What reports claim about treaties, and how each claim holds."""
    from treatywatch import api
    from treatywatch.cli.findings import find_in, tell, write_brief
    from treatywatch.cli.inputs import gather

    ledger = api.load(context.obj)
    found = find_in(gather(reports, published), ledger)
    if brief is not None:
        write_brief(brief, found, ledger)
    tell(found, ledger, as_json=as_json)


def read(
    context: typer.Context,
    reports: options.Reports,
    *,
    published: options.Published = None,
    as_json: options.AsJson = False,
) -> None:
    """What reports claim about treaties, not checked."""
    from treatywatch import api
    from treatywatch.cli.findings import tell_claims
    from treatywatch.cli.inputs import gather

    ledger = api.load(context.obj)
    tell_claims(gather(reports, published), ledger, as_json=as_json)


def text(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="A text file.")],
    *,
    published: options.Published = None,
    as_json: options.AsJson = False,
) -> None:
    """The text of a report that all offsets refer to."""
    from treatywatch import api

    opened = api.open_report(report, published=published)
    if not as_json:
        printing.print_exactly(opened.text)
        return
    told = printing.plain(opened)
    assert isinstance(told, dict)
    printing.print_json({"report": told.pop("name"), **told})
