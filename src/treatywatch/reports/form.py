"""What kind of document some bytes are: told from how they begin, not from what they are called."""

import codecs
import re
from enum import StrEnum

HEAD_BYTES = 4_096
"""So many bytes are enough to tell."""


class Form(StrEnum):
    """The forms in which reports come."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    FEED = "feed"
    ARCHIVE = "archive"
    GZIP = "gzip"
    XML = "xml"


# The signatures of HTML that the MIME Sniffing Standard (section 7.1) names, and headings of feeds.
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|script|iframe|h1|div|font|table|a|style|title|b|br|p"
    r"|article|main|section|meta|link)[\s>/]|<!--",
    re.IGNORECASE,
)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_PROLOGUE = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype\s+(?!html)[^>\[]*(?:\[.*?\]\s*)?>)+",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKED_UP = {".html", ".htm", ".xhtml", ".shtml"}


def form_of(head: bytes, name: str = "", content_type: str = "") -> Form:
    """The form of a document that begins with ``head``.

    ``name`` (with its suffix) and ``content_type`` (of a server) only help where the beginning
    shows a tag but none by which HTML is known.
    """
    if head.startswith(b"\x1f\x8b"):
        return Form.GZIP
    if head.startswith(b"WARC/"):
        return Form.ARCHIVE
    if head.lstrip().startswith(b"%PDF-"):
        return Form.PDF
    return _form_of_text(_decoded(head), name, content_type)


def _form_of_text(text: str, name: str, content_type: str) -> Form:
    bare = text.lstrip()
    if not bare.startswith("<"):
        return Form.TEXT
    prologue = _PROLOGUE.match(bare)
    root = bare[prologue.end() :] if prologue else bare
    if _FEED.match(root):
        return Form.FEED
    if _HTML.match(root) or (_HTML.match(bare) and not root):
        return Form.HTML
    if bare[:5].lower() == "<?xml":
        return Form.XML
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if root.startswith("<") and (suffix in _MARKED_UP or "html" in content_type):
        return Form.HTML
    return Form.TEXT


def byte_order_mark(raw: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark names, and the mark's length; None without one."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding, len(mark)
    return None


def _decoded(head: bytes) -> str:
    marked = byte_order_mark(head)
    if marked is None:
        return head.decode("latin-1")  # only what is ASCII is looked at
    encoding, length = marked
    return head[length:].decode(encoding, errors="replace")
