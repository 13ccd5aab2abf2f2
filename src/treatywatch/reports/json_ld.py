"""What a page says of itself in JSON-LD with the vocabulary of schema.org."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from treatywatch.reports.html_tree import Element
from treatywatch.reports.particulars import Particulars
from treatywatch.reports.written_day import written_day

_MOST_NODES = 5_000
_DEEPEST = 12
_LARGEST = 1_000_000  # characters of one script
# schema.org types that are reports, best first; every type whose name ends in "Article" is one.
_ARTICLE = "Article"
_OTHERS = ("BlogPosting", "Report", "SocialMediaPosting", "WebPage")
_LINKS = (
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "hasPart",
    "liveBlogUpdate",
    "itemListElement",
)


def particulars_of(root: Element, url: str | None = None) -> Particulars:
    """What the best node of the page's JSON-LD tells.

    An article goes before other types, the one of the page's own address (``url``) before its
    neighbours, and the first of its kind before the rest.
    """
    ranked = [(_rank(node, url), number, node) for number, node in enumerate(_nodes(root))]
    kept = [one for one in ranked if one[0] is not None]
    if not kept:
        return Particulars()
    _, _, node = min(kept, key=lambda one: (one[0], one[1]))
    published = written_day(_text(node.get("datePublished")) or _text(node.get("dateCreated")))
    return Particulars(
        title=_text(node.get("headline")) or _text(node.get("name")),
        author=_names(node.get("author")),
        published=published,
        published_from="json-ld" if published else None,
        modified=written_day(_text(node.get("dateModified"))),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
        language=_text(node.get("inLanguage")),
    )


def _nodes(root: Element) -> Iterator[Mapping[str, Any]]:
    """Every object of the page's scripts, outermost first, within bounds."""
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        written = (script.text or "")[: _LARGEST + 1].strip().rstrip(";")
        if len(written) > _LARGEST:
            continue
        try:
            value = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value)


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    waiting: list[tuple[Any, int]] = [(value, 0)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one, depth = waiting.pop(0)
        if isinstance(one, Mapping):
            yield one
            one = [one[link] for link in _LINKS if link in one]
        if isinstance(one, list) and depth < _DEEPEST:
            waiting += [(below, depth + 1) for below in one]


def _rank(node: Mapping[str, Any], url: str | None) -> tuple[int, int, int] | None:
    """Lower is better; None for what is no report."""
    kinds = node.get("@type")
    names = [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]
    kind = min((_rank_of_type(name) for name in names), default=None, key=lambda r: r or 99)
    if kind is None:
        return None
    own = _address(node.get("url")) or _address(node.get("mainEntityOfPage"))
    other_page = int(url is not None and own is not None and own.rstrip("/") != url.rstrip("/"))
    return kind, other_page, int("datePublished" not in node)


def _rank_of_type(name: str) -> int | None:
    bare = name.rsplit("/", 1)[-1]
    if bare.endswith(_ARTICLE) or bare == "LiveBlogPosting":
        return 1
    return 2 + _OTHERS.index(bare) if bare in _OTHERS else None


def _names(value: Any) -> str | None:
    """The name of an author, or of several with commas."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name")) if isinstance(one, Mapping) else _text(one)
        if name and name not in found and "://" not in name:
            found.append(name)
    return ", ".join(found) or None


def _address(value: Any) -> str | None:
    if isinstance(value, Mapping):
        return _address(value.get("@id")) or _address(value.get("url"))
    text = _text(value)
    return text if text and text.startswith(("http://", "https://")) else None


def _text(value: Any) -> str | None:
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name") or value.get("alternateName")
    return " ".join(value.split()) or None if isinstance(value, str) else None
