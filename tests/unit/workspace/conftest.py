"""Workspaces on both databases: an SQLite file, and a PostgreSQL cluster made for the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.postgresql import database_of_its_own
from treatywatch.workspace.database import open_engine


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on an empty database."""
    if request.param == "sqlite":
        made = open_engine(f"sqlite:///{tmp_path / 'workspace.db'}")
        yield made
        made.dispose()
        return
    with database_of_its_own() as url:
        made = open_engine(url)
        yield made
        made.dispose()
