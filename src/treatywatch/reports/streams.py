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


class Unpacked(RawIOBase):
    """What a gzip file of any number of members holds, unpacked as it is read.

    It ends where the file is cut short or damaged, and ``damage`` tells so: what comes before is
    not lost to the buffers on the way.
    """

    def __init__(self, packed: BinaryIO, name: str) -> None:
        self._packed, self._name = gzip.GzipFile(fileobj=packed), name
        self.damage: UnreadableInput | None = None

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """As many bytes as one step gives; 0 at the end."""
        view = memoryview(buffer)
        if self.damage is not None:
            return 0
        try:
            piece = self._packed.read1(len(view))
        except (EOFError, gzip.BadGzipFile, zlib.error):
            self.damage = UnreadableInput(
                self._name, "it is packed and cut short or damaged", "Fetch or pack it again."
            )
            return 0
        view[: len(piece)] = piece
        return len(piece)
