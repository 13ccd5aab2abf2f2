"""Signing in: sessions out of reach of scripts, forms that cannot be sent from elsewhere."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from treatywatch.web.app import create
from treatywatch.web.rates import Rate
from treatywatch.web.settings import Settings
from treatywatch.workspace.accounts import Role, add_account
from treatywatch.workspace.database import writing

PASSWORD = "correct horse battery"


@pytest.fixture
def anna(client: TestClient) -> TestClient:
    with writing(client.app.state.engine) as connection:  # type: ignore[attr-defined]
        add_account(connection, "anna", PASSWORD, Role.EDITOR)
    return client


def sign_in(client: TestClient, password: str = PASSWORD, **more: str):  # type: ignore[no-untyped-def]
    form = {"name": "anna", "password": password, **more}
    return client.post("/sign-in", data=form, follow_redirects=False)


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(anna: TestClient) -> None:
    cookie = sign_in(anna).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_a_wrong_password_shows_the_form_again(anna: TestClient) -> None:
    answer = sign_in(anna, "wrong horse battery")
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_tries_are_counted(anna: TestClient) -> None:
    # The clock stands still: hashing passwords takes long enough for the bucket to fill again.
    anna.app.state.writes = Rate(3, clock=lambda: 0.0)  # type: ignore[attr-defined]
    tried = [sign_in(anna, "wrong horse battery").status_code for _ in range(4)]
    assert tried == [403, 403, 403, 429]


def test_signing_in_leads_nowhere_else(anna: TestClient) -> None:
    assert sign_in(anna, to="https://elsewhere.example/").headers["location"] == "/desk"
    assert sign_in(anna, to="//elsewhere.example/").headers["location"] == "/desk"


def test_a_page_of_another_site_cannot_sign_anybody_in(anna: TestClient) -> None:
    form = {"name": "anna", "password": PASSWORD}
    answer = anna.post("/sign-in", data=form, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_signing_out_needs_the_form_of_this_session(anna: TestClient) -> None:
    sign_in(anna)
    assert anna.post("/sign-out").status_code == 403
    shown = re.search(r'name="csrf" value="(\w+)"', anna.get("/").text)
    assert shown is not None
    assert anna.post("/sign-out", data={"csrf": shown[1]}).status_code == 200
    assert "Sign out" not in anna.get("/").text


def test_a_forged_cookie_is_nobody(anna: TestClient) -> None:
    anna.cookies.set("treatywatch", "made.up")
    assert "Sign out" not in anna.get("/").text


def test_one_address_asks_so_often_and_no_more(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'workspace.db'}"
    with TestClient(create(Settings(database=database, reads_per_minute=3))) as hasty:
        answers = [hasty.get("/about") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
