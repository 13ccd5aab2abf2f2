"""A page held against itself: its totals against its rows, its brackets against its notes."""

from collections.abc import Sequence

from treatywatch.law.act import Act
from treatywatch.law.terms import ActKind
from treatywatch.ledger.imports.fault_book import FaultBook
from treatywatch.ledger.imports.page_head import PageHead
from treatywatch.ledger.imports.page_words import Role
from treatywatch.ledger.imports.status_table import StatusRow

_EXITS = (
    ActKind.WITHDRAWAL_NOTICE,
    ActKind.CONSENT_WITHDRAWN,
    ActKind.SIGNATURE_WITHDRAWN,
)


def check_totals(head: PageHead, rows: Sequence[StatusRow], faults: FaultBook) -> None:
    """The totals printed above the table against the rows that are not set in brackets."""
    for label, printed, role in (
        ("signatories", head.signatories, Role.SIGNATURE),
        ("parties", head.parties, Role.CONSENT),
    ):
        counted = len({row.participant for row in rows if _stands(row, role)})
        if printed is not None and printed != counted:
            told = f"the page counts {printed} {label}, but its rows give {counted}"
            faults.add(0, "totals-differ", told)


def _stands(row: StatusRow, role: Role) -> bool:
    return any(e.heading.role is role and not e.bracketed for e in row.entries)


def check_brackets(rows: Sequence[StatusRow], acts: Sequence[Act], faults: FaultBook) -> None:
    """Brackets say that something was given up: an end note must tell when."""
    left = {act.participant for act in acts if act.kind in _EXITS}
    for row in rows:
        if row.participant not in left and any(entry.bracketed for entry in row.entries):
            told = f"{row.participant} is set in brackets, but no end note tells why and since when"
            faults.add(row.line, "brackets-without-note", told)


def check_names_once(rows: Sequence[StatusRow], faults: FaultBook) -> None:
    """No participant has two rows: two printed names would have been taken for one."""
    seen: dict[str, int] = {}
    for row in rows:
        if row.participant in seen:
            told = f"{row.participant} has a row here and at line {seen[row.participant]}"
            faults.add(row.line, "two-rows", told)
        seen.setdefault(row.participant, row.line)
