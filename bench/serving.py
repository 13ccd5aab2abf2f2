"""The server under 50 clients at once: requests a second, and how long one waits (p50, p99).

Run by hand (``python -m bench.serving``): it needs both cores for itself. A server with two workers
on loopback, an SQLite workspace of its own; every client keeps its connection and asks again.
"""

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

CLIENTS = 50
SECONDS = 5.0
SAMPLE = Path(__file__).resolve().parents[1] / "src" / "treatywatch" / "samples"
STATUS = "/api/v1/treaties/apmbc/participants/FIN/status?on=2025-12-31"
_POLL = 0.05  # seconds between two looks for findings
Visitor = Callable[[int, Iterator[bytes], float, list[float]], Coroutine[None, None, None]]


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: loopback\r\n\r\n".encode()


def post(path: str, body: bytes, token: str) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: loopback\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def client(port: int, requests: Iterator[bytes], until: float, waits: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < until:
        begun = time.perf_counter()
        status, _ = await asked(reader, writer, next(requests))
        assert status in {b"200", b"201", b"202", b"303"}, status
        waits.append(time.perf_counter() - begun)
    writer.close()


def length_of(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    raise AssertionError(head)


async def reader_of_findings(
    port: int, requests: Iterator[bytes], until: float, waits: list[float]
) -> None:
    """Hands a report in and asks for its findings until they are there."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < until:
        begun = time.perf_counter()
        _, body = await asked(reader, writer, next(requests))
        findings = get(json.loads(body)["reports"][0]["findings"])
        while (await asked(reader, writer, findings))[0] != b"200":
            await asyncio.sleep(_POLL)
        waits.append(time.perf_counter() - begun)
    writer.close()


async def asked(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes
) -> tuple[bytes, bytes]:
    """The status of the answer, and its body."""
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    return head.split(b" ", 2)[1], await reader.readexactly(length_of(head))


async def load(port: int, requests: Iterator[bytes], visitor: Visitor) -> list[float]:
    waits: list[float] = []
    until = time.perf_counter() + SECONDS
    await asyncio.gather(*(visitor(port, requests, until, waits) for _ in range(CLIENTS)))
    return waits


@contextmanager
def server(folder: Path) -> Iterator[tuple[int, float]]:
    """A server with two workers; its port, and the seconds until its first page was there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    limits = {
        "TREATYWATCH_READS_PER_MINUTE": "100000000",
        "TREATYWATCH_WRITES_PER_MINUTE": "1000000",
    }
    command = [sys.executable, "-m", "treatywatch", "serve", "--workers", "2", "--port", str(port)]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--database", database(folder)], env={**os.environ, **limits}
    )
    try:
        while True:
            try:
                with urlopen(f"http://127.0.0.1:{port}/"):
                    break
            except (URLError, ConnectionError):
                time.sleep(0.02)
        yield port, time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait(30)


def database(folder: Path) -> str:
    return f"sqlite:///{folder / 'workspace.db'}"


def token(folder: Path) -> str:
    run = [sys.executable, "-m", "treatywatch", "accounts"]
    where = ["--database", database(folder)]
    subprocess.run([*run, "add", "bench", *where], input=b"a long bench password\n", check=True)
    made = subprocess.run([*run, "token", "bench", *where], check=True, capture_output=True)
    return made.stdout.decode().strip()


def reports(given: str) -> Iterator[bytes]:
    """Reports that differ by their last line, so that each is read and none is known already."""
    text = next(path for path in sorted(SAMPLE.rglob("*.txt"))).read_text(encoding="utf-8")
    number = 0
    while True:
        number += 1
        body = json.dumps({"text": f"{text}\nNumber {number}.", "name": f"report {number}"})
        yield post("/api/v1/reports", body.encode(), given)


def again(request: bytes) -> Iterator[bytes]:
    while True:
        yield request


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = token(folder)
        with server(folder) as (port, seconds):
            print(f"first page after start         {seconds:8.2f} s")
            page = get("/treaties/apmbc?on=2025-12-31")
            measure("status endpoint", port, again(get(STATUS)))
            measure("treaty page", port, again(page))
            measure("report checked", port, reports(given), reader_of_findings)


def measure(what: str, port: int, requests: Iterator[bytes], visitor: Visitor = client) -> None:
    begun = time.perf_counter()
    waits = sorted(asyncio.run(load(port, requests, visitor)))
    rate = len(waits) / (time.perf_counter() - begun)
    p50, p99 = waits[len(waits) // 2], waits[-1 - len(waits) // 100]
    told = f"p50 {p50 * 1e3:7.1f} ms, p99 {p99 * 1e3:7.1f} ms"
    print(f"{what:<25} {rate:9.1f} a second, {told}")


if __name__ == "__main__":
    main()
