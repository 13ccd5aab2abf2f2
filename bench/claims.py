"""Every claim of every report of some folders, one in a line: to hold two versions side by side.

Run with ``python -m bench.claims gold/open gold/second > before.txt``, again after a change that
must change nothing, and compare. Reports are read one by one and all of one language run together
into long texts, so that what is found far from a report's head is compared too. Folders have an
``index.csv`` (report, published, language) beside or above their texts.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from treatywatch import api
from treatywatch.ledger.ledger import Ledger
from treatywatch.reports.report import Report

DAY = "2025-06-20"  # of the long texts


def reports_of(folder: Path) -> Iterator[Report]:
    """The reports that a folder's index names, with their dates and languages."""
    with (folder / "index.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path = folder / "reports" / row["report"]
            path = path if path.exists() else folder / row["report"]
            yield api.open_report(
                path, published=row["published"] or None, language=row["language"] or "en"
            )


def run_together(reports: list[Report]) -> Iterator[Report]:
    """For each language, all its reports as one text, and as one paragraph of it."""
    for language in sorted({report.language for report in reports}):
        texts = [report.text for report in reports if report.language == language]
        for text in ("\n\n".join(texts), " ".join(" ".join(texts).split())):
            yield api.open_report(text, published=DAY, language=language)


def lines(folders: list[Path], ledger: Ledger) -> Iterator[str]:
    """The claims of each report with their verdicts, and those of the long texts, as they print."""
    reports = [report for folder in folders for report in reports_of(folder)]
    for report in reports:
        for finding in api.check(report, ledger=ledger):
            yield f"{report.name}\t{finding!r}"
    for report in run_together(reports):
        for claim in api.read(report, ledger=ledger):
            yield f"{report.language}\t{claim!r}"


def main() -> None:
    for line in lines([Path(one) for one in sys.argv[1:]], api.load()):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
