"""One import from files to files: read all pages, correct, compare, and only then write."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from treatywatch.errors import UnreadableInput
from treatywatch.law.act import Act
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.imports.compare import Difference, compare_with
from treatywatch.ledger.imports.corrections import apply_corrections, read_corrections
from treatywatch.ledger.imports.imported import Import
from treatywatch.ledger.imports.untc import import_untc_page
from treatywatch.ledger.imports.write import write_acts
from treatywatch.ledger.ledger import Ledger
from treatywatch.values import frozen

_PACKAGED_CORRECTIONS = Path(__file__).parent.parent.parent / "record" / "corrections"


@frozen
class PageReport:
    """What came of one page: the import as read, the acts as corrected, and how they differ.

    ``faults`` are those of the page and of the corrections; ``differences`` are from the ledger's
    acts; ``written`` is the file, where one was asked for.
    """

    imported: Import
    acts: tuple[Act, ...]
    faults: tuple[Fault, ...]
    differences: tuple[Difference, ...]
    written: Path | None


@frozen
class ImportReport:
    """What came of a run, page by page."""

    pages: tuple[PageReport, ...]


def run_import(
    pages: Sequence[Path],
    retrieved: date,
    ledger: Ledger,
    out: Path | None = None,
    corrections: Path = _PACKAGED_CORRECTIONS,
) -> ImportReport:
    """Import status pages that were fetched on the day ``retrieved``.

    ``out`` is a folder for one ``<treaty>.csv`` per page; None writes nothing. Raises
    :class:`UnreadableInput` for a page that cannot be read at all, before anything is written.
    """
    read = [page_report(_bytes(p), p.name, retrieved, ledger, corrections) for p in pages]
    return ImportReport(tuple(_written(report, out) for report in read))


def page_report(
    html: bytes,
    name: str,
    retrieved: date,
    ledger: Ledger,
    corrections: Path = _PACKAGED_CORRECTIONS,
) -> PageReport:
    """What comes of one page; :class:`UnreadableInput` for one that is no status page."""
    imported = import_untc_page(
        html,
        name=name,
        retrieved=retrieved,
        participants=ledger.participants,
        treaties=treaties_by_number(ledger.treaties),
    )
    return _corrected(imported, ledger, corrections)


def _bytes(page: Path) -> bytes:
    try:
        return page.read_bytes()
    except OSError as error:
        told = f"cannot be opened ({error.strerror})"
        raise UnreadableInput(str(page), told, "Give the path of a saved status page.") from error


def treaties_by_number(treaties: Mapping[str, Treaty]) -> dict[str, str]:
    """Our ids of the treaties that the Secretary-General keeps, by his number ("XXVI-5")."""
    numbered = ((treaty.reference.mtdsg, treaty.id) for treaty in treaties.values())
    return {number: treaty for number, treaty in numbered if number is not None}


def _corrected(imported: Import, ledger: Ledger, folder: Path) -> PageReport:
    rows, unreadable = read_corrections(folder / f"{imported.treaty}.csv")
    acts, notes = apply_corrections(imported.acts, rows)
    return PageReport(
        imported=imported,
        acts=acts,
        faults=(*imported.faults, *_in_force_fault(imported, ledger), *unreadable, *notes),
        differences=compare_with(acts, ledger.acts.get(imported.treaty, ())),
        written=None,
    )


def _in_force_fault(imported: Import, ledger: Ledger) -> tuple[Fault, ...]:
    """A treaty's entry into force as the page and as the treaty file give it must agree."""
    treaty = ledger.treaties.get(imported.treaty)
    milestone = treaty and treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    printed = imported.entry_into_force
    if milestone is None or not milestone or printed is None or milestone.on.covers(printed):
        return ()
    told = f"the page has the entry into force on {printed}, the treaty file on {milestone.on}"
    return (Fault(imported.page, 0, "entry-into-force-differs", told),)


def _written(report: PageReport, out: Path | None) -> PageReport:
    if out is None:
        return report
    path = out / f"{report.imported.treaty}.csv"
    write_acts(path, report.acts)
    return PageReport(report.imported, report.acts, report.faults, report.differences, path)
