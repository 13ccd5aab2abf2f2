"""A feed of changes as Atom (RFC 4287)."""

from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree

from treatywatch.web.changes import Change

_ATOM = "http://www.w3.org/2005/Atom"


def atom_text(changes: Sequence[Change], base: str, own: str) -> bytes:
    """The feed; ``base`` is the address of the server, ``own`` that of the feed itself.

    An entry's id is a tag URI that stays the same wherever the server is reached.
    """
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]
    newest = max((change.at for change in changes), default=datetime(1970, 1, 1, tzinfo=UTC))
    _add(feed, "title", "treatywatch: changes")
    _add(feed, "id", own)
    _add(feed, "updated", newest.isoformat())
    _add(feed, "link", rel="self", href=own)
    _add(feed, "link", rel="alternate", href=f"{base}/")
    for change in changes:
        entry = _add(feed, "entry")
        _add(entry, "title", change.title)
        _add(entry, "id", f"tag:treatywatch,2025:{change.id}")
        _add(entry, "updated", change.at.isoformat())
        _add(_add(entry, "author"), "name", "treatywatch")
        _add(entry, "link", rel="alternate", href=base + change.path)
        for tag in (change.kind, change.treaty, change.participant):
            if tag:
                _add(entry, "category", term=tag)
        _add(entry, "summary", change.words)
    text: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8")
    return text


def _add(
    parent: "etree._Element", name: str, text: str | None = None, **attributes: str
) -> "etree._Element":
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text
    return child
