"""An SQLite workspace told and laid out without what migrates."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from treatywatch.web.settings import Settings
from treatywatch.web.starting import make_ready
from treatywatch.workspace.database import open_engine
from treatywatch.workspace.migrating import upgrade
from treatywatch.workspace.sqlite_file import file_of, is_of_this_version, lay_out

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master"


def told(file: Path) -> tuple[set[tuple[str, ...]], list[tuple[str]]]:
    """The schema word by word, and the revision."""
    with closing(sqlite3.connect(file)) as opened:
        rows = {
            tuple(" ".join((part or "").split()) for part in row) for row in opened.execute(SCHEMA)
        }
        return rows, opened.execute("SELECT version_num FROM alembic_version").fetchall()


def migrated(file: Path, *revisions: str) -> Path:
    engine = open_engine(f"sqlite:///{file}")
    for revision in revisions:
        upgrade(engine, revision)
    engine.dispose()
    return file


def test_a_new_file_is_what_all_the_migrations_make(tmp_path: Path) -> None:
    # When this fails, a migration is new: migrations/newest.sql has to say the same.
    by_migrating = migrated(tmp_path / "old.db", "0001", "head")
    assert lay_out(tmp_path / "new.db")
    assert told(tmp_path / "new.db") == told(by_migrating)


def test_a_server_brings_an_older_workspace_forward(tmp_path: Path) -> None:
    file = migrated(tmp_path / "w.db", "0001")
    assert not is_of_this_version(file)
    make_ready(Settings(database=f"sqlite:///{file}"))
    assert is_of_this_version(file)


def test_a_server_makes_the_workspace_of_a_user_where_no_other_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    make_ready(Settings())
    assert is_of_this_version(tmp_path / "data" / "treatywatch" / "workspace.db")
    assert (tmp_path / "data" / "treatywatch").stat().st_mode & 0o077 == 0


def test_of_several_servers_that_start_at_once_one_lays_out(tmp_path: Path) -> None:
    file = tmp_path / "w.db"
    with ThreadPoolExecutor(4) as several:
        assert all(several.map(lambda _: lay_out(file), range(8)))
    assert is_of_this_version(file)


def test_what_is_no_workspace_is_left_as_it_is(tmp_path: Path) -> None:
    other, letter = tmp_path / "other.db", tmp_path / "letter.txt"
    with closing(sqlite3.connect(other)) as opened:
        opened.execute("CREATE TABLE stamps (name)")
    letter.write_text("Dear Sir or Madam, " * 40)
    assert (lay_out(other), lay_out(letter)) == (False, False)
    with closing(sqlite3.connect(other)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == [("stamps",)]
    assert letter.read_text().startswith("Dear Sir")


@pytest.mark.parametrize(
    ("database", "file"),
    [
        ("sqlite:////srv/w.db", "/srv/w.db"),
        ("sqlite:///w.db", "w.db"),
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("sqlite:///w.db?mode=ro", None),
        ("postgresql://anna@host/w", None),
        ("w.db", None),
    ],
)
def test_only_a_plain_address_is_a_file(database: str, file: str | None) -> None:
    assert file_of(database) == (None if file is None else Path(file))
