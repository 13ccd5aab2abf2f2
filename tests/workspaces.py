"""New workspaces on both databases: an SQLite file, and a database of a real PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgresql import workspace_of_its_own

DATABASES = ("sqlite", "postgresql")


@contextmanager
def new_workspace(database: str, folder: Path) -> Iterator[str]:
    """The URL of a workspace of its own, which is gone at the end or lies in the folder."""
    if database == "sqlite":
        yield f"sqlite:///{folder / 'workspace.db'}"
        return
    with workspace_of_its_own() as url:
        yield url
