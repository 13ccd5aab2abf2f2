"""The record as it was last read, kept for the next start."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from treatywatch.kept import keep, kept
from treatywatch.ledger.ledger import Ledger


def kept_ledger(record: Path) -> Ledger | None:
    """The ledger read earlier from exactly these files, or None."""
    found = kept(_name(record), _files(record))
    return found if isinstance(found, Ledger) else None


def keep_ledger(record: Path, ledger: Ledger) -> None:
    """Keep the ledger for the next start."""
    keep(_name(record), _files(record), ledger.for_keeping())


def _name(record: Path) -> str:
    return "ledger-" + sha256(str(record.resolve()).encode()).hexdigest()[:12]


def _files(record: Path) -> Iterator[Path]:
    """The record's files, and the code that reads and keeps them."""
    package = Path(__file__).parent.parent
    yield package / "kept.py"
    yield package / "values.py"
    yield from package.glob("law/**/*.py")
    yield from package.glob("ledger/**/*.py")
    for kind in ("*.csv", "*.yaml"):
        yield from record.rglob(kind)
