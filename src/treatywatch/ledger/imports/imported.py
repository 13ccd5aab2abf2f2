"""What an import gives: acts, what the end notes were taken to mean, and faults."""

from datetime import date

from treatywatch.law.act import Act
from treatywatch.ledger.fault import Fault
from treatywatch.values import frozen


@frozen
class EndNote:
    """An end note that was read: for whom, and what its sentences were taken to mean."""

    number: str
    line: int
    participants: tuple[str, ...]
    meanings: tuple[str, ...]


@frozen
class Import:
    """One status page, read.

    ``treaty`` is our id, or the depositary's number where no treaty file has that number.
    ``as_at`` is the day the page itself names, ``signatories`` and ``parties`` its own totals.
    ``participants`` are all who stand in the table. ``declarations`` counts statements that are
    no acts and were not read. Everything that could not be understood is in ``faults``.
    """

    page: str
    reference: str
    treaty: str
    title: str
    as_at: date | None
    entry_into_force: date | None
    signatories: int | None
    parties: int | None
    participants: tuple[str, ...]
    acts: tuple[Act, ...]
    end_notes: tuple[EndNote, ...]
    declarations: int
    faults: tuple[Fault, ...]
