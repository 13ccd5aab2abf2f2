"""Unpacking gzip within a bound: a small file may claim to be a very large one."""

import gzip
import zlib
from io import BytesIO

from treatywatch.errors import UnreadableInput


def inflate(raw: bytes, name: str, most: int) -> bytes:
    """The bytes that a gzip file holds; never more than ``most`` of them are made.

    Raises :class:`UnreadableInput` where it holds more, or is cut short or damaged.
    """
    try:
        with gzip.GzipFile(fileobj=BytesIO(raw)) as packed:
            unpacked = packed.read(most + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise damaged(name) from error
    if len(unpacked) > most:
        raise UnreadableInput(
            name,
            f"it unpacks to more than {most // 1_000_000} MB",
            "Unpack it, and give the reports in it one by one.",
        )
    return unpacked


def damaged(name: str) -> UnreadableInput:
    """A gzip file that ends too early, or whose checksum is wrong."""
    return UnreadableInput(
        name, "it is packed with gzip and damaged", "Fetch or pack the file again."
    )
