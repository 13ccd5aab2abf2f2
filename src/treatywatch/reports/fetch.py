"""Fetching one document from the web, with care for this machine and for the one asked.

A link may lead to machines that only this one can reach. So every name is resolved once, each of
its addresses has to be public, and the connection is made to the very address that was looked at,
after every redirect anew. Size, time and the number of redirects are bounded, robots.txt is kept
to. Proxies are not used, as they would resolve the name again.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from treatywatch.errors import UnreadableInput
from treatywatch.reports.address import Address, is_public
from treatywatch.reports.http_message import unpack
from treatywatch.values import frozen

USER_AGENT = "treatywatch/0.1 (reads single reports named by its user)"
_AGENT_NAME = "treatywatch"
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = {301, 302, 303, 307, 308}
_PIECE = 65_536
_ROBOTS_BYTES = 500_000  # what RFC 9309, 2.5 asks crawlers to read at least
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/pdf, application/rss+xml, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@frozen
class Bounds:
    """What fetching a document may cost: bytes (unpacked), seconds in all, redirects."""

    most_bytes: int = 50_000_000
    seconds: float = 30.0
    redirects: int = 5


@frozen
class Fetched:
    """A document from the web: where it was found in the end, its media type and its bytes."""

    address: str
    content_type: str
    body: bytes


@frozen
class _Answer:
    status: int
    content_type: str
    location: str | None
    body: bytes


Permits = Callable[[Address], bool]


def fetch(url: str, *, bounds: Bounds | None = None, permits: Permits = is_public) -> Fetched:
    """The document at a web address, redirects followed.

    ``permits`` says which addresses of the network may be asked. Raises :class:`UnreadableInput`
    for an address that may not be asked, that robots.txt closes, that cannot be reached, or whose
    document is larger or slower than ``bounds``.
    """
    bounds = bounds or Bounds()
    deadline = time.monotonic() + bounds.seconds
    ask = partial(_ask, name=url, deadline=deadline, permits=permits)
    address, kept_to = url, set[str]()
    for _ in range(bounds.redirects + 1):
        parts = _split(address, url)
        if (origin := f"{parts.scheme}://{parts.netloc}") not in kept_to:
            _keep_to_robots(parts, url, ask)
            kept_to.add(origin)
        answer = ask(parts, most=bounds.most_bytes)
        if answer.status not in _REDIRECTS or answer.location is None:
            return _fetched(answer, address, url)
        address = urljoin(address, answer.location)
    raise _refused(url, f"it redirects more than {bounds.redirects} times")


def _fetched(answer: _Answer, address: str, name: str) -> Fetched:
    if answer.status != 200:
        raise _refused(name, f"the server answers {answer.status}")
    return Fetched(address, answer.content_type, answer.body)


def _split(address: str, name: str) -> SplitResult:
    """The parts of a web address, its path quoted; refused where it is none."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - asking for it is what checks it
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise _refused(name, "it is no web address") from error
    if parts.scheme not in _PORTS or not host:
        raise _refused(name, "only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise _refused(name, "an address with a user name is not fetched")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    bracketed = f"[{host}]" if ":" in host else host
    netloc = bracketed if parts.port is None else f"{bracketed}:{parts.port}"
    return SplitResult(parts.scheme, netloc, path, query, "")


def _keep_to_robots(parts: SplitResult, name: str, ask: Callable[..., _Answer]) -> None:
    """Refuse what robots.txt closes (RFC 9309): without one all is open, with a broken one nothing.

    A redirect of robots.txt is not followed: it counts as having none.
    """
    answer = ask(parts._replace(path="/robots.txt", query=""), most=_ROBOTS_BYTES, cut=True)
    if answer.status >= 500:
        raise _refused(name, "its server cannot tell what may be fetched (robots.txt)")
    if answer.status != 200:
        return
    rules = RobotFileParser()
    rules.parse(answer.body.decode("utf-8", errors="replace").splitlines())
    if not rules.can_fetch(_AGENT_NAME, urlunsplit(parts)):
        raise _refused(name, "its server asks not to fetch it (robots.txt)")


def _ask(
    parts: SplitResult,
    *,
    name: str,
    deadline: float,
    permits: Permits,
    most: int,
    cut: bool = False,
) -> _Answer:
    """Ask the server once; a body beyond ``most`` is refused, or cut where ``cut`` says so."""
    try:
        with _connected(parts, name, deadline, permits) as connection:
            target = urlunsplit(("", "", parts.path, parts.query, ""))
            connection.request("GET", target, headers={**_HEADERS, "Host": parts.netloc})
            with connection.getresponse() as response:
                body = _body(response, most, name, deadline, cut=cut)
    except (OSError, HTTPException, ValueError) as error:
        if time.monotonic() >= deadline:
            raise _refused(name, "it takes too long") from error
        raise _refused(name, f"it cannot be fetched ({_words(error)})") from error
    encoding = response.headers.get("Content-Encoding", "")
    unpacked = unpack(body, encoding, most)
    if unpacked is None:
        raise _too_large(name, most)
    kind = response.headers.get("Content-Type", "")
    return _Answer(response.status, kind, response.headers.get("Location"), unpacked)


@contextmanager
def _connected(
    parts: SplitResult, name: str, deadline: float, permits: Permits
) -> Iterator[HTTPConnection]:
    """A connection to the address that was looked at; it is cut when the time is up.

    A server that sends a byte now and then never lets the socket time out; the watch cuts it.
    """
    host = parts.hostname or ""
    port = parts.port or _PORTS[parts.scheme]
    held = [_open_socket(host, port, name, deadline, permits)]
    watch = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, (held,))
    watch.daemon = True
    watch.start()
    try:
        if parts.scheme == "https":
            held[0] = ssl.create_default_context().wrap_socket(
                held[0], server_hostname=host, do_handshake_on_connect=False
            )
            held[0].do_handshake()  # type: ignore[attr-defined]
        connection = HTTPConnection(host, port)
        connection.sock = held[0]
        yield connection
    finally:
        watch.cancel()
        held[0].close()


def _open_socket(
    host: str, port: int, name: str, deadline: float, permits: Permits
) -> socket.socket:
    found = _resolve(host, port, name, permits)
    failed: OSError | None = None
    for family, target in found:
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.settimeout(max(0.01, deadline - time.monotonic()))
        try:
            opened.connect(target)
        except OSError as error:
            opened.close()
            failed = error
            continue
        return opened
    raise failed or OSError("no address")


def _resolve(
    host: str, port: int, name: str, permits: Permits
) -> list[tuple[socket.AddressFamily, tuple[str, int]]]:
    """The addresses of a name, resolved once; refused where any of them may not be asked."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found: list[tuple[socket.AddressFamily, tuple[str, int]]] = []
    for family, _, _, _, target in answers:
        if not permits(ip_address(target[0])):
            raise _refused(name, "it leads to a private or local address")
        found.append((family, (str(target[0]), port)))
    return found


def _cut(held: list[socket.socket]) -> None:
    try:
        held[0].shutdown(socket.SHUT_RDWR)
    except OSError:  # it is closed already
        return


def _body(response: HTTPResponse, most: int, name: str, deadline: float, *, cut: bool) -> bytes:
    pieces, left = [], most
    while piece := response.read1(min(_PIECE, left + 1)):
        if time.monotonic() >= deadline:
            raise _refused(name, "it takes too long")
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            if cut:
                break
            raise _too_large(name, most)
    if time.monotonic() >= deadline:  # the watch has cut the connection: this is no end
        raise _refused(name, "it takes too long")
    if response.length and left >= 0:
        raise _refused(name, "the connection broke off")
    return b"".join(pieces)


def _words(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__)


def _too_large(name: str, most: int) -> UnreadableInput:
    limit = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most} bytes"
    return _refused(name, f"it is larger than {limit}")


def _refused(name: str, why: str) -> UnreadableInput:
    return UnreadableInput(name, why, "Save the report yourself, and give the file.")
