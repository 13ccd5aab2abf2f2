"""Faults in what an act concerns: parts and territories that nobody declared, idle exclusions."""

from collections.abc import Iterator

from treatywatch.law.act import Act
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.terms import ActKind
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.table import Row


def unit_faults(row: Row, act: Act, ledger: Ledger) -> Iterator[Fault]:
    """Faults of one act: its part must stand in the treaty file, its territory be its own."""
    treaty = ledger.treaties.get(act.treaty)
    parts = [part.id for part in treaty.parts] if treaty else []
    if act.part is not None and act.part not in parts:
        known = ", ".join(parts) or "none"
        words = f'no part "{act.part}" stands below parts: in the treaty file; it has {known}'
        yield row.fault("unknown-part", words)
    yield from _territory_faults(row, act, ledger)
    if act.kind is ActKind.TERRITORIAL_EXCLUSION and not _said_with_consent(act, ledger):
        words = f"{act.id} is said on a day without consent; a territory left later is a notice"
        yield row.fault("exclusion-without-consent", words)


def _territory_faults(row: Row, act: Act, ledger: Ledger) -> Iterator[Fault]:
    if act.territory is None:
        return
    territory = ledger.territories.get(act.territory)
    if territory is None:
        words = f'"{act.territory}" is in no row of participants/territories.csv'
        yield row.fault("unknown-territory", words)
    elif territory.participant != act.participant:
        words = f"{territory.name} is a territory of {territory.participant}, not {act.participant}"
        yield row.fault("territory-of-another", words)


def _said_with_consent(act: Act, ledger: Ledger) -> bool:
    return any(
        other.participant == act.participant
        and other.kind in CONSENT_KINDS
        and other.received_on == act.received_on
        for other in ledger.acts.get(act.treaty, ())
    )
