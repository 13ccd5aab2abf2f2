"""Bringing a workspace to the tables of this version, forward and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine

from treatywatch.workspace.database import writing

MIGRATIONS = Path(__file__).with_name("migrations")
NEWEST, NONE = "head", "base"


def upgrade(engine: Engine, revision: str = NEWEST) -> None:
    """Bring the tables forward; everything or nothing, in one transaction."""
    with _configured(engine) as config:
        command.upgrade(config, revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the tables back to an earlier revision, ``base`` for none at all."""
    with _configured(engine) as config:
        command.downgrade(config, revision)


def revision_of(connection: Connection) -> str | None:
    """The revision that a database is at, None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


@contextmanager
def _configured(engine: Engine) -> Iterator[Config]:
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            # Several workers start at once; one of them migrates, the others find it done.
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7468265)")
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        yield config
