"""Tables forward and back, with something in them, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, insert, inspect, select

from treatywatch.workspace.database import reading, writing
from treatywatch.workspace.migrating import NONE, downgrade, revision_of, upgrade
from treatywatch.workspace.moments import now
from treatywatch.workspace.sqlite_file import MIGRATIONS, newest
from treatywatch.workspace.tables import ACCOUNTS, METADATA


def test_the_migrations_make_the_tables_of_this_version(engine: Engine) -> None:
    upgrade(engine, "0001")  # a new SQLite file would be laid out without them
    upgrade(engine)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []


def test_a_second_start_changes_nothing_and_loses_nothing(engine: Engine) -> None:
    upgrade(engine)
    moment = now()
    with writing(engine) as connection:
        row = {"name": "anna", "password": "-", "role": "editor", "made_at": moment}
        connection.execute(insert(ACCOUNTS), row)
    upgrade(engine)
    with reading(engine) as connection:
        assert connection.execute(select(ACCOUNTS.c.name, ACCOUNTS.c.made_at)).all() == [
            ("anna", moment)
        ]


def test_all_the_way_back_leaves_no_table_and_the_way_forward_is_open(engine: Engine) -> None:
    upgrade(engine)
    downgrade(engine, NONE)
    with reading(engine) as connection:
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
        assert revision_of(connection) is None
    upgrade(engine)
    with reading(engine) as connection:
        assert revision_of(connection) is not None


def test_a_workspace_of_this_version_is_told_without_what_migrates(engine: Engine) -> None:
    upgrade(engine)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with reading(engine) as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        assert revision_of(connection) == current == newest()
    assert newest() == ScriptDirectory.from_config(config).get_current_head()
