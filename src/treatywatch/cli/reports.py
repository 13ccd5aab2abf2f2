"""Commands about reports: check, read, text."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.cli import options, printing
from treatywatch.errors import BadSetting, UnreadableInput
from treatywatch.publishing.form import Form
from treatywatch.publishing.plain_json import Json, plain

if TYPE_CHECKING:
    from treatywatch.cli.jobs import Crew
    from treatywatch.reports.report import Report


def check(
    context: typer.Context,
    reports: options.Reports,
    *,
    published: options.Published = None,
    brief: Annotated[
        Path | None,
        typer.Option("--brief", metavar="FILE.html", help="Also write the brief to this file."),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="Print each report in this form instead."),
    ] = None,
    second_reader: options.SecondReaderUrl = None,
    second_reader_model: options.SecondReaderModel = None,
    no_second_reader: options.NoSecondReader = False,
    jobs: options.Jobs = 1,
    as_json: options.AsJson = False,
) -> None:
    """What reports claim about treaties, and how each claim holds."""
    from treatywatch import api
    from treatywatch.cli.findings import (
        find_in,
        find_in_archives,
        tell,
        tell_in_form,
        tell_lines,
        write_brief,
    )
    from treatywatch.cli.inputs import gather
    from treatywatch.cli.second import second_reader as named_second

    if form is not None and as_json:
        raise BadSetting("--format", form.value, "give it or --json, not both")
    ledger = api.load(context.obj)
    second = named_second(second_reader, second_reader_model, ledger, off=no_second_reader)
    crew = _crew(jobs, context.obj, asks_another=second is not None)
    gathered = gather(reports, published, ledger)
    found = find_in(gathered.whole, ledger, second, crew)
    archived = find_in_archives(gathered, ledger, crew)
    told = chain(found, archived)
    if brief is not None:  # else nothing is kept: an archive may be larger than memory
        told = chain(kept := [*told])
        write_brief(brief, kept, ledger)
    if form is not None:
        tell_in_form(form, told, ledger)
    elif as_json:
        tell_lines(told)
    else:
        tell([*told], ledger, as_json=False)


def read(
    context: typer.Context,
    reports: options.Reports,
    *,
    published: options.Published = None,
    second_reader: options.SecondReaderUrl = None,
    second_reader_model: options.SecondReaderModel = None,
    no_second_reader: options.NoSecondReader = False,
    jobs: options.Jobs = 1,
    as_json: options.AsJson = False,
) -> None:
    """What reports claim about treaties, not checked."""
    from treatywatch import api
    from treatywatch.cli.findings import tell_claims
    from treatywatch.cli.inputs import gather
    from treatywatch.cli.second import second_reader as named_second

    ledger = api.load(context.obj)
    second = named_second(second_reader, second_reader_model, ledger, off=no_second_reader)
    crew = _crew(jobs, context.obj, asks_another=second is not None)
    gathered = gather(reports, published, ledger)
    tell_claims(gathered, ledger, as_json=as_json, second=second, crew=crew)


def _crew(jobs: int, record: Path | None, *, asks_another: bool) -> "Crew":
    """Who reads; :class:`BadSetting` for several processes that would all ask a second reader."""
    from treatywatch.cli.jobs import Crew

    if jobs > 1 and asks_another:
        raise BadSetting(
            "--jobs", str(jobs), "a second reader is asked one by one; leave out either"
        )
    return Crew(jobs, record)


def text(
    context: typer.Context,
    report: options.OneReport,
    *,
    published: options.Published = None,
    as_json: options.AsJson = False,
) -> None:
    """The text of a report that all offsets refer to."""
    from treatywatch import api
    from treatywatch.cli.inputs import gather

    gathered = gather([report], published, api.load(context.obj))
    if as_json and not gathered.archives and len(gathered.whole) == 1:
        printing.print_json(_report_object(gathered.whole[0]))
    elif as_json:
        every = chain(gathered.whole, gathered.archived())
        printing.print_json_lines(_report_object(one) for one in every)
    elif gathered.archives or len(gathered.whole) != 1:
        held = "any number of" if gathered.archives else str(len(gathered.whole))
        raise UnreadableInput(
            report, f"it holds {held} reports", "With --json each is printed on a line."
        )
    else:
        printing.print_exactly(gathered.whole[0].text)


def _report_object(report: "Report") -> dict[str, Json]:
    told = plain(report)
    assert isinstance(told, dict)
    return {"report": told.pop("name"), **told}
