"""The record as it was last read, kept in the user's cache folder so that a start costs nothing.

Reading every file strictly takes seconds; a command that answers one question should not. What is
kept is named after the record's files and the code that reads them (path, size, time of change) and
Python's version, so that an edited record is read anew. The folder is TREATYWATCH_CACHE, else
treatywatch below XDG_CACHE_HOME or ~/.cache; TREATYWATCH_CACHE=off keeps nothing. A folder that
cannot be written, or a kept file that cannot be read, costs time and nothing else.
"""

import os
import pickle
import sys
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from treatywatch.ledger.ledger import Ledger

SETTING = "TREATYWATCH_CACHE"


def kept_ledger(record: Path) -> Ledger | None:
    """The ledger read earlier from exactly these files, or None."""
    path = _place(record)
    if path is None:
        return None
    # Whatever is wrong with a kept file, the record itself is there to be read.
    with suppress(Exception):
        kept = pickle.loads(path.read_bytes())
        return kept if isinstance(kept, Ledger) else None
    return None


def keep_ledger(record: Path, ledger: Ledger) -> None:
    """Keep the ledger for the next start; silently nothing where the folder cannot be written."""
    path = _place(record)
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(pickle.dumps(ledger, protocol=pickle.HIGHEST_PROTOCOL))
        Path(file.name).replace(path)
        _forget_others(path)


def _forget_others(path: Path) -> None:
    """Drop what was kept of the same record before it was edited."""
    record = path.name.split(".")[0]
    for older in path.parent.glob(f"{record}.*.ledger"):
        if older != path:
            older.unlink(missing_ok=True)


def _place(record: Path) -> Path | None:
    folder = _folder()
    if folder is None:
        return None
    name = sha256(str(record.resolve()).encode()).hexdigest()[:12]
    return folder / f"{name}.{_fingerprint(record)}.ledger"


def _folder() -> Path | None:
    chosen = os.environ.get(SETTING, "")
    if chosen:
        return None if chosen == "off" else Path(chosen)
    home = os.environ.get("XDG_CACHE_HOME")
    # expanduser cannot fail, Path.home() can.
    base = Path(home) if home else Path("~/.cache").expanduser()
    return base / "treatywatch"


def _fingerprint(record: Path) -> str:
    """Names the state of the record's files, and the code that reads them."""
    digest = sha256(sys.version.encode())
    for path in _files(record):
        seen = path.stat()
        digest.update(f"{path} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:20]


def _files(record: Path) -> list[Path]:
    package = Path(__file__).parent.parent
    code = [*package.glob("law/**/*.py"), *package.glob("ledger/**/*.py")]
    return sorted([*record.rglob("*.csv"), *record.rglob("*.yaml"), *code])
