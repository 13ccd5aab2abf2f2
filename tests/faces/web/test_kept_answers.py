"""Answers are worked out once, and never kept beyond what they depend on."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from treatywatch import api
from treatywatch.ledger.ledger import Ledger
from treatywatch.web.kept_answers import KeptAnswers

FINLAND = "/api/v1/treaties/apmbc/participants/FIN/status?on=2025-12-31"


def test_a_kept_answer_is_the_same_answer(reader: TestClient) -> None:
    first, again = reader.get(FINLAND), reader.get(FINLAND)
    assert (first.content, first.headers) == (again.content, again.headers)


def test_another_day_is_another_question(reader: TestClient) -> None:
    reader.get(FINLAND)
    assert reader.get(FINLAND.replace("2025-12-31", "2026-01-10")).json()["standing"] == (
        "former-party"
    )


def test_what_was_kept_goes_when_the_record_changes(client: TestClient) -> None:
    state = client.app.state  # type: ignore[attr-defined]
    known = state.ledger()
    assert client.get(FINLAND).json()["standing"] == "party-under-notice"
    bare = replace(known, acts={**known.acts, "apmbc": ()})
    state.ledger = lambda: bare
    assert client.get(FINLAND).json()["standing"] == "third-state"


def test_errors_are_not_kept(reader: TestClient) -> None:
    assert reader.get("/treaties/none-such").status_code == 404
    assert reader.get("/treaties/none-such").status_code == 404


QUESTION: Scope = {
    "type": "http",
    "method": "GET",
    "path": "/treaties/apmbc",
    "query_string": b"",
    "headers": [],
}


class Slow:
    """An application that counts how often it was asked, and answers when it is let."""

    def __init__(self, status: int = 200) -> None:
        self.asked, self.status, self.may_answer = 0, status, asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        await self.may_answer.wait()
        await send({"type": "http.response.start", "status": self.status, "headers": []})
        await send({"type": "http.response.body", "body": b"worked out"})


async def asked_at_once(app: Slow, ledgers: list[Ledger], visitors: int) -> list[bytes]:
    """What so many visitors get who all ask before the first one is answered."""
    kept = KeptAnswers(app, lambda: ledgers[-1])
    bodies: list[bytes] = []

    async def hear(message: Message) -> None:
        if "body" in message:
            bodies.append(message["body"])

    async def nothing() -> Message:
        return {"type": "http.request"}

    async with asyncio.TaskGroup() as visit:
        for _ in range(visitors):
            visit.create_task(kept(dict(QUESTION), nothing, hear))
        await asyncio.sleep(0)
        app.may_answer.set()
    return bodies


def answers(app: Slow, visitors: int) -> list[bytes]:
    """The same in a thread of its own: a browser that other tests drive leaves a loop in ours."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(
            lambda: asyncio.run(asked_at_once(app, [api.load()], visitors))
        ).result()


def test_many_who_ask_at_once_are_answered_by_one_working_out() -> None:
    app = Slow()
    assert answers(app, 50) == [b"worked out"] * 50
    assert app.asked == 1


def test_a_failure_is_nobody_elses_answer() -> None:
    app = Slow(status=500)
    assert answers(app, 3) == [b"worked out"] * 3
    assert app.asked == 3
