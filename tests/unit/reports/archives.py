"""Archives as crawlers write them (ISO 28500): one record after another."""

import gzip
from collections.abc import Sequence

WARC = "WARC/1.1"


def record(kind: str, address: str, content: bytes, media: str = "application/http") -> bytes:
    """One record of that kind."""
    head = (
        f"{WARC}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2025-07-20T00:00:00Z\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def response(
    body: bytes, media: str = "text/html", status: str = "200 OK", headers: Sequence[str] = ()
) -> bytes:
    """An HTTP response with this body."""
    told = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers))
    return f"{told}\r\n\r\n".encode() + body


def packed(records: Sequence[bytes]) -> bytes:
    """The records as crawlers pack them: each a gzip member of its own."""
    return b"".join(map(gzip.compress, records))
