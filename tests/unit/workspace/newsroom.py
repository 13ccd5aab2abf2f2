"""A workspace with an editor and a report, for tests on both databases."""

import hashlib

from sqlalchemy import Connection, Engine

from treatywatch.workspace.accounts import Role, add_account
from treatywatch.workspace.database import writing
from treatywatch.workspace.migrating import upgrade
from treatywatch.workspace.readings import ask_reading
from treatywatch.workspace.reports import keep_report

PASSWORD = "correct horse battery"


def newsroom(engine: Engine) -> int:
    """Tables, and an editor; its number."""
    upgrade(engine)
    with writing(engine) as connection:
        return add_account(connection, "anna", PASSWORD, Role.EDITOR).id


def a_report(connection: Connection, text: str = "Greece has left.", **told: str) -> int:
    number, is_new = keep_report(
        connection,
        None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        name="news.txt",
        title=None,
        text=text,
        particulars={"published": None, "published_from": None, **told},
    )
    if is_new:
        ask_reading(connection, number)
    return number
