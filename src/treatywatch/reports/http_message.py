"""An HTTP response as an archive keeps it: status, headers and body in one (RFC 9112)."""

import re
import zlib
from collections.abc import Mapping

from treatywatch.values import frozen

_LONGEST_HEAD = 65_536
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_SIZE = re.compile(rb"\s*([0-9A-Fa-f]{1,15})\s*(?:;[^\r\n]*)?\r?\n")
_WINDOW_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


@frozen
class HttpResponse:
    """A response: ``body`` without its chunks and its packing."""

    status: int
    content_type: str
    body: bytes


def split_response(raw: bytes, most: int) -> HttpResponse | None:
    """The response in these bytes; None for what is none, or unpacks to more than ``most``."""
    head, gap, body = _halves(raw)
    status = _STATUS.match(head)
    if status is None or not gap:
        return None
    headers = _headers(head)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = without_chunks(body)
    unpacked = unpack(body, headers.get("content-encoding", ""), most)
    if unpacked is None:
        return None
    return HttpResponse(int(status[1]), headers.get("content-type", ""), unpacked)


def without_chunks(body: bytes) -> bytes:
    """The body joined from its chunks; as it is where it has none (archives often join them)."""
    pieces: list[bytes] = []
    at = 0
    while size := _SIZE.match(body, at):
        length = int(size[1], 16)
        if not length:
            return b"".join(pieces)
        pieces.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    return b"".join(pieces) if pieces else body


def unpack(body: bytes, encoding: str, most: int) -> bytes | None:
    """The body without its content encoding; as it is where it is not packed after all.

    None where it unpacks to more than ``most`` bytes, or is packed in a way not known here.
    """
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        return body
    if encoding not in _WINDOW_BITS:
        return None
    for bits in (_WINDOW_BITS[encoding], -15):
        engine = zlib.decompressobj(bits)
        try:
            unpacked = engine.decompress(body, most + 1)
        except zlib.error:
            continue
        return unpacked if len(unpacked) <= most else None
    return body


def _halves(raw: bytes) -> tuple[bytes, bytes, bytes]:
    head = raw[:_LONGEST_HEAD]
    found = re.search(rb"\r?\n\r?\n", head)
    if found is None:
        return head, b"", b""
    return raw[: found.start()], found[0], raw[found.end() :]


def _headers(head: bytes) -> Mapping[str, str]:
    lines = head.decode("latin-1").splitlines()[1:]
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}
