"""``what-if`` and ``explain-count``: questions about what is not, and about what was said."""

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.cli import options, printing
from treatywatch.publishing.plain_json import Json, plain

if TYPE_CHECKING:
    from treatywatch.law.unit import Unit
    from treatywatch.status.answers import CountReport
    from treatywatch.status.count_explainer import CountSaying
    from treatywatch.status.supposing import Hypothesis
    from treatywatch.status.whatif import Consequences

Suppose = list[str] | None


def what_if(
    context: typer.Context,
    *,
    acts: Annotated[
        Suppose,
        typer.Option(
            "--act",
            metavar="PARTICIPANT:TREATY:ACT:DATE[:UNIT]",
            help="An act received on a day; UNIT narrows it: part=..., territory=...",
        ),
    ] = None,
    ends: Annotated[
        Suppose,
        typer.Option(
            "--conflict-ends", metavar="PARTICIPANT:DATE", help="No armed conflict after a day."
        ),
    ] = None,
    begins: Annotated[
        Suppose,
        typer.Option(
            "--conflict-begins", metavar="PARTICIPANT:DATE", help="Armed conflict from a day on."
        ),
    ] = None,
    on: options.On = None,
    as_known_on: options.AsKnownOn = None,
    view: options.View = None,
    as_json: options.AsJson = False,
) -> None:
    """What suppositions on top of the record would change: standings, counts, deadlines."""
    from treatywatch import api
    from treatywatch.cli.consequences import lines
    from treatywatch.status.whatif import what_if as ask

    supposed = _hypotheses(acts or [], ends or [], begins or [])
    if not supposed:
        raise typer.BadParameter("suppose something: --act, --conflict-ends or --conflict-begins")
    known = api.as_day(as_known_on)
    ledger = api.load(context.obj).seen_by(view)
    found = ask(
        ledger,
        supposed,
        api.as_day(on) or date.today(),
        as_known_on=known,
    )
    if as_json:
        from treatywatch.law.treaty import DEPOSITARYS

        whose = {"as_known_on": plain(known), "view": ledger.view or DEPOSITARYS}
        printing.print_json({**_object(found), **whose})
        return
    if view is not None:
        printing.print_text(f"View taken: {ledger.view}")
    for hypothesis in found.hypotheses:
        printing.print_text(f"Suppose {hypothesis.words}")
    for words in found.assumptions:
        printing.print_text(f"  taken for granted: {words}")
    for words in lines(found, ledger):
        printing.print_text(f"  {words}")
    for words in found.cautions:
        printing.print_text(f"  {words}")


def _object(found: "Consequences") -> dict[str, Json]:
    return {f.name: plain(getattr(found, f.name)) for f in fields(found)}


def _hypotheses(acts: list[str], ends: list[str], begins: list[str]) -> "list[Hypothesis]":
    from treatywatch import api
    from treatywatch.status.supposing import ConflictBegins, ConflictEnds, SupposedAct

    supposed: list[Hypothesis] = []
    for text in acts:
        told, unit = _with_unit(text)
        who, treaty, act, day = _parts(told, 4)
        kind, received = api.act_kind(act), api.exact_day(day)
        supposed.append(SupposedAct(who, treaty, kind, received, unit=unit))
    supposed += [ConflictEnds(who, api.exact_day(day)) for who, day in (_parts(e, 2) for e in ends)]
    supposed += [
        ConflictBegins(who, api.exact_day(day)) for who, day in (_parts(b, 2) for b in begins)
    ]
    return supposed


def _with_unit(text: str) -> "tuple[str, Unit]":
    """An act as it was told, without the unit that may stand at its end, and the unit."""
    from treatywatch.law.unit import Unit

    sides = dict.fromkeys(("part", "territory"))
    told = text.split(":")
    while told and (side := told[-1].partition("="))[1]:
        name = side[0].strip()
        if name not in sides:
            raise typer.BadParameter(f'"{name}" is not one of {", ".join(sides)}')
        sides[name] = side[2].strip()
        told.pop()
    return ":".join(told), Unit(sides["part"], sides["territory"])


def _parts(text: str, number: int) -> list[str]:
    parts = [part.strip() for part in text.split(":")]
    if len(parts) != number:
        raise typer.BadParameter(f'"{text}" needs {number} parts with a colon between them')
    return parts


def explain_count(
    context: typer.Context,
    treaty: options.TreatyName,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of States said.")],
    *,
    on: options.On = None,
    as_known_on: options.AsKnownOn = None,
    view: options.View = None,
    saying: Annotated[
        str | None,
        typer.Option(
            "--saying",
            metavar="WORD",
            help="What was said of them: party, ratified, signed, signed-only, signed-or-joined, "
            "under-notice, left.",
        ),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Whether so many States are right, under which rule, and on which days they were."""
    from treatywatch import api
    from treatywatch.status.count_explainer import explain_count as ask
    from treatywatch.status.horizon import beyond_the_horizon

    found = ask(
        api.load(context.obj).seen_by(view, treaty),
        treaty,
        number,
        api.as_day(on) or date.today(),
        saying=_saying(saying),
        as_known_on=api.as_day(as_known_on),
    )
    if as_json:
        told = {"treaty": found.treaty, "asked": found.asked, **_days_and_view(found.report)}
        ways = {"saying": plain(found.saying), "ways": plain(found.ways)}
        printing.print_json({**told, **ways, "sentences": list(found.sentences)})
        return
    for sentence in found.sentences:
        printing.print_text(sentence)
    if (caution := beyond_the_horizon(found.report.compared_on, found.report.on)) is not None:
        printing.print_text(f"{caution[0].upper()}{caution[1:]}.")


def _days_and_view(report: "CountReport") -> dict[str, Json]:
    from treatywatch.publishing.answers_json import count_object

    told = count_object(report)
    kept = ("on", "as_known_on", "view", "views_differ", "compared_on", "caution")
    return {key: told[key] for key in kept}


def _saying(word: str | None) -> "CountSaying | None":
    from treatywatch.errors import UnknownName
    from treatywatch.status.count_explainer import CountSaying

    if word is None:
        return None
    try:
        return CountSaying(word)
    except ValueError as error:
        raise UnknownName("saying", word, [str(s) for s in CountSaying]) from error
