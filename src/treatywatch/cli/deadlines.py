"""``deadlines``: what falls due, for whom and when; also as a calendar."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.cli import options, printing, proofs
from treatywatch.publishing.plain_json import Json, plain

if TYPE_CHECKING:
    from treatywatch.ledger.ledger import Ledger
    from treatywatch.status.coming import ComingEffect
    from treatywatch.status.deadline import Deadline


def deadlines(
    context: typer.Context,
    *,
    participant: Annotated[
        str | None, typer.Option("--participant", metavar="PARTICIPANT", help="Only of this one.")
    ] = None,
    treaty: Annotated[
        str | None, typer.Option("--treaty", metavar="TREATY", help="Only under this one.")
    ] = None,
    on: options.On = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day looked at.")
    ] = None,
    as_known_on: options.AsKnownOn = None,
    view: options.View = None,
    article: Annotated[
        str | None, typer.Option("--article", metavar="ARTICLE", help="Only of this duty: 5(1).")
    ] = None,
    proof: proofs.ProofFile = None,
    calendar: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE.ics", help="Also write an iCalendar file."),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """What parties have to do by when, from a day on (today by default)."""
    from treatywatch import api
    from treatywatch.status.coming import coming_effects
    from treatywatch.status.deadlines import deadlines as ask

    ledger = api.load(context.obj).seen_by(view, treaty)
    begin, end, known = api.as_day(on) or date.today(), api.as_day(until), api.as_day(as_known_on)
    found = ask(
        ledger, participant=participant, treaty=treaty, on=begin, until=end, as_known_on=known
    )
    found = tuple(d for d in found if article is None or d.article == article)
    if proof is not None:
        _write_proof(proof, ledger, found, on=begin, until=end, as_known_on=known)
    if calendar is not None:
        coming = coming_effects(
            ledger, participant=participant, treaty=treaty, on=begin, until=end, as_known_on=known
        )
        _write_calendar(calendar, ledger, found, coming)
    if as_json:
        from treatywatch.publishing.answers_json import deadline_object

        days: dict[str, Json] = {"on": plain(begin), "as_known_on": plain(known)}
        printing.print_json_lines(
            {**deadline_object(one), **days, "view": _view(ledger, one, known)} for one in found
        )
    else:
        heads = ("due", "treaty", "participant", "what", "article", "state")
        printing.print_table(heads, [_cells(deadline) for deadline in found])
        if view is not None:
            printing.print_text(f"View taken: {ledger.view}")


def _view(ledger: "Ledger", deadline: "Deadline", known: date | None) -> str:
    from treatywatch.status.docket import docket
    from treatywatch.status.views import view_taken

    return view_taken(docket(ledger, deadline.treaty, known), deadline.participant)


def _write_proof(
    path: Path,
    ledger: "Ledger",
    found: "Sequence[Deadline]",
    *,
    on: date,
    until: date | None,
    as_known_on: date | None,
) -> None:
    from treatywatch.status.proof import proof_of_deadline

    if len(found) != 1:
        narrow = "give --participant, --treaty, --article and --until"
        raise typer.BadParameter(f"a proof is about one deadline, not {len(found)}: {narrow}")
    made = proof_of_deadline(ledger, found[0].id, on=on, until=until, as_known_on=as_known_on)
    proofs.write_proof(path, made)


def _write_calendar(
    path: Path,
    ledger: "Ledger",
    found: "Sequence[Deadline]",
    coming: "Sequence[ComingEffect]",
) -> None:
    from treatywatch.files import write_whole
    from treatywatch.publishing.icalendar import calendar_events, icalendar_text

    write_whole(path, icalendar_text(calendar_events(ledger, found, coming)))


def _cells(deadline: "Deadline") -> tuple[str, ...]:
    first = deadline.first_day()
    exact = first is not None and deadline.due == first
    due = "open" if first is None else str(first) if exact else f"from {first}"
    who, article = deadline.participant, f"Art. {deadline.article}"
    return (due, deadline.treaty, who, deadline.what, article, str(deadline.state))
