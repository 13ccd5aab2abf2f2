"""The database of a workspace: an SQLite file by default, PostgreSQL for several servers."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from treatywatch.errors import BadSetting
from treatywatch.workspace.sqlite_file import default_file, make_default_folder

_WRITES = "treatywatch_writes"


def open_engine(database: str = "") -> Engine:
    """An engine for the URL; without one, for the SQLite file in the user's data folder.

    ``postgresql://`` means psycopg 3. Raises :class:`BadSetting` for a URL that is none, or for a
    database of another make.
    """
    url = _url(database)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": 30})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin)
        return engine
    return create_engine(url, pool_pre_ping=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads, on one state of the database."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept when it ends, or nothing if it fails."""
    with engine.connect() as connection:
        writer = connection.execution_options(**{_WRITES: True})
        with writer.begin():
            yield writer


def _url(database: str) -> URL:
    if not database:
        make_default_folder()
        return URL.create("sqlite+pysqlite", database=str(default_file()))
    try:
        url = make_url(database)
    except ArgumentError:
        told = "give a URL such as sqlite:///workspace.db or postgresql://user@host/name"
        raise BadSetting("database", database, told) from None
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() != "sqlite":
        raise BadSetting("database", url.drivername, "give an sqlite or a postgresql URL")
    return url.set(drivername="sqlite+pysqlite")


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # Transactions are begun by hand below: sqlite3 itself would begin too late, at the first write.
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # Who means to write takes the lock at once: a reader that turns writer could be refused it.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
