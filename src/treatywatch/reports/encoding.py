"""From the bytes of a page to its characters, as the page says or as its bytes allow."""

import codecs
import re

from treatywatch.reports.form import byte_order_mark

_DECLARED_WITHIN = 4_096
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})""",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
# What is called Latin-1 or ASCII on the web is read as Windows-1252 (Encoding Standard, 4.2).
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_WESTERN = "cp1252"
_NOT_OF_PAGES = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined"}


def decode_page(raw: bytes, content_type: str = "") -> str:
    """The characters of a page; what its encoding cannot say is replaced, never refused.

    A byte order mark goes first, then the server's ``content_type``, then what the page declares,
    then UTF-8 where the bytes are valid in it, then Windows-1252.
    """
    marked = byte_order_mark(raw)
    if marked is not None:
        encoding, length = marked
        return raw[length:].decode(encoding, errors="replace")
    declared = _of_server(content_type) or _of_page(raw)
    for named in (declared, _of_page(raw), "utf-8"):
        if named is not None and (text := _strictly(raw, named)) is not None:
            return text
    return raw.decode(declared or _WESTERN, errors="replace")


def _of_server(content_type: str) -> str | None:
    found = _CHARSET.search(content_type)
    return _text_encoding(found[1]) if found else None


def _of_page(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:_DECLARED_WITHIN])
    if found is None:
        return None
    encoding = _text_encoding((found[1] or found[2]).decode("ascii", errors="replace"))
    # The declaration could be read as single bytes, so it cannot be in two-byte units.
    return "utf-8" if encoding and encoding.startswith("utf-16") else encoding


def _text_encoding(name: str) -> str | None:
    """Python's name for an encoding of text; None for one that it lacks, or that is no text."""
    try:
        found = codecs.lookup(name)
        "".encode(found.name)  # refuses codecs that do not speak of text ("zip", "rot13")
    except (LookupError, ValueError, TypeError):
        return None
    return (
        None
        if found.name.replace("_", "-") in _NOT_OF_PAGES
        else _READ_AS.get(found.name, found.name)
    )


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, ValueError):
        return None
