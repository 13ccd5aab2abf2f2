"""From the files of the record to a ledger, or to the list of their faults."""

from functools import cache
from pathlib import Path

from treatywatch.errors import FaultyRecord
from treatywatch.ledger.cache import keep_ledger, kept_ledger
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.ledger import Ledger

PACKAGED_RECORD = Path(__file__).parent.parent / "record"


@cache
def load_ledger(folder: Path = PACKAGED_RECORD) -> Ledger:
    """The ledger of a record folder (the packaged one by default), read once.

    Raises :class:`FaultyRecord` with every fault, each with file and line, if there is any.
    """
    if (kept := kept_ledger(folder)) is not None:
        return kept
    ledger, faults = read_record(folder)
    if faults:
        raise FaultyRecord([str(fault) for fault in faults])
    keep_ledger(folder, ledger)
    return kept_ledger(folder) or ledger


def read_record(folder: Path) -> tuple[Ledger, tuple[Fault, ...]]:
    """Read a record folder: the ledger of what could be understood, and every fault found."""
    # The strict readers and their schema are dear to import, and a kept ledger needs none of them.
    from treatywatch.ledger.record_reader import RecordReader

    reader = RecordReader(folder)
    ledger = reader.ledger()
    return ledger, reader.all_faults(ledger)
