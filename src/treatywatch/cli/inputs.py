"""From what the user names to reports: those given whole, and those of archives one at a time."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from treatywatch import api
from treatywatch.errors import UnreadableInput
from treatywatch.intake import Incoming, incoming
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.vocabulary.words import languages
from treatywatch.reports.report import Report


@dataclass(slots=True)
class Gathered:
    """The reports of all sources, each under a name of its own.

    ``whole`` are open already; ``archives`` are read as they are gone through, once.
    """

    whole: tuple[Report, ...] = ()
    archives: list[Incoming] = field(default_factory=list)
    _named: Counter[str] = field(default_factory=Counter)

    def archived(self) -> Iterator[Report]:
        """The reports in the archives that may name a treaty, one at a time."""
        for archive in self.archives:
            yield from map(self.distinct, archive.reports)

    def distinct(self, report: Report) -> Report:
        """The report under its name, or the name with a number where another has it."""
        self._named[report.name] += 1
        times = self._named[report.name]
        return report if times == 1 else replace(report, name=f"{report.name} ({times})")


def gather(
    sources: Sequence[Path | str], published: str | None = None, ledger: Ledger | None = None
) -> Gathered:
    """Every report; ``published`` is the date of those for which none is found.

    Raises :class:`UnreadableInput` at the first source that cannot be read, before anything is
    printed; what cannot be read among the reports of a feed or an archive is told and passed over.
    """
    given = api.edtf(published)
    admits = api.names_a_treaty(ledger or api.load())
    gathered = Gathered()
    whole: list[Report] = []
    for source in sources:
        for document in incoming(source, published=given, admits=admits, refused=tell_refused):
            if document.is_archive:
                gathered.archives.append(document)
            else:
                whole += map(gathered.distinct, document.reports)
    gathered.whole = tuple(whole)
    return gathered


def tell_refused(error: UnreadableInput) -> None:
    """Say on standard error what could not be read among others."""
    sys.stderr.write(f"treatywatch: {error}\n")


def can_be_read(report: Report) -> bool:
    """Whether the record has words for the report's language; if not, that is told."""
    if report.language in languages():
        return True
    why = f'there are no words for the language "{report.language}" in the record'
    sys.stderr.write(f"treatywatch: {report.name}: {why}; it is not read.\n")
    return False
