"""Streams of bytes: looked at before they are read, and unpacked as they are read."""

import gzip
import zlib
from io import BufferedReader, BytesIO, RawIOBase
from typing import TYPE_CHECKING, BinaryIO

from treatywatch.errors import UnreadableInput

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER_BYTES = 1 << 17


def begun(stream: BinaryIO | RawIOBase, head_bytes: int) -> tuple[BufferedReader, bytes]:
    """The stream from its beginning, and its first ``head_bytes`` (or all, where it has fewer)."""
    pieces: list[bytes] = []
    wanted = head_bytes
    while wanted > 0 and (piece := stream.read(wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    head = b"".join(pieces)
    return BufferedReader(_Rejoined(head, stream), _BUFFER_BYTES), head


def unpacked(packed: BinaryIO, name: str) -> RawIOBase:
    """What a gzip file of any number of members holds, unpacked as it is read.

    Reading raises :class:`UnreadableInput` where it is cut short or damaged.
    """
    return _Unpacked(packed, name)


def damaged(name: str) -> UnreadableInput:
    """The error for a packed file that ends too early, or whose checksum is wrong."""
    return UnreadableInput(
        name, "it is packed and cut short or damaged", "Fetch or pack the file again."
    )


class _Rejoined(RawIOBase):
    """A stream whose beginning was read already, from its beginning."""

    def __init__(self, head: bytes, rest: BinaryIO | RawIOBase) -> None:
        self._head, self._rest = BytesIO(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        piece = self._head.read(len(view)) or self._rest.read(len(view)) or b""
        view[: len(piece)] = piece
        return len(piece)


class _Unpacked(RawIOBase):
    def __init__(self, packed: BinaryIO, name: str) -> None:
        self._packed, self._name = gzip.GzipFile(fileobj=packed), name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        try:
            piece = self._packed.read1(len(view))
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise damaged(self._name) from error
        view[: len(piece)] = piece
        return len(piece)
