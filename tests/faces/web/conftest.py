"""A server in this process for tests that need no browser, on a workspace of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from treatywatch.web.app import create
from treatywatch.web.settings import Settings


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(database=f"sqlite:///{tmp_path / 'workspace.db'}")
    with TestClient(create(settings)) as visitor:
        yield visitor
