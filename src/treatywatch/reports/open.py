"""Decode one document into a report: bytes or text in, offsets that never move out."""

from hashlib import sha256
from pathlib import Path

from treatywatch.errors import UnreadableInput
from treatywatch.reports.report import Report

LARGEST_REPORT_BYTES = 16_000_000
"""No report is longer than this (some 1,500 pages); a larger file is many, or not a report."""

_CONTROL = bytes((*range(9), *range(14, 32)))  # no text has them; tabs and line ends it has
_CONTROL_SHARE = 0.02  # text has tabs and line ends; more control characters than this is binary
_SAMPLE_BYTES = 65_536


def open_report(path: Path, published: str | None = None) -> Report:
    """Read a plain-text file; ``published`` is its date (EDTF) where the caller knows it.

    Raises :class:`UnreadableInput` for a file that is missing, a folder, empty, binary, not UTF-8
    or larger than :data:`LARGEST_REPORT_BYTES`.
    """
    try:
        if path.is_dir():
            raise UnreadableInput(path.name, "it is a folder", "Name the files in it.")
        size = path.stat().st_size
        if size > LARGEST_REPORT_BYTES:
            raise too_large(path.name, size)
        raw = path.read_bytes()
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise UnreadableInput(
            path.name, why, "Check the path and the rights to read it."
        ) from error
    return report_from_bytes(raw, path.name, published)


def report_from_bytes(raw: bytes, name: str, published: str | None = None) -> Report:
    """Decode UTF-8 (with or without a byte order mark); :class:`UnreadableInput` otherwise."""
    if len(raw) > LARGEST_REPORT_BYTES:
        raise too_large(name, len(raw))
    if _looks_binary(raw):
        raise UnreadableInput(name, "it is binary, not text", "Convert it to plain text in UTF-8.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            name,
            f"byte {error.start} is not UTF-8",
            "Save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8.",
        ) from error
    return report_from_text(text, name, published)


def report_from_text(text: str, name: str, published: str | None = None) -> Report:
    """A report of this text exactly as it is; :class:`UnreadableInput` where there is no text."""
    if not text.strip():
        raise UnreadableInput(name, "it is empty", "Give a file that holds the report's text.")
    try:
        digest = sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise UnreadableInput(
            name,
            f"character {error.start} is half of a surrogate pair",
            "Decode the text from its bytes again.",
        ) from error
    return Report(name, text, digest, published, "option" if published else None)


def _looks_binary(raw: bytes) -> bool:
    sample = raw[:_SAMPLE_BYTES]
    if b"\0" in sample:
        return True
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return control > _CONTROL_SHARE * len(sample)


def too_large(name: str, size: int, most: int | None = None) -> UnreadableInput:
    """The error for a document of ``size`` bytes where it may have ``most``."""
    limit = (most or LARGEST_REPORT_BYTES) // 1_000_000
    return UnreadableInput(
        name,
        f"it has {size // 1_000_000} MB and a report may have {limit}",
        "Split it into one file for each report.",
    )
