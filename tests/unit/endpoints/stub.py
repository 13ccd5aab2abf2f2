"""A chat endpoint on this machine that speaks the protocol, well or badly."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler"], None]


@dataclass
class Stub:
    """Where it listens, and what it was asked."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """One request; how it is answered is the server's business."""

    def do_POST(self) -> None:
        server: Any = self.server
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server.stub.requests.append(json.loads(body))
        server.stub.headers.append(dict(self.headers))
        server.stub.paths.append(self.path)
        server.answer(self)

    def reply(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        return


def says(content: object) -> Answer:
    """Answer with this as what the model says; what is no text goes as JSON."""
    words = content if isinstance(content, str) else json.dumps(content)
    told = {"choices": [{"message": {"role": "assistant", "content": words}}]}
    return lambda handler: handler.reply(json.dumps(told).encode())


def sends(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Answer with these bytes."""
    return lambda handler: handler.reply(body, status, **headers)


def trickles(handler: Handler) -> None:
    """Answer a byte now and then, and never come to an end."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(200):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.05)


def hangs_up(handler: Handler) -> None:
    """Close the line without a word."""
    handler.connection.close()


@contextmanager
def listening(answer: Answer) -> Iterator[Stub]:
    """A server that gives each request this answer, for as long as it is needed."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_told: None
    stub = Stub(f"http://127.0.0.1:{server.server_address[1]}/v1")
    server.stub, server.answer = stub, answer
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
