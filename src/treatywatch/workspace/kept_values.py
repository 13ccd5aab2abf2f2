"""What the workspace remembers for its server: one value for each name."""

import secrets

from sqlalchemy import Connection, insert, select

from treatywatch.workspace.tables import KEPT

_SECRET = "session-secret"


def session_secret(connection: Connection) -> str:
    """The secret that signs sessions, made when first asked for (the transaction must write)."""
    known = connection.execute(select(KEPT.c.value).where(KEPT.c.name == _SECRET)).scalar()
    if known is not None:
        return str(known)
    made = secrets.token_urlsafe(32)
    connection.execute(insert(KEPT).values(name=_SECRET, value=made))
    return made
