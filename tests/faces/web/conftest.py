"""A server in this process for tests that need no browser, on a workspace of its own.

Tests that write run on both databases: SQLite, and PostgreSQL where it is installed.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.postgresql import database_of_its_own
from treatywatch.web.app import create
from treatywatch.web.settings import Settings

# The others ask the record alone, which lies in no database.
WRITING = ("test_reports", "test_desk", "test_imports", "test_signing_in", "test_tables_and_feeds")


def settings(database: str) -> Settings:
    """Readings take place in this process, which spares each test the start of another."""
    return Settings(database=database, reading_seconds=0)


@pytest.fixture(params=["sqlite", "postgresql"])
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TestClient]:
    if request.param == "sqlite":
        with TestClient(create(settings(f"sqlite:///{tmp_path / 'w.db'}"))) as visitor:
            yield visitor
        return
    if not request.module.__name__.endswith(WRITING):
        pytest.skip("writes nothing: one database is enough")
    with (
        database_of_its_own() as database,
        TestClient(create(settings(database))) as visitor,
    ):
        yield visitor
