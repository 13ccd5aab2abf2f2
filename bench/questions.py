"""How long the larger questions take: deadlines, suppositions, numbers, proofs, the full panel.

Run with ``python -m bench.questions``; prints medians on the packaged record. Times of answers are
those of a first question: the ledger is loaded, and nothing has been worked out from it yet.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.__main__ import seconds
from treatywatch.law.terms import ActKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger
from treatywatch.publishing.panel import panel
from treatywatch.publishing.panel_files import write_panel
from treatywatch.status.answers import CountRule
from treatywatch.status.count_explainer import explain_count
from treatywatch.status.deadlines import deadlines
from treatywatch.status.proof import proof_of_count, proof_of_status
from treatywatch.status.proving import prove
from treatywatch.status.supposing import ConflictEnds, SupposedAct
from treatywatch.status.whatif import what_if

DAY = date(2025, 12, 31)


def full_panel(ledger: Ledger) -> None:
    with TemporaryDirectory() as folder:
        write_panel(ledger, panel(ledger), Path(folder))


def prove_a_count(ledger: Ledger) -> None:
    made = proof_of_count(ledger, "apmbc", DAY, CountRule.CONSENT_EXPRESSED)
    assert prove(made, ledger).holds


def prove_a_status(ledger: Ledger) -> None:
    assert prove(proof_of_status(ledger, "FIN", "apmbc", DAY), ledger).holds


QUESTIONS: tuple[tuple[str, Callable[[Ledger], object], int], ...] = (
    ("every deadline of a year", lambda k: deadlines(k, on=DAY, until=date(2026, 12, 31)), 5),
    ("a number explained", lambda k: explain_count(k, "apmbc", 164, DAY), 5),
    (
        "what if one gives notice",
        lambda k: what_if(k, [SupposedAct("GRC", "apmbc", ActKind.WITHDRAWAL_NOTICE, DAY)], DAY),
        5,
    ),
    ("what if a conflict ends", lambda k: what_if(k, [ConflictEnds("UKR", DAY)], DAY), 5),
    ("a status proved", prove_a_status, 5),
    ("a count proved", prove_a_count, 5),
    ("the full panel, in files", full_panel, 3),
)


def asking() -> Iterator[tuple[str, float]]:
    ledger = load_ledger()
    for name, ask, rounds in QUESTIONS:
        # A copy of the ledger has nothing worked out from it yet.
        yield name, seconds(lambda ask=ask: ask(replace(ledger)), rounds)  # type: ignore[misc]


def main() -> None:
    for name, taken in asking():
        sys.stdout.write(f"{name:28} {taken * 1e3:10.1f} ms\n")


if __name__ == "__main__":
    main()
