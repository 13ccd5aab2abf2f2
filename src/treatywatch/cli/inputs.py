"""From paths to reports: files as they are, folders with their index of dates."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from treatywatch import api
from treatywatch.errors import UnreadableInput
from treatywatch.reading.words import languages
from treatywatch.reports.report import Report
from treatywatch.scoring.gold import IndexEntry, read_index, report_paths


def gather(paths: Sequence[Path], published: str | None = None) -> tuple[Report, ...]:
    """Every report, decoded; ``published`` is the date of all that have none in an index.

    Raises :class:`UnreadableInput` at the first that cannot be read, before anything is printed.
    """
    return tuple(report for path in paths for report in _reports_at(path, published))


def _reports_at(path: Path, published: str | None) -> Iterator[Report]:
    if not path.is_dir():
        yield api.open_report(path, published=published)
        return
    found = report_paths(path)
    if not found:
        raise UnreadableInput(
            str(path), "it holds no .txt file", "Name the files, or another folder."
        )
    index = read_index(path)
    for file in found:
        entry = index.get(file.name, IndexEntry(None, "en"))
        date = entry.published or published
        yield api.open_report(file, published=date, language=entry.language)


def can_be_read(report: Report) -> bool:
    """Whether the record has words for the report's language; if not, that is told."""
    if report.language in languages():
        return True
    why = f'there are no words for the language "{report.language}" in the record'
    sys.stderr.write(f"treatywatch: {report.name}: {why}; it is not read.\n")
    return False
