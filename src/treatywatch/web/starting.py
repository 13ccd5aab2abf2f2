"""What has to hold before a server listens: tables of this version, and accounts where needed."""

from treatywatch.errors import BadSetting
from treatywatch.web.settings import LOOPBACK, Settings
from treatywatch.workspace.sqlite_file import (
    file_of,
    is_of_this_version,
    lay_out,
    make_default_folder,
)


def make_ready(settings: Settings) -> None:
    """Bring the workspace to this version; :class:`BadSetting` if the server may not listen there.

    A server that others can reach needs an account first, so that writing is never open to all.
    """
    if settings.is_loopback and _is_plainly_ready(settings.database):
        return
    known = _open_accounts(settings.database)
    if not known and not settings.is_loopback:
        told = (
            f"make an account first (treatywatch accounts add NAME), or listen on {LOOPBACK[0]} "
            "where only this machine can reach it"
        )
        raise BadSetting("host", settings.host, told)


def _is_plainly_ready(database: str) -> bool:
    """Whether it is an SQLite file of this version, or a new one that was laid out as one."""
    file = file_of(database)
    if file is None:
        return False
    if not database:
        make_default_folder()
    if not file.exists() and file.parent.is_dir():
        return lay_out(file)
    return is_of_this_version(file)


def _open_accounts(database: str) -> int:
    """How many accounts there are, in a workspace brought to this version."""
    # What speaks to every database and migrates is dear to load, and seldom needed to begin.
    from sqlalchemy import func, select

    from treatywatch.workspace.database import open_engine, reading
    from treatywatch.workspace.migrating import upgrade
    from treatywatch.workspace.tables import ACCOUNTS

    engine = open_engine(database)
    try:
        upgrade(engine)
        with reading(engine) as connection:
            still_open = select(func.count()).where(ACCOUNTS.c.closed_at.is_(None))
            return int(connection.execute(still_open).scalar_one())
    finally:
        engine.dispose()
