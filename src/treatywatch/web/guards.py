"""On every answer: nothing from elsewhere, no inline script, no framing; an ETag to ask again by.

Written as plain ASGI, because it runs on every request and must cost next to nothing.
"""

from hashlib import blake2b
from math import ceil

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from treatywatch.web.rates import Rate

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_ASKED_AGAIN = {"GET", "HEAD"}


class SafetyHeaders:
    """Adds the headers above to every answer that does not carry its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer back with the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, guarded)


class EntityTags:
    """Gives each whole answer to a GET an ETag, and 304 to whoever has it already (RFC 9110).

    An answer that comes in pieces (a stream) passes through untouched.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold the head of an answer back until its one piece of body is there."""
        if scope["type"] != "http" or scope["method"] not in _ASKED_AGAIN:
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope).get("if-none-match", "")
        held: list[Message] = []

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                held.append(message)
                return
            if held:
                start = held.pop()
                if not message.get("more_body", False):
                    start, message = _tag(start, message, asked)
                await send(start)
            await send(message)

        await self.app(scope, receive, tagged)


def _tag(start: Message, body: Message, asked: str) -> tuple[Message, Message]:
    headers = MutableHeaders(scope=start)
    if "etag" not in headers:
        headers["etag"] = f'"{blake2b(body.get("body", b""), digest_size=12).hexdigest()}"'
    headers.setdefault("cache-control", "no-cache")
    known = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
    if headers["etag"] not in known and "*" not in known:
        return start, body
    for gone in ("content-length", "content-type"):
        if gone in headers:
            del headers[gone]
    return {**start, "status": 304}, {**body, "body": b""}


class BodyLimit:
    """Refuses a body that is longer than it may be, as soon as that is known.

    What is sent in pieces is counted as it comes, so that no more of it is ever held.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with a body that ends in 413 where it grows too long."""
        if scope["type"] != "http" or scope["method"] in _ASKED_AGAIN:
            await self.app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "")
        is_longer = told.isdecimal() and int(told[:19]) > self.most
        come = 0

        async def counted() -> Message:
            nonlocal come
            if is_longer:
                raise self._refusal()
            message = await receive()
            come += len(message.get("body", b""))
            if come > self.most:
                raise self._refusal()
            return message

        await self.app(scope, counted, send)

    def _refusal(self) -> HTTPException:
        held = f"{self.most / 1_000_000:.3g} MB"
        told = f"What was sent is too long: this server takes at most {held} at once."
        return HTTPException(413, told, {"Connection": "close"})


class Unhurried:
    """Lets one address ask so often and no more; 429 with the time to wait beyond that."""

    def __init__(self, app: ASGIApp, rate: Rate) -> None:
        self.app, self.rate = app, rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request of its address, and pass it on unless there were too many."""
        if scope["type"] == "http":
            address = (scope.get("client") or ("",))[0]
            seconds = self.rate.wait_for(address)
            if seconds:
                body = f"Too many requests: wait {ceil(seconds)} seconds.\n"
                refusal = PlainTextResponse(body, 429, {"Retry-After": str(ceil(seconds))})
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)
