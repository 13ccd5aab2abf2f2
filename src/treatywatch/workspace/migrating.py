"""Bringing a workspace to the tables of this version, forward and back.

What migrates is dear to import, and a workspace that is of this version needs none of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from treatywatch.workspace.database import reading, writing
from treatywatch.workspace.sqlite_file import MIGRATIONS, lay_out, newest

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST, NONE = "head", "base"
_REVISIONS = "alembic_version"  # the table in which a database tells its revision


def upgrade(engine: Engine, revision: str = NEWEST) -> None:
    """Bring the tables forward; everything or nothing, in one transaction."""
    if revision == NEWEST and _needs_no_migration(engine):
        return
    from alembic import command

    with _configured(engine) as config:
        command.upgrade(config, revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the tables back to an earlier revision, ``base`` for none at all."""
    from alembic import command

    with _configured(engine) as config:
        command.downgrade(config, revision)


def revision_of(connection: Connection) -> str | None:
    """The revision that a database is at, None for an empty one."""
    if not inspect(connection).has_table(_REVISIONS):
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {_REVISIONS}"))
    return found


def _needs_no_migration(engine: Engine) -> bool:
    with reading(engine) as connection:
        found = revision_of(connection)
    if found == newest():
        return True
    file = engine.url.database if engine.dialect.name == "sqlite" else None
    is_new_file = found is None and file is not None and Path(file).is_file()
    return is_new_file and lay_out(Path(file or ""))


@contextmanager
def _configured(engine: Engine) -> "Iterator[Config]":
    from alembic.config import Config

    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            # Several workers start at once; one of them migrates, the others find it done.
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7468265)")
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        yield config
