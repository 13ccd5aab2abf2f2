"""A server killed with SIGKILL: nothing that it acknowledged is lost, nothing is half written.

On both databases, in the middle of uploads, of imports, of a reading, and of decisions of the desk.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from sqlalchemy import Connection, func, insert, select

from tests.postgresql import database_of_its_own
from tests.unit.ledger.imports.status_pages import Page, row
from treatywatch.workspace.accounts import Role, add_account, make_token
from treatywatch.workspace.database import open_engine, reading, writing
from treatywatch.workspace.migrating import upgrade
from treatywatch.workspace.moments import now
from treatywatch.workspace.tables import (
    ACTS,
    CHANGES,
    DECISIONS,
    PROPOSALS,
    READINGS,
    REPORTS,
)

pytestmark = pytest.mark.slow

_PATIENCE = 240  # seconds, on a busy machine
_AT_ONCE = 4
BOUNDARY = "between-the-fields"
FORM_KIND = f"multipart/form-data; boundary={BOUNDARY}"
CLAIM = "Greece has notified the United Nations of its withdrawal from the Ottawa Convention."


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A database with an editor's token, and a folder for the logs of its servers."""

    url: str
    token: str
    folder: Path

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        engine = open_engine(self.url)
        with reading(engine) as connection:
            yield connection
        engine.dispose()


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs, until it is killed."""

    process: subprocess.Popen[bytes]
    address: str
    token: str

    def ask(self, path: str, told: object = None) -> Any:
        """A GET, or a POST of JSON or of a form; the answer, or an error if there is none."""
        kind = FORM_KIND if isinstance(told, bytes) else "application/json"
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": kind}
        body = told if told is None or isinstance(told, bytes) else json.dumps(told).encode()
        with urlopen(Request(self.address + path, body, headers), timeout=_PATIENCE) as answer:
            return json.loads(answer.read())

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def state(self, report: int) -> str:
        told: str = self.ask(f"/api/v1/reports/{report}/state")["state"]
        return told


@pytest.fixture(params=["sqlite", "postgresql"])
def newsroom(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Newsroom]:
    if request.param == "sqlite":
        yield made_ready(f"sqlite:///{tmp_path / 'workspace.db'}", tmp_path)
        return
    with database_of_its_own() as url:
        yield made_ready(url, tmp_path)


def made_ready(url: str, folder: Path) -> Newsroom:
    engine = open_engine(url)
    upgrade(engine)
    with writing(engine) as connection:
        anna = add_account(connection, "anna", "correct horse battery", Role.EDITOR)
        token = make_token(connection, anna, "tests")
    engine.dispose()
    return Newsroom(url, token, folder)


@contextmanager
def server(newsroom: Newsroom) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {
        "TREATYWATCH_PORT": str(port),
        "TREATYWATCH_DATABASE": newsroom.url,
        "TREATYWATCH_WRITES_PER_MINUTE": "100000",
    }
    command = [sys.executable, "-m", "treatywatch", "serve"]
    with (newsroom.folder / f"log-{port}").open("wb") as log:
        process = subprocess.Popen(command, env={**os.environ, **settings}, stdout=log, stderr=log)
        running = Server(process, f"http://127.0.0.1:{port}", newsroom.token)
        try:
            until(lambda: answers(running), "the server does not start")
            yield running
        finally:
            running.kill()


def answers(running: Server) -> bool:
    assert running.process.poll() is None, "the server has ended"
    try:
        running.ask("/api/v1/reports")
    except (URLError, ConnectionError):
        return False
    return True


def until(holds: Callable[[], bool], trouble: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.05)
    pytest.fail(trouble)


def storm(
    running: Server, asked: Sequence[tuple[str, object]], enough: int
) -> list[tuple[tuple[str, object], Any]]:
    """Send all of it, several at once, and kill the server when ``enough`` are acknowledged."""
    acknowledged: list[tuple[tuple[str, object], Any]] = []

    def send(one: tuple[str, object]) -> None:
        try:
            acknowledged.append((one, running.ask(*one)))
        except HTTPError:
            raise
        except (URLError, HTTPException, OSError, ValueError):
            return  # never acknowledged
        if len(acknowledged) == enough:
            running.process.send_signal(signal.SIGKILL)

    with ThreadPoolExecutor(_AT_ONCE) as senders:
        list(senders.map(send, asked))
    running.process.wait()
    assert enough <= len(acknowledged) < len(asked)
    return acknowledged


def rows(connection: Connection, table: Any) -> int:
    number = connection.execute(select(func.count()).select_from(table)).scalar_one()
    return int(number)


def test_uploads(newsroom: Newsroom) -> None:
    texts = [f"{CLAIM} Story {number}. " + "Words. " * 300 for number in range(40)]
    with server(newsroom) as running:
        asked = [("/api/v1/reports", {"text": text}) for text in texts]
        acknowledged = storm(running, asked, enough=8)
    with newsroom.connection() as connection:
        kept = {r.id: r for r in connection.execute(select(REPORTS))}
        read = {r.report_id for r in connection.execute(select(READINGS))}
    for (_, told), answer in acknowledged:
        number = answer["reports"][0]["report"]
        assert kept[number].sha256 == sha256(told["text"].encode()).hexdigest()  # type: ignore[index]
    assert {row.text for row in kept.values()} <= set(texts)
    assert read == set(kept), "each report that was kept waits to be read, or was read"
    with server(newsroom) as running:
        until(lambda: all_done(newsroom), "what was left behind is not read")
        first = running.ask(f"/api/v1/reports/{min(kept)}")
        assert first["claims"][0]["participants"] == ["GRC"]


def all_done(newsroom: Newsroom) -> bool:
    with newsroom.connection() as connection:
        states = connection.execute(select(READINGS.c.state)).scalars().all()
    assert "failed" not in states
    return set(states) == {"done"}


def page_form(number: int) -> bytes:
    """A status page with two acts that the record lacks, as it was on another day each time."""
    page = Page(
        [row("Morocco", "", "12 Feb 2026 a"), row("United States of America", "13 Feb 2026", "")],
        title="5. Convention on the Prohibition of the Use of Anti-Personnel Mines",
        as_at=f"{number % 28 + 1:02}-0{number // 28 + 3}-2026 10:16:18 EDT",
    ).html()
    fields = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="retrieved"\r\n\r\n2026-06-01\r\n'
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="page.html"\r\n'
        f"Content-Type: text/html\r\n\r\n{page}\r\n--{BOUNDARY}--\r\n"
    )
    return fields.encode()


def test_imports(newsroom: Newsroom) -> None:
    with server(newsroom) as running:
        asked = [("/api/v1/imports", page_form(number)) for number in range(40)]
        acknowledged = storm(running, asked, enough=8)
    with newsroom.connection() as connection:
        documents = set(connection.execute(select(REPORTS.c.id)).scalars())
        readings = {r.id: r for r in connection.execute(select(READINGS))}
        waiting = Counter(
            readings[r.reading_id].report_id for r in connection.execute(select(PROPOSALS))
        )
    assert {answer["document"] for _, answer in acknowledged} <= documents
    assert {one.report_id for one in readings.values()} == documents
    assert dict(waiting) == dict.fromkeys(documents, 2), "all that a page proposes, or nothing"


def test_a_reading(newsroom: Newsroom) -> None:
    long = "\n\n".join(f"{CLAIM} It rained for {number} hours." for number in range(500))
    with server(newsroom) as running:
        number = running.ask("/api/v1/reports", {"text": long})["reports"][0]["report"]
        until(lambda: running.state(number) == "reading", "it is not being read")
        running.kill()
    with newsroom.connection() as connection:
        left = connection.execute(select(READINGS)).one()
        assert (left.state, left.findings, left.ended_at) == ("reading", None, None)
        assert rows(connection, PROPOSALS) == 0
    with server(newsroom) as running:
        until(lambda: running.state(number) == "done", "it is not read again")
        told = running.ask(f"/api/v1/reports/{number}")
        with newsroom.connection() as connection:
            proposed = rows(connection, PROPOSALS)
    assert proposed == len(told["claims"]) == 500


def test_decisions(newsroom: Newsroom) -> None:
    proposed = 50
    with server(newsroom) as running:
        running.ask("/api/v1/reports", {"text": "Nothing was said."})
        until(lambda: running.state(1) == "done", "it is not read")
        lay_out(newsroom, proposed)
        acknowledged = storm(running, [decision(one) for one in range(1, proposed + 1)], enough=10)
    with newsroom.connection() as connection:
        kept = {r.proposal_id: r for r in connection.execute(select(DECISIONS))}
        acts = [r.decision_id for r in connection.execute(select(ACTS))]
        changes = rows(connection, CHANGES)
    decided = {answer["proposal"]: answer["state"] for _, answer in acknowledged}
    assert {number: kept[number].outcome for number in decided} == decided
    accepted = sorted(row.id for row in kept.values() if row.outcome == "accepted")
    assert sorted(acts) == accepted, "an act for each acceptance, and no act without one"
    assert changes == len(accepted)
    with server(newsroom) as running:
        states = running.ask("/api/v1/proposals?limit=500")["proposals"]
        assert {o["proposal"] for o in states if o["state"] != "waiting"} == set(kept)


def lay_out(newsroom: Newsroom, number: int) -> None:
    """So many proposals, as if a report had told of as many notices."""
    engine = open_engine(newsroom.url)
    told = {"reading_id": 1, "end": 0, "quote": "", "treaty": "apmbc", "participant": "GRC"}
    told |= {"act": "withdrawal-notice", "made_at": now()}
    with writing(engine) as connection:
        connection.execute(insert(PROPOSALS), [{**told, "start": one} for one in range(number)])
    engine.dispose()


def decision(number: int) -> tuple[str, object]:
    """Every third is rejected, the others accepted."""
    path = f"/api/v1/proposals/{number}/decisions"
    if number % 3 == 0:
        return path, {"outcome": "rejected", "note": "no"}
    source = {"source": "C.N.1", "source_url": "https://treaties.un.org/"}
    return path, {"outcome": "accepted", "received_on": f"2026-02-{number % 20 + 5:02}", **source}
