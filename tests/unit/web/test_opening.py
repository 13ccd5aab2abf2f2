"""A server that has just started: the first page at once, and every other right as well."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from treatywatch.web import app
from treatywatch.web.first_pages import STATIC
from treatywatch.web.opening import Opening
from treatywatch.web.settings import Settings

FIRST = ["/", "/about", *(f"/static/{path.name}" for path in sorted(STATIC.iterdir()))]
# Asks for the first page as a server does, and tells what has been loaded for it.
ALONE = """
import asyncio, sys
from treatywatch.web.opening import Opening
from treatywatch.web.settings import Settings
from treatywatch.web.starting import make_ready

told = []
async def send(message):
    told.append(message)

async def first_page():
    opening = Opening(settings)
    opening._begin = lambda: None
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
    await opening(scope, None, send)

settings = Settings(database=f"sqlite:///{sys.argv[1]}")
make_ready(settings)
asyncio.run(first_page())
dear = {"fastapi", "sqlalchemy", "alembic", "pyarrow", "argon2", "pydantic"}
print(told[0]["status"], b"Finland" in told[1]["body"], sorted(dear & set(sys.modules)))
"""


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    return Opening(Settings(database=f"sqlite:///{tmp_path / 'w.db'}", reading_seconds=0))


@pytest.fixture
def opened_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slowly the first pages come, the server does not open by itself meanwhile."""
    monkeypatch.setattr("treatywatch.web.opening._AT_THE_LATEST", 600.0)


@pytest.fixture
def visitor(opening: Opening) -> Iterator[TestClient]:
    """A visitor who comes before anything else is there, and after nobody."""
    with TestClient(opening) as comes:
        yield comes


def test_nothing_dear_is_loaded_for_the_first_page(tmp_path: Path) -> None:
    # The record is kept from other tests, or read now: then the schema of its files is loaded too.
    command = [sys.executable, "-c", ALONE, str(tmp_path / "w.db")]
    subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "w.db").unlink()
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert told == "200 True []\n"


@pytest.mark.usefixtures("opened_by_nobody")
def test_what_comes_first_is_what_comes_later(opening: Opening, visitor: TestClient) -> None:
    opening._begin = lambda: None  # type: ignore[assignment,return-value,method-assign]
    first = {path: visitor.get(path) for path in FIRST}
    assert opening._opened is None
    del opening._begin
    assert visitor.get("/treaties").status_code == 200
    assert opening._opened is not None
    for path in FIRST:
        later = visitor.get(path)
        assert (later.status_code, later.content) == (200, first[path].content)
        assert later.headers == first[path].headers
        again = visitor.get(path, headers={"If-None-Match": first[path].headers["etag"]})
        assert again.status_code == 304


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/treaties/apmbc/participants/FIN?on=2025-12-31", 200, "PARTY UNDER NOTICE"),
        ("/?on=2025-12-31", 200, "2025-12-31"),
        ("/?on=2025-02-30", 422, "no day 30"),
        ("/nowhere", 404, "Back to the first page"),
        ("/static/nowhere.css", 404, ""),
        ("/api/v1/openapi.json", 200, '"3.1'),
        ("/feeds/changes.json", 200, "jsonfeed"),
    ],
)
def test_whatever_is_asked_first_is_answered(
    visitor: TestClient, path: str, status: int, words: str
) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_whoever_may_be_signed_in_waits_for_who_can_tell(
    opening: Opening, visitor: TestClient
) -> None:
    visitor.cookies.set("treatywatch", "made.up")
    assert visitor.get("/").status_code == 200
    assert opening._opened is not None


def test_a_form_that_comes_first_is_not_lost(visitor: TestClient) -> None:
    form = {"name": "nobody", "password": "wrong horse battery"}
    assert visitor.post("/sign-in", data=form).status_code == 403


def test_visits_are_counted_on_when_the_rest_is_there(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'w.db'}", reads_per_minute=3)
    with TestClient(Opening(settings)) as hasty:
        asked = [hasty.get(path).status_code for path in ("/", "/about", "/treaties", "/")]
    assert asked == [200, 200, 200, 429]


def test_an_application_that_could_not_be_opened_is_tried_again(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = app.create

    def fails(*_given: object) -> None:
        monkeypatch.setattr(app, "create", whole)
        raise OSError("no more files may be opened")

    monkeypatch.setattr(app, "create", fails)
    with TestClient(opening, raise_server_exceptions=False) as visitor:
        assert visitor.get("/treaties").status_code == 500
        assert visitor.get("/treaties").status_code == 200
