"""A newsroom for tests: an editor who is signed in, a program with a token, and patience."""

import re
import time

from fastapi.testclient import TestClient

from treatywatch.workspace.accounts import Account, Role, add_account, make_token
from treatywatch.workspace.database import writing

PASSWORD = "correct horse battery"
_PATIENCE = 60  # seconds, on a busy machine


def account(client: TestClient, name: str = "anna", role: Role = Role.EDITOR) -> Account:
    with writing(client.app.state.engine) as connection:  # type: ignore[attr-defined]
        return add_account(connection, name, PASSWORD, role)


def token(client: TestClient, name: str = "wire", role: Role = Role.EDITOR) -> dict[str, str]:
    """The header by which a program shows that it may write."""
    made = account(client, name, role)
    with writing(client.app.state.engine) as connection:  # type: ignore[attr-defined]
        return {"Authorization": f"Bearer {make_token(connection, made, 'tests')}"}


def signed_in(client: TestClient, name: str = "anna", role: Role = Role.EDITOR) -> str:
    """Sign in; what a form has to bring back from then on."""
    account(client, name, role)
    client.post("/sign-in", data={"name": name, "password": PASSWORD, "to": "/about"})
    shown = re.search(r'name="csrf" value="(\w+)"', client.get("/about").text)
    assert shown is not None
    return shown[1]


def read_to_the_end(client: TestClient, report: int) -> str:
    """Wait until a report has been read; the state in which its reading ended."""
    for _ in range(_PATIENCE * 20):
        state: str = client.get(f"/api/v1/reports/{report}/state").json()["state"]
        if state in {"done", "failed"}:
            return state
        time.sleep(0.05)
    raise AssertionError(f"report {report} was not read")
