"""Status pages of the United Nations Treaty Collection, read into acts.

The table gives signatures and consents, the letters of its headings their kind; square brackets
mark what a State has since given up; end notes tell of withdrawals, of predecessor States and of
territories. Whatever cannot be understood becomes a fault that points to its line.
"""

from collections.abc import Mapping
from datetime import date

from treatywatch.law.participant import Participant
from treatywatch.ledger.imports.aids import Aids
from treatywatch.ledger.imports.assemble import ActMaker, acts_of
from treatywatch.ledger.imports.checks import check_brackets, check_names_once, check_totals
from treatywatch.ledger.imports.fault_book import FaultBook
from treatywatch.ledger.imports.imported import Import
from treatywatch.ledger.imports.names import name_book
from treatywatch.ledger.imports.note_book import read_notes
from treatywatch.ledger.imports.page import take_apart
from treatywatch.ledger.imports.page_head import PageHead, read_head
from treatywatch.ledger.imports.page_words import page_words
from treatywatch.ledger.imports.statements import read_statements
from treatywatch.ledger.imports.status_table import read_status_table


def import_untc_page(
    html: bytes,
    *,
    name: str,
    retrieved: date,
    participants: Mapping[str, Participant],
    treaties: Mapping[str, str],
) -> Import:
    """Read one status page.

    ``name`` is the page's name in faults, ``retrieved`` the day on which it was fetched,
    ``treaties`` the ids of our treaties by the depositary's number ("XXVI-5"). Raises
    :class:`UnreadableInput` for a file that is no status page; everything else is a fault.
    """
    words, page, faults = page_words(), take_apart(html, name), FaultBook(name)
    aids = Aids(name_book(participants, words.before_names), words, faults)
    head = read_head(page, retrieved, aids)
    treaty = _treaty(head, treaties, faults)
    rows = read_status_table(page, aids)
    notes = read_notes(page, rows, aids)
    further = read_statements(page, aids)
    acts = acts_of(ActMaker(treaty, source_id(head.reference)), rows, notes, further, faults)
    check_names_once(rows, faults)
    check_brackets(rows, acts, faults)
    check_totals(head, rows, faults)
    return Import(
        page=name,
        reference=head.reference,
        treaty=treaty,
        title=head.title,
        as_at=head.as_at,
        entry_into_force=head.entry_into_force,
        signatories=head.signatories,
        parties=head.parties,
        participants=tuple(dict.fromkeys(row.participant for row in rows)),
        acts=acts,
        end_notes=tuple(note.end_note for note in notes.values()),
        declarations=len(page.declarations),
        faults=tuple(sorted(faults.faults)),
    )


def source_id(reference: str) -> str:
    """The id of a status page among the record's sources: "untc-xxvi-5"."""
    return f"untc-{reference.casefold()}"


def _treaty(head: PageHead, treaties: Mapping[str, str], faults: FaultBook) -> str:
    if head.reference not in treaties:
        told = f'no treaty file has the number "{head.reference}": add one with this reference'
        faults.add(0, "unknown-treaty", told)
    return treaties.get(head.reference, head.reference)
