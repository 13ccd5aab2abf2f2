"""An SQLite workspace looked at and laid out by nothing but Python's own library.

A server looks at its workspace before it listens. To load SQLAlchemy and what migrates for that
would take longer than all else it does before its first page.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

MIGRATIONS = Path(__file__).with_name("migrations")
# What all the migrations make of an empty file; a test holds the two against each other.
TABLES = MIGRATIONS / "newest.sql"
_REVISION = "SELECT version_num FROM alembic_version"
_SCHEME = "sqlite:///"
_FILE = "workspace.db"
_PATIENCE = 30  # seconds, while another server lays the same file out
_PAUSE = 0.02  # seconds


def default_file() -> Path:
    """Where the workspace of this user lies: below XDG_DATA_HOME, or ~/.local/share."""
    home = os.environ.get("XDG_DATA_HOME")
    base = Path(home) if home else Path("~/.local/share").expanduser()
    return base / "treatywatch" / _FILE


def make_default_folder() -> None:
    """Make the folder of that file, which nobody else may look into."""
    default_file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def file_of(database: str) -> Path | None:
    """The file behind a plain URL (or none); None for whatever SQLAlchemy had better read."""
    if not database:
        return default_file()
    name = database.removeprefix(_SCHEME)
    is_plain = database.startswith(_SCHEME) and name and not set(name) & set("?%#:")
    return Path(name) if is_plain else None


def newest() -> str:
    """The revision of this version: each file of a migration begins with its own."""
    return max(path.name for path in MIGRATIONS.glob("versions/*.py")).partition("_")[0]


def is_of_this_version(file: Path) -> bool:
    """Whether the file is a workspace of this version; not so where that cannot be told."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            return _is_newest(opened)
    except sqlite3.Error:
        return False


def _is_newest(opened: sqlite3.Connection) -> bool:
    told: tuple[str] | None = opened.execute(_REVISION).fetchone()
    return told == (newest(),)


def lay_out(file: Path) -> bool:
    """Make the tables of this version in a file that is new; whether they are there now.

    A file with tables of its own is left as it is, and so is one that cannot be written.
    """
    try:
        with closing(sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)) as opened:
            _write_ahead(opened)
            opened.execute("BEGIN IMMEDIATE")
            if not opened.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                for statement in TABLES.read_text("utf-8").split(";\n"):
                    opened.execute(statement)
            opened.execute("COMMIT")
            return _is_newest(opened)
    except sqlite3.Error:
        return False


def _write_ahead(opened: sqlite3.Connection) -> None:
    """Have changes written ahead; SQLite itself does not wait for its turn to change that."""
    until = monotonic() + _PATIENCE
    while True:
        try:
            opened.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(_PAUSE)
