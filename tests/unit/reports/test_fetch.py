"""Fetching: only what the open internet offers, within bounds, and as its server asks.

The server stands on this machine's loopback address, which no user's link may lead to; the tests
that need it hand over a guard of their own.
"""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from treatywatch.errors import UnreadableInput
from treatywatch.reports.address import Address, is_public
from treatywatch.reports.fetch import Bounds, Fetched, fetch

PAGE = b"<html><body><p>Finland has left.</p></body></html>"
Answer = tuple[int, dict[str, str], bytes]


class Site:
    """What a server answers by path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str, str]] = []
        self.port = 0
        self.drip = 0.0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    held = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            agent, host = self.headers.get("User-Agent", ""), self.headers.get("Host", "")
            held.asked.append((self.path, agent, host))
            status, headers, body = held.answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for byte in (
                    (body[at : at + 1] for at in range(len(body))) if held.drip else (body,)
                ):
                    self.wfile.write(byte)
                    self.wfile.flush()
                    time.sleep(held.drip)
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        held.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield held
        server.shutdown()
        thread.join()


def this_machine(address: Address) -> bool:
    return address.is_loopback


def get(url: str, bounds: Bounds | None = None) -> Fetched:
    return fetch(url, bounds=bounds, permits=this_machine)


def refusal(ask: Callable[[], object]) -> str:
    with pytest.raises(UnreadableInput) as caught:
        ask()
    assert caught.value.what_to_do
    return caught.value.why


def test_a_page_comes_with_its_media_type_and_the_agent_is_named(site: Site) -> None:
    site.answers["/out"] = (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE)
    got = get(site.url("/out"))
    assert got == Fetched(site.url("/out"), "text/html; charset=utf-8", PAGE)
    assert site.paths() == ["/robots.txt", "/out"]
    assert all(agent.startswith("treatywatch/") for _, agent, _ in site.asked)
    assert site.asked[1][2] == f"127.0.0.1:{site.port}"


def test_without_a_guard_of_its_own_this_machine_is_not_asked(site: Site) -> None:
    assert "private or local" in refusal(lambda: fetch(site.url("/")))
    assert "private or local" in refusal(lambda: fetch(site.url("/", "localhost")))
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.5.4", "192.168.1.1", "127.0.0.1", "127.8.8.8", "169.254.169.254",
        "0.0.0.0", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%1", "fc00::1", "fd12::1", "ff02::1",
        "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::",
        "2002:a00:1::", "2001:db8::1", "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    ],
)  # fmt: skip
def test_an_address_that_is_not_of_the_open_internet_is_closed(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"],
)
def test_an_address_of_the_open_internet_is_open(address: str) -> None:
    assert is_public(ip_address(address))


def test_a_redirect_to_a_closed_address_is_refused(site: Site) -> None:
    site.answers["/out"] = (302, {"Location": "http://169.254.169.254/latest"}, b"")
    assert "private or local" in refusal(lambda: get(site.url("/out")))


def test_a_name_is_resolved_once_and_that_address_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere the second time (DNS rebinding) is not asked a second time."""
    site.answers["/out"] = (200, {"Content-Type": "text/html"}, PAGE)
    resolved: list[str] = []
    resolve = socket.getaddrinfo

    def answer(host: str, port: int, **given: object) -> object:
        resolved.append(host)
        return resolve("127.0.0.1", port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    assert get(site.url("/out", "gazette.example")).body == PAGE
    assert resolved == ["gazette.example"] * 2  # for robots.txt and for the page: one each
    assert site.asked[1][2] == f"gazette.example:{site.port}"


def test_a_name_of_which_one_address_is_closed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))
        for address in ("93.184.215.14", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    assert "private or local" in refusal(lambda: fetch("http://gazette.example/"))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://gazette.example/a", "http://", "http:///path", "https://[::1",
        "http://user:word@gazette.example/", "http://gazette.example:99999/", "gopher://x.example",
        "http://" + "a" * 70 + ".example/",
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    refusal(lambda: fetch(url))


def test_redirects_are_followed_to_where_they_lead(site: Site) -> None:
    site.answers["/a"] = (301, {"Location": "/b?x=1"}, b"")
    site.answers["/b?x=1"] = (307, {"Location": site.url("/c")}, b"")
    site.answers["/c"] = (200, {"Content-Type": "text/html"}, PAGE)
    assert get(site.url("/a")).address == site.url("/c")
    assert site.paths() == ["/robots.txt", "/a", "/b?x=1", "/c"]


def test_redirects_without_end_are_refused(site: Site) -> None:
    site.answers["/a"] = (302, {"Location": "/a"}, b"")
    assert "redirects more than 3 times" in refusal(
        lambda: get(site.url("/a"), Bounds(redirects=3))
    )
    assert site.paths().count("/a") == 4


def test_a_redirect_to_a_file_is_refused(site: Site) -> None:
    site.answers["/a"] = (302, {"Location": "file:///etc/passwd"}, b"")
    assert "http" in refusal(lambda: get(site.url("/a")))


@pytest.mark.parametrize(
    ("rules", "open_to_us"),
    [
        (b"User-agent: *\nDisallow: /\n", False),
        (b"User-agent: *\nDisallow: /private/\n", True),
        (b"User-agent: treatywatch\nDisallow: /out\n\nUser-agent: *\nAllow: /\n", False),
        (b"User-agent: other\nDisallow: /\n", True),
        (b"\xff\xfe nonsense", True),
    ],
)
def test_robots_txt_is_kept_to(site: Site, rules: bytes, *, open_to_us: bool) -> None:
    site.answers["/robots.txt"] = (200, {}, rules)
    site.answers["/out"] = (200, {}, PAGE)
    if open_to_us:
        assert get(site.url("/out")).body == PAGE
    else:
        assert "robots.txt" in refusal(lambda: get(site.url("/out")))
        assert "/out" not in site.paths()


def test_a_server_that_cannot_give_robots_txt_is_not_asked_further(site: Site) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    site.answers["/out"] = (200, {}, PAGE)
    assert "robots.txt" in refusal(lambda: get(site.url("/out")))


@pytest.mark.parametrize("status", [403, 404, 410, 500, 503])
def test_another_answer_than_the_page_is_told(site: Site, status: int) -> None:
    site.answers["/out"] = (status, {}, PAGE)
    assert str(status) in refusal(lambda: get(site.url("/out")))


def test_a_document_beyond_the_bound_is_refused(site: Site) -> None:
    site.answers["/out"] = (200, {}, b"x" * 100_001)
    assert "larger" in refusal(lambda: get(site.url("/out"), Bounds(most_bytes=100_000)))
    assert len(get(site.url("/out"), Bounds(most_bytes=100_001)).body) == 100_001


def test_a_packed_document_is_bounded_by_what_it_unpacks_to(site: Site) -> None:
    site.answers["/out"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(5_000_000)))
    assert "larger" in refusal(lambda: get(site.url("/out"), Bounds(most_bytes=1_000_000)))
    site.answers["/out"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    assert get(site.url("/out")).body == PAGE


def test_a_server_that_drips_is_left_when_the_time_is_up(site: Site) -> None:
    site.answers["/robots.txt"] = (404, {}, b"")
    site.answers["/out"] = (200, {}, PAGE * 20)
    site.drip = 0.05
    begun = time.monotonic()
    assert "too long" in refusal(lambda: get(site.url("/out"), Bounds(seconds=0.7)))
    assert time.monotonic() - begun < 5


def test_a_connection_that_breaks_off_is_no_document(site: Site) -> None:
    site.answers["/out"] = (200, {"Content-Length": "5000"}, PAGE)
    assert refusal(lambda: get(site.url("/out")))


def test_a_server_that_is_not_there_is_told(site: Site) -> None:
    assert "cannot be fetched" in refusal(lambda: get("http://127.0.0.1:9/"))
