"""Accounts: who may write, and how they show that it is they."""

import hashlib
import secrets
from datetime import timedelta
from enum import StrEnum
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from treatywatch.errors import BadSetting, UnknownName
from treatywatch.values import frozen
from treatywatch.workspace.moments import now
from treatywatch.workspace.tables import ACCOUNTS, SESSIONS, TOKENS

SHORTEST_PASSWORD = 12
SESSION_LASTS = timedelta(days=14)
_HASHER = PasswordHasher()  # argon2id with the library's current settings


class Role(StrEnum):
    """What an account may do: a contributor hands in reports, an editor decides as well."""

    CONTRIBUTOR = "contributor"
    EDITOR = "editor"


@frozen
class Account:
    """Somebody who may write."""

    id: int
    name: str
    role: Role

    @property
    def may_decide(self) -> bool:
        """Whether the account may decide on proposals."""
        return self.role is Role.EDITOR


def add_account(connection: Connection, name: str, password: str, role: Role) -> Account:
    """A new account; :class:`BadSetting` for a name that is taken or a password that is short."""
    if len(password) < SHORTEST_PASSWORD:
        raise BadSetting("password", "…", f"use at least {SHORTEST_PASSWORD} characters")
    values = {"name": name, "password": _HASHER.hash(password), "role": role, "made_at": now()}
    try:
        made = connection.execute(insert(ACCOUNTS).values(values).returning(ACCOUNTS.c.id))
    except IntegrityError:
        raise BadSetting("account", name, "it exists already; choose another name") from None
    return Account(made.scalar_one(), name, role)


def accounts(connection: Connection) -> tuple[Account, ...]:
    """The accounts that are open, by name."""
    open_ones = select(ACCOUNTS).where(ACCOUNTS.c.closed_at.is_(None)).order_by(ACCOUNTS.c.name)
    return tuple(Account(r.id, r.name, Role(r.role)) for r in connection.execute(open_ones))


def close_account(connection: Connection, name: str) -> None:
    """Close an account with its sessions and tokens; what it wrote stays.

    Raises :class:`UnknownName`.
    """
    account = account_named(connection, name)
    moment = now()
    of_account = TOKENS.c.account_id == account.id
    connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == account.id).values(closed_at=moment))
    connection.execute(update(TOKENS).where(of_account).values(revoked_at=moment))
    connection.execute(SESSIONS.delete().where(SESSIONS.c.account_id == account.id))


def account_named(connection: Connection, name: str) -> Account:
    """The open account of that name; :class:`UnknownName` otherwise."""
    found = {account.name: account for account in accounts(connection)}
    if name not in found:
        raise UnknownName("account", name, tuple(found))
    return found[name]


def admit(connection: Connection, name: str, password: str) -> Account | None:
    """The account, if the password is its own; it takes as long where there is no such account."""
    wanted = select(ACCOUNTS).where(ACCOUNTS.c.name == name, ACCOUNTS.c.closed_at.is_(None))
    row = connection.execute(wanted).one_or_none()
    kept = _NOBODY if row is None else row.password
    try:
        right = _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return None
    return Account(row.id, row.name, Role(row.role)) if right and row is not None else None


# What a password is held against when there is no account: nobody knows what it was made from.
_NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$"
    "Lq0kSSEDiUgGSDvsY4hyUD3WSgbWlqQD8yXpJwI3nMo"
)


def begin_session(connection: Connection, account: Account) -> str:
    """The secret of a new session; only its digest is kept."""
    secret, moment = secrets.token_urlsafe(32), now()
    row = {"digest": _digest(secret), "account_id": account.id, "made_at": moment}
    connection.execute(insert(SESSIONS).values(**row, ends_at=moment + SESSION_LASTS))
    connection.execute(SESSIONS.delete().where(SESSIONS.c.ends_at < moment))
    return secret


def end_session(connection: Connection, secret: str) -> None:
    """Forget a session."""
    connection.execute(SESSIONS.delete().where(SESSIONS.c.digest == _digest(secret)))


def of_session(connection: Connection, secret: str) -> Account | None:
    """Whose session it is, while it lasts."""
    return _whose(
        connection,
        select(ACCOUNTS)
        .join(SESSIONS, SESSIONS.c.account_id == ACCOUNTS.c.id)
        .where(SESSIONS.c.digest == _digest(secret), SESSIONS.c.ends_at > now()),
    )


def make_token(connection: Connection, account: Account, name: str) -> str:
    """A token for a program; it is told this once, and only its digest is kept."""
    secret = f"tw_{secrets.token_urlsafe(32)}"
    row = {"account_id": account.id, "name": name, "digest": _digest(secret), "made_at": now()}
    connection.execute(insert(TOKENS).values(row))
    return secret


def of_token(connection: Connection, secret: str) -> Account | None:
    """Whose token it is, unless it was revoked."""
    return _whose(
        connection,
        select(ACCOUNTS)
        .join(TOKENS, TOKENS.c.account_id == ACCOUNTS.c.id)
        .where(TOKENS.c.digest == _digest(secret), TOKENS.c.revoked_at.is_(None)),
    )


def _whose(connection: Connection, query: Select[Any]) -> Account | None:
    row = connection.execute(query.where(ACCOUNTS.c.closed_at.is_(None))).one_or_none()
    return None if row is None else Account(row.id, row.name, Role(row.role))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
