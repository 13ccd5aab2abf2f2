"""Who may write: accounts, sessions and tokens, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, select

from treatywatch.errors import BadSetting, UnknownName
from treatywatch.workspace import accounts
from treatywatch.workspace.accounts import Role
from treatywatch.workspace.database import writing
from treatywatch.workspace.migrating import upgrade
from treatywatch.workspace.moments import now
from treatywatch.workspace.tables import ACCOUNTS, SESSIONS, TOKENS

PASSWORD = "correct horse battery"


@pytest.fixture
def connection(engine: Engine):  # type: ignore[no-untyped-def]
    upgrade(engine)
    with writing(engine) as open_connection:
        yield open_connection


def anna(connection: Connection) -> accounts.Account:
    return accounts.add_account(connection, "anna", PASSWORD, Role.EDITOR)


def test_the_right_password_admits_and_no_other_does(connection: Connection) -> None:
    made = anna(connection)
    assert accounts.admit(connection, "anna", PASSWORD) == made
    assert accounts.admit(connection, "anna", PASSWORD + "!") is None
    assert accounts.admit(connection, "nobody", PASSWORD) is None


def test_a_password_is_kept_as_argon2id_and_secrets_as_digests(connection: Connection) -> None:
    made = anna(connection)
    session = accounts.begin_session(connection, made)
    token = accounts.make_token(connection, made, "wire")
    kept = [
        *connection.execute(select(ACCOUNTS.c.password)).scalars(),
        *connection.execute(select(SESSIONS.c.digest)).scalars(),
        *connection.execute(select(TOKENS.c.digest)).scalars(),
    ]
    assert kept[0].startswith("$argon2id$")
    assert not any(secret in str(kept) for secret in (PASSWORD, session, token))


def test_a_short_password_and_a_taken_name_are_refused(connection: Connection) -> None:
    with pytest.raises(BadSetting, match="at least 12"):
        accounts.add_account(connection, "anna", "short", Role.EDITOR)
    anna(connection)


def test_a_taken_name_is_refused(engine: Engine) -> None:
    upgrade(engine)
    with writing(engine) as connection:
        anna(connection)
    with pytest.raises(BadSetting, match="exists already"), writing(engine) as connection:
        anna(connection)


def test_a_session_is_its_accounts_until_it_ends(connection: Connection) -> None:
    made = anna(connection)
    secret = accounts.begin_session(connection, made)
    assert accounts.of_session(connection, secret) == made
    accounts.end_session(connection, secret)
    assert accounts.of_session(connection, secret) is None


def test_a_session_that_is_too_old_is_none(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = accounts.begin_session(connection, anna(connection))
    later = now() + accounts.SESSION_LASTS + timedelta(seconds=1)
    monkeypatch.setattr(accounts, "now", lambda: later)
    assert accounts.of_session(connection, secret) is None


def test_a_closed_account_opens_nothing_any_more(connection: Connection) -> None:
    made = anna(connection)
    session = accounts.begin_session(connection, made)
    token = accounts.make_token(connection, made, "wire")
    assert accounts.of_token(connection, token) == made
    accounts.close_account(connection, "anna")
    assert accounts.of_session(connection, session) is None
    assert accounts.of_token(connection, token) is None
    assert accounts.admit(connection, "anna", PASSWORD) is None
    with pytest.raises(UnknownName):
        accounts.close_account(connection, "anna")
