"""Commands that ask what follows from the record: status, timeline, count, effect."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.cli import options, printing, proofs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from treatywatch.cli.effect_row import Row
    from treatywatch.ledger.ledger import Ledger
    from treatywatch.status.answers import CountReport
    from treatywatch.status.proof import Proof


def status(
    context: typer.Context,
    participant: options.ParticipantName,
    treaty: options.TreatyName,
    *,
    on: options.On = None,
    as_known_on: options.AsKnownOn = None,
    view: options.View = None,
    proof: proofs.ProofFile = None,
    as_json: options.AsJson = False,
) -> None:
    """How a participant stands to a treaty on a day, and why."""
    from treatywatch import api
    from treatywatch.cli import sentences
    from treatywatch.publishing import answers_json as answers
    from treatywatch.status import explain

    ledger = api.load(context.obj).seen_by(view, treaty)
    answer = api.status(participant, treaty, on=on, as_known_on=as_known_on, ledger=ledger)
    if proof is not None:
        from treatywatch.status.proof import proof_of_status

        whose = (answer.participant, answer.treaty, answer.on, answer.as_known_on)
        proofs.write_proof(proof, proof_of_status(ledger, *whose))
    if as_json:
        printing.print_json(answers.status_object(answer))
    else:
        sentences.tell(explain.status_lines(answer, ledger))


def timeline(
    context: typer.Context,
    participant: options.ParticipantName,
    treaty: options.TreatyName,
    *,
    as_known_on: options.AsKnownOn = None,
    view: options.View = None,
    as_json: options.AsJson = False,
) -> None:
    """Every standing of a participant towards a treaty, from the beginning on."""
    from treatywatch import api
    from treatywatch.cli import sentences
    from treatywatch.publishing import answers_json as answers
    from treatywatch.status import explain

    ledger = api.load(context.obj).seen_by(view, treaty)
    line = api.timeline(participant, treaty, as_known_on=as_known_on, ledger=ledger)
    if as_json:
        printing.print_json(answers.timeline_object(line))
    else:
        sentences.tell(explain.timeline_lines(line, ledger))


def count(
    context: typer.Context,
    treaty: options.TreatyName,
    *,
    on: options.On = None,
    as_known_on: options.AsKnownOn = None,
    view: options.View = None,
    rule: Annotated[
        str | None,
        typer.Option("--rule", metavar="RULE", help="The count that --proof is about."),
    ] = None,
    proof: proofs.ProofFile = None,
    as_json: options.AsJson = False,
) -> None:
    """How many signed, consented, are bound, or left: each number with its rule."""
    from treatywatch import api
    from treatywatch.cli import sentences
    from treatywatch.publishing import answers_json as answers
    from treatywatch.status import explain

    ledger = api.load(context.obj).seen_by(view, treaty)
    report = api.count(treaty, on=on, as_known_on=as_known_on, ledger=ledger)
    if proof is not None:
        proofs.write_proof(proof, _proof_of_count(ledger, report, rule))
    if as_json:
        printing.print_json(answers.count_object(report))
    else:
        sentences.tell(explain.count_lines(report, ledger))


def _proof_of_count(ledger: "Ledger", report: "CountReport", rule: str | None) -> "Proof":
    from treatywatch.status.proof import proof_of_count

    counted = next((count for count in report.counts if str(count.rule) == rule), None)
    if counted is None:
        rules = ", ".join(str(count.rule) for count in report.counts)
        raise typer.BadParameter(f"a proof is about one count: give --rule, one of {rules}")
    return proof_of_count(ledger, report.treaty, report.on, counted.rule, report.as_known_on)


def effect(
    context: typer.Context,
    treaty: Annotated[str | None, typer.Argument(metavar="TREATY", help="A treaty: apmbc.")] = None,
    act: Annotated[
        str | None, typer.Argument(metavar="ACT", help="A kind of act: withdrawal, ratification.")
    ] = None,
    day: Annotated[
        str | None, typer.Argument(metavar="DATE", help="The day the depositary receives it.")
    ] = None,
    *,
    participant: Annotated[
        str | None, typer.Option("--for", metavar="PARTICIPANT", help="Whose act it is.")
    ] = None,
    part: options.PartOnly = None,
    territory: options.TerritoryOnly = None,
    as_known_on: options.AsKnownOn = None,
    view: options.View = None,
    rows: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="ROWS.csv",
            help="A table of acts instead: columns treaty, participant, act, date; "
            "part and territory if wanted.",
        ),
    ] = None,
    proof: proofs.ProofFile = None,
    as_json: options.AsJson = False,
) -> None:
    """When an act would take effect if it were received on a day, and why."""
    from treatywatch import api
    from treatywatch.cli import effect_table, sentences
    from treatywatch.publishing import answers_json as answers
    from treatywatch.status import explain

    if rows is not None:
        _no_more_than_a_table(act, day, participant, part, territory, proof)
        ledger = api.load(context.obj).seen_by(view)
        known = api.as_day(as_known_on)
        table = effect_table.read_table(rows, treaty)
        return _effect_of_rows(ledger, table, known, as_json=as_json)
    if treaty is None or act is None or day is None:
        raise typer.BadParameter("give TREATY ACT DATE, or --from ROWS.csv")
    ledger = api.load(context.obj).seen_by(view, treaty)
    about = {"participant": participant, "part": part, "territory": territory}
    answer = api.effect(treaty, act, day, as_known_on=as_known_on, ledger=ledger, **about)
    if proof is not None:
        from treatywatch.status.proof import proof_of_effect

        whose = (answer.treaty, answer.act, answer.done_on, answer.participant)
        unit = ledger.unit(answer.treaty, part, territory)
        known = api.as_day(as_known_on)
        proofs.write_proof(proof, proof_of_effect(ledger, *whose, as_known_on=known, unit=unit))
    if as_json:
        printing.print_json(answers.effect_object(answer))
    else:
        sentences.tell(explain.effect_lines(answer, ledger))
    return None


def _no_more_than_a_table(*others: object) -> None:
    if any(other is not None for other in others):
        raise typer.BadParameter("--from takes all but TREATY from the table: leave out the rest")


def _effect_of_rows(
    ledger: "Ledger", rows: "Sequence[Row]", known: "date | None", *, as_json: bool
) -> None:
    from treatywatch.cli import effect_rows, sentences

    gc.freeze()  # record and rows stay to the end: looking for garbage there takes a sixth of it
    answered = effect_rows.answers(rows, ledger, known)
    if as_json:
        printing.print_json_lines(answered, len(rows))
    else:
        sentences.tell_effect_rows(answered)
