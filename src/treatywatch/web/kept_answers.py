"""Answers that depend on the record and the day alone, kept until either changes.

The same question from anybody who is not signed in has the same answer, so that it is worked out
once: who asks while it is being worked out waits for it. What depends on the workspace (reports,
the desk, feeds, search) is never kept.
"""

from asyncio import Event
from collections import OrderedDict
from collections.abc import Callable
from datetime import date

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from treatywatch.ledger.ledger import Ledger

_OF_THE_RECORD = (
    "/treaties",
    "/participants",
    "/coming",
    "/map",
    "/proof/",
    "/compare",
    "/api/v1/treaties",
    "/api/v1/participants",
    "/api/v1/proofs/",
    "/api/v1/effect",
    "/api/v1/deadlines",
    "/api/v1/coming",
)
_FIRST_PAGE = "/"  # all other paths begin with it
_MOST_BYTES = 64_000_000
_LARGEST = 1_000_000
_Key = tuple[str, bytes]


class KeptAnswers:
    """Keeps whole answers to GET, the least asked for leaving first when there is no more room."""

    def __init__(self, app: ASGIApp, ledger: Callable[[], Ledger]) -> None:
        self.app, self.ledger = app, ledger
        self._under_way: dict[_Key, Event] = {}
        self._kept: OrderedDict[_Key, tuple[Message, Message]] = OrderedDict()
        self._held = 0
        self._of: tuple[Ledger, date] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or keep what is answered."""
        if not _may_be_kept(scope):
            await self.app(scope, receive, send)
            return
        self._forget_what_is_old()
        key = (scope["path"], scope["query_string"])
        under_way = self._under_way.get(key)
        if under_way is not None:
            await under_way.wait()
        if key in self._kept:
            self._kept.move_to_end(key)
            for message in self._kept[key]:
                # Whoever stands around this one writes headers of its own into the message.
                await send(dict(message))
            return
        done = self._under_way.setdefault(key, Event())
        try:
            await self._answer(key, scope, receive, send)
        finally:
            done.set()
            self._under_way.pop(key, None)

    async def _answer(self, key: _Key, scope: Scope, receive: Receive, send: Send) -> None:
        heard: list[Message] = []
        of = self._of

        async def listen(message: Message) -> None:
            heard.append(dict(message))
            await send(message)

        await self.app(scope, receive, listen)
        if self._of is of:  # else it was worked out from a record that is no longer the newest
            self._keep(key, heard)

    def _forget_what_is_old(self) -> None:
        of = (self.ledger(), date.today())
        if self._of is None or self._of[0] is not of[0] or self._of[1] != of[1]:
            self._kept.clear()
            self._held, self._of = 0, of

    def _keep(self, key: _Key, heard: list[Message]) -> None:
        if len(heard) != 2 or heard[0]["status"] != 200 or heard[1].get("more_body"):
            return
        size = len(heard[1].get("body", b""))
        if size > _LARGEST or key in self._kept:
            return
        self._kept[key] = (heard[0], heard[1])
        self._held += size
        while self._held > _MOST_BYTES:
            _, (_, body) = self._kept.popitem(last=False)
            self._held -= len(body.get("body", b""))


def _may_be_kept(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path = scope["path"]
    if path != _FIRST_PAGE and not path.startswith(_OF_THE_RECORD):
        return False
    headers = Headers(scope=scope)
    return "cookie" not in headers and "authorization" not in headers
