"""How long it takes to start, to load the record, to answer a status, and to read a report.

Run by ``make bench``; prints medians. Nothing here fails when it is slow: it measures.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from importlib import resources
from pathlib import Path
from statistics import median

ROUNDS = 7
ROWS = 100_000


def seconds(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def process(*arguments: str) -> Callable[[], object]:
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def starting() -> Iterator[tuple[str, float, str]]:
    command = ("-m", "treatywatch")
    yield "python alone", seconds(process("-c", "pass")) * 1e3, "ms"
    yield "import treatywatch", seconds(process("-c", "import treatywatch")) * 1e3, "ms"
    yield "treatywatch --version", seconds(process(*command, "--version")) * 1e3, "ms"
    yield "treatywatch status", seconds(process(*command, "status", "FIN", "apmbc")) * 1e3, "ms"


def asking() -> Iterator[tuple[str, float, str]]:
    from treatywatch import api
    from treatywatch.ledger.load import PACKAGED_RECORD, read_record

    yield "load the record", seconds(lambda: read_record(PACKAGED_RECORD), 3) * 1e3, "ms"
    ledger = api.load()
    day = date(2025, 12, 31)
    everyone = list(ledger.participants)

    def ask_all() -> None:
        for participant in everyone:
            api.status(participant, "apmbc", on=day, ledger=ledger)

    yield "one status", seconds(ask_all) / len(everyone) * 1e6, "us"
    yield "one count", seconds(lambda: api.count("apmbc", on=day, ledger=ledger)) * 1e3, "ms"


def answering_tables() -> Iterator[tuple[str, float, str]]:
    from treatywatch import api
    from treatywatch.cli import effect_rows
    from treatywatch.cli.effect_row import Row

    ledger = api.load()
    acts = [act for of_treaty in ledger.acts.values() for act in of_treaty]
    rows = tuple(
        Row(
            {
                "treaty": act.treaty,
                "participant": act.participant,
                "act": str(act.kind),
                "date": str(act.received_on),
            },
            printed="",
        )
        for act in (acts * (ROWS // len(acts) + 1))[:ROWS]
    )
    taken = seconds(lambda: sum(1 for _ in effect_rows.answers(rows, ledger)), 3)
    yield f"effect of {ROWS} rows", taken, "s"


def reading() -> Iterator[tuple[str, float, str]]:
    from treatywatch import api

    folder = Path(str(resources.files("treatywatch") / "samples"))
    reports = [api.open_report(path) for path in sorted(folder.glob("*.txt"))]
    size = sum(len(report.text.encode()) for report in reports) / 1e6

    def read_all() -> None:
        for report in reports:
            api.read(report)

    read_all()
    yield "read the sample reports", size / seconds(read_all), "MB/s"


def main() -> None:
    for part in (starting, asking, answering_tables, reading):
        for what, figure, unit in part():
            print(f"{what:<28}{figure:>10.2f} {unit}")


if __name__ == "__main__":
    main()
