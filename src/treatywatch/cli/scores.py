"""``score``: how well annotated reports are read and judged."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.cli import options, printing
from treatywatch.publishing.plain_json import Json

if TYPE_CHECKING:
    from treatywatch.scoring.score import Score, Tally


def score(
    context: typer.Context,
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated claims, one JSON object a line.")
    ],
    folder: Annotated[
        Path, typer.Argument(metavar="REPORTS", help="The folder of the reports, with index.csv.")
    ],
    as_json: options.AsJson = False,
) -> None:
    """Precision, recall and F1 by type of claim, and how often the verdicts are right."""
    from treatywatch import api
    from treatywatch.scoring.lines import score_lines

    measured = api.score(gold, folder, ledger=api.load(context.obj))
    if as_json:
        printing.print_json(_score_object(measured))
        return
    for line in score_lines(measured):
        printing.print_text(line)


def _score_object(measured: "Score") -> dict[str, Json]:
    from treatywatch.reading.claim import ClaimType

    kinds: list[ClaimType | None] = [None, *ClaimType]
    return {
        "by_type": {
            str(kind or "all"): {
                "span": _tally_object(measured.span(kind)),
                "strict": _tally_object(measured.strict(kind)),
            }
            for kind in kinds
        },
        "verdict_accuracy": measured.verdicts.precision,
        "verdict_accuracy_with_not_checked_as_wrong": measured.verdicts.recall,
        "not_checked": measured.not_checked,
        "wrong_claims": len(measured.wrong_claims),
        "wrong_claims_caught": len(measured.caught),
        "wrong_contradicted": [judged.words for judged in measured.wrong_contradicted],
    }


def _tally_object(tally: "Tally") -> dict[str, Json]:
    return {
        "gold": tally.wanted,
        "found": tally.found,
        "right": tally.right,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
    }
