"""A real PostgreSQL for the tests: one cluster for each process, in a folder of its own.

The server programs are Debian's (`make test` installs them where it may). Without them the tests
that need them skip, saying so; TREATYWATCH_TEST_POSTGRESQL names a server to use instead.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from treatywatch.workspace.database import open_engine
from treatywatch.workspace.migrating import upgrade

_NUMBERS = count(1)
_USER = "postgres"


@contextmanager
def database_of_its_own(template: str = "template1") -> Iterator[str]:
    """The URL of a database that is dropped at the end: an empty one, or a copy of another."""
    name = f"treatywatch_{os.getpid()}_{next(_NUMBERS)}"
    _tell_server(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield _url_of(name)
    finally:
        _tell_server(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def workspace_of_its_own() -> Iterator[str]:
    """The URL of a database with the tables of this version, copied from one that was migrated."""
    with database_of_its_own(_migrated()) as database:
        yield database


@cache
def _migrated() -> str:
    """The name of a database that all the migrations were run on, once for each process."""
    making = database_of_its_own()
    database = making.__enter__()
    engine = open_engine(database)
    upgrade(engine)
    engine.dispose()
    atexit.register(making.__exit__, None, None, None)
    name = make_url(database).database
    assert name is not None
    return name


def _tell_server(command: str) -> None:
    with psycopg.connect(_server(), autocommit=True) as connection:
        connection.execute(command.encode())


def _url_of(name: str) -> str:
    base, _, options = _server().partition("?")
    return f"{base.rsplit('/', 1)[0]}/{name}" + (f"?{options}" if options else "")


def _server() -> str:
    return os.environ.get("TREATYWATCH_TEST_POSTGRESQL") or _cluster()


@cache
def _cluster() -> str:
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian's package postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="treatywatch-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    _as_server(programs / "initdb", "-D", folder / "data", "-U", _USER, "-A", "trust", "-N")
    # Nothing in it has to outlive the tests, nor a crash.
    unsafe = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"
    options = f"-k {folder} -c listen_addresses='' {unsafe}"
    _as_server(
        programs / "pg_ctl",
        "-D",
        folder / "data",
        "-o",
        options,
        "-l",
        folder / "log",
        "-w",
        "start",
    )
    atexit.register(_end, programs, folder)
    return f"postgresql://{_USER}@/{_USER}?host={folder}"


def _end(programs: Path, folder: Path) -> None:
    _as_server(programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


def _as_server(*command: object) -> None:
    """Run a server program; as the user of the database where this is root, whom it refuses."""
    words = [str(part) for part in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", _USER, "--", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")
