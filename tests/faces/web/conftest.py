"""A server in this process for tests that need no browser; each test runs on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.faces.web.newsroom import token
from tests.workspaces import DATABASES, new_workspace
from treatywatch.web.app import create
from treatywatch.web.settings import Settings


@contextmanager
def visited(database: str, folder: Path, writes_per_minute: int = 30) -> Iterator[TestClient]:
    """A visitor of a server with a new workspace.

    Readings take place in this process, which spares each test the start of another.
    """
    with new_workspace(database, folder) as url:
        settings = Settings(database=url, reading_seconds=0, writes_per_minute=writes_per_minute)
        with TestClient(create(settings)) as visitor:
            yield visitor


@pytest.fixture(params=DATABASES)
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TestClient]:
    """A visitor of a server with a workspace of its own, for tests that change something."""
    with visited(request.param, tmp_path) as visitor:
        yield visitor


@pytest.fixture(scope="session", params=DATABASES)
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """A visitor who changes nothing, so that one server does for all such tests."""
    folder = tmp_path_factory.mktemp("workspace")
    with visited(request.param, folder, writes_per_minute=10_000) as visitor:
        yield visitor


@pytest.fixture(scope="session")
def editor(reader: TestClient) -> dict[str, str]:
    """The header of an editor's program there, for what is refused to editors too."""
    return token(reader)
