"""What has to hold before a server listens: tables of this version, and accounts where needed."""

from sqlalchemy import func, select

from treatywatch.errors import BadSetting
from treatywatch.web.settings import LOOPBACK, Settings
from treatywatch.workspace.database import open_engine, reading
from treatywatch.workspace.migrating import upgrade
from treatywatch.workspace.tables import ACCOUNTS


def make_ready(settings: Settings) -> None:
    """Bring the workspace to this version; :class:`BadSetting` if the server may not listen there.

    A server that others can reach needs an account first, so that writing is never open to all.
    """
    engine = open_engine(settings.database)
    upgrade(engine)
    with reading(engine) as connection:
        open_accounts = select(func.count()).where(ACCOUNTS.c.closed_at.is_(None))
        known = connection.execute(open_accounts).scalar_one()
    engine.dispose()
    if not known and not settings.is_loopback:
        told = (
            f"make an account first (treatywatch accounts add NAME), or listen on {LOOPBACK[0]} "
            "where only this machine can reach it"
        )
        raise BadSetting("host", settings.host, told)
