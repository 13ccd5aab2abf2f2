"""WARC files (ISO 28500) record by record: what was fetched, by its address.

Memory does not grow with the file: one record is held at a time, and of one that is larger than a
report may be only the head. A record that cannot be read is given as an error among the others.
"""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from treatywatch.errors import UnreadableInput
from treatywatch.values import frozen

LARGEST_RECORD = 50_000_000
_CHUNK = 1 << 20
_LONGEST_LINE = 16_384
_MOST_HEADERS = 200
_KEPT = {"response", "resource", "conversion"}
_HEADER = re.compile(rb"([!-9;-~]+)\s*:\s*(.*?)\s*$", re.DOTALL)


@frozen
class Record:
    """One record: its kind, the address it is of, its media type, and its bytes.

    ``whole`` is False where it is longer than a record may be and ``body`` only its beginning.
    """

    kind: str
    address: str
    content_type: str
    body: bytes
    whole: bool = True


def records(stream: BinaryIO, name: str) -> Iterator[Record | UnreadableInput]:
    """The records that hold documents (responses, resources, conversions), in their order.

    Raises :class:`UnreadableInput` where the file is cut short, after all that could be read.
    """
    number, lost = 0, False
    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            if not lost:
                yield _misplaced(f"{name}#{number}")
            lost = True
            continue
        number, lost = number + 1, False
        headers = _headers(stream)
        length = headers.get("content-length", "")
        if headers is _NONE or not length.isdecimal():
            yield _misplaced(f"{name}#{number}")
            lost = True
            continue
        record = _record(headers, stream, int(length), name)
        if record is not None:
            yield record


def _record(headers: Mapping[str, str], stream: BinaryIO, length: int, name: str) -> Record | None:
    kind = headers.get("warc-type", "").lower()
    wanted = min(length, LARGEST_RECORD if kind in _KEPT else 0)
    body = stream.read(wanted)
    _pass_over(stream, length - wanted)
    if len(body) < wanted:
        raise UnreadableInput(name, "it is cut short", "Fetch the archive again.")
    if kind not in _KEPT:
        return None
    address = headers.get("warc-target-uri", "").strip("<> ") or headers.get("warc-record-id", "")
    return Record(kind, address, headers.get("content-type", ""), body, length <= LARGEST_RECORD)


def _pass_over(stream: BinaryIO, length: int) -> None:
    while length > 0 and (piece := stream.read(min(length, _CHUNK))):
        length -= len(piece)


_NONE: Mapping[str, str] = {}


def _headers(stream: BinaryIO) -> Mapping[str, str]:
    """Named fields until the empty line; :data:`_NONE` where they run on without an end."""
    found: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = stream.readline(_LONGEST_LINE)
        if not line.strip():
            return found
        if field := _HEADER.match(line):
            found[field[1].decode("latin-1").lower()] = field[2].decode("utf-8", errors="replace")
    return _NONE


def _misplaced(name: str) -> UnreadableInput:
    return UnreadableInput(
        name, "there is no WARC record where one should begin", "Check the archive."
    )
