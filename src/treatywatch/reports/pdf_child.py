"""Reads one PDF from standard input in a process of its own, which has little memory and time.

A PDF is a program of sorts: its streams unpack to any size and its objects may refer to one another
in circles. Whatever it does ends with this process.
"""

import json
import logging
import sys
from io import BytesIO
from typing import Any

from treatywatch.reports.pdf_rows import with_rows

MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 25
MOST_PAGES = 2_000
MOST_LAID_OUT = 200  # pages whose tables are looked for
MOST_CHARACTERS = 16_000_000
LOCKED, DAMAGED, TOO_LARGE = "locked", "damaged", "too-large"


def main() -> None:
    """One JSON object out: ``pages``, ``title``, ``author``, ``created``, ``language``.

    Or ``refused`` with the reason.
    """
    _bound()
    logging.disable(logging.CRITICAL)
    try:
        told = _read(sys.stdin.buffer.read())
    except MemoryError:
        told = {"refused": TOO_LARGE}
    except Exception as error:  # whatever a damaged file does to its reader
        told = {"refused": TOO_LARGE if "limit" in type(error).__name__.lower() else DAMAGED}
    sys.stdout.buffer.write(json.dumps(told).encode())


def _bound() -> None:
    try:
        import resource
    except ImportError:  # only where there is no such thing; the caller keeps the time anyway
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue


def _read(raw: bytes) -> dict[str, Any]:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"refused": LOCKED}
    pages: list[str] = []
    left = MOST_CHARACTERS
    for number, page in enumerate(reader.pages):
        text = page.extract_text()
        left -= len(text)
        if left < 0 or number >= MOST_PAGES:
            return {"refused": TOO_LARGE}
        pages.append(_with_rows(page, text) if number < MOST_LAID_OUT else text)
    return {"pages": pages, **_particulars(reader)}


def _with_rows(page: Any, text: str) -> str:
    """The text with the rows of its tables told apart, where the page can be laid out."""
    try:
        return with_rows(text, page.extract_text(extraction_mode="layout"))
    except Exception:  # its fonts or places are strange: the plain text is there
        return text


def _particulars(reader: Any) -> dict[str, str | None]:
    try:
        told = reader.metadata or {}
        root = reader.trailer["/Root"]
        keys = {"title": "/Title", "author": "/Author", "created": "/CreationDate"}
        found = {name: str(told[key]) if key in told else None for name, key in keys.items()}
        return {**found, "language": str(root["/Lang"]) if "/Lang" in root else None}
    except Exception:  # a report is read without what it says of itself
        return {}


if __name__ == "__main__":
    main()
