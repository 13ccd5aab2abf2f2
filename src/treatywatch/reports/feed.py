"""Feeds in RSS and Atom: each entry a report with its own date."""

from collections.abc import Iterator

from lxml import etree

from treatywatch.errors import UnreadableInput
from treatywatch.reports.characters import plain_characters
from treatywatch.reports.html import text_of_fragment, told_report
from treatywatch.reports.html_heading import language_code
from treatywatch.reports.html_tree import Element, words_of
from treatywatch.reports.particulars import Particulars
from treatywatch.reports.report import Report
from treatywatch.reports.written_day import written_day

# Names of elements without their namespaces, best first: what RSS 0.9 to 2.0, RSS 1.0 with Dublin
# Core, and Atom (RFC 4287) call the same thing.
_ENTRIES = ("item", "entry")
_BODIES = ("encoded", "content", "description", "summary")
_PUBLISHED = ("pubDate", "published", "issued", "date")
_MODIFIED = ("updated", "modified")
_AUTHORS = ("creator", "author")
_MOST_ENTRIES = 10_000


def reports_from_feed(raw: bytes, name: str) -> Iterator[Report | UnreadableInput]:
    """The reports of a feed in its order, named by their addresses; an entry without text is none.

    Raises :class:`UnreadableInput` where the bytes are no feed; an entry that cannot be read is
    given as that error, and the others are read.
    """
    root = _parse(raw, name)
    channel = next(_named(root, "channel"), root)
    language = language_code(
        _words(channel, ("language",)) or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    entries = [element for kind in _ENTRIES for element in _named(root, kind)]
    if not entries:
        raise UnreadableInput(name, "the feed has no entries", "Give a feed of reports.")
    for number, entry in enumerate(entries[:_MOST_ENTRIES], start=1):
        try:
            report = _report(entry, f"{name}#{number}", language)
        except UnreadableInput as error:
            yield error
            continue
        if report is not None:
            yield report


def _parse(raw: bytes, name: str) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(name, "it is no feed in XML", "Fetch the feed again.") from error
    if root is None or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableInput(name, "it is no feed in XML", "Fetch the feed again.")
    return root


def _report(entry: Element, name: str, language: str | None) -> Report | None:
    title = plain_characters(_title(entry, name))
    body = _body(entry, name)
    text = "\n\n".join(part for part in (title, body.strip()) if part) + "\n"
    if not text.strip():
        return None
    published = written_day(_words(entry, _PUBLISHED))
    modified = written_day(_words(entry, _MODIFIED))
    url = _link(entry)
    told = Particulars(
        title=title or None,
        author=_author(entry),
        # Atom requires `updated` and leaves `published` to the author (RFC 4287, 4.1.2).
        published=published or modified,
        published_from="feed" if published or modified else None,
        modified=modified,
        url=url,
        language=language_code(entry.get("{http://www.w3.org/XML/1998/namespace}lang")) or language,
    )
    return told_report(text, url or name, told)


def _title(entry: Element, name: str) -> str:
    element = next(_children(entry, ("title",)), None)
    if element is None:
        return ""
    return " ".join(text_of_fragment(_content(element), name).split())


def _body(entry: Element, name: str) -> str:
    """The fullest of what the entry carries of its report."""
    texts = [text_of_fragment(_content(element), name) for element in _children(entry, _BODIES)]
    return max(texts, key=len, default="")


def _content(element: Element) -> str:
    """What an element carries: escaped HTML as it is, XHTML written out, plain text escaped."""
    if len(element):
        inner = (etree.tostring(child, encoding="unicode") for child in element)
        return (element.text or "") + "".join(inner)
    text = element.text or ""
    if element.get("type") in {"text", "text/plain"}:
        return text.replace("&", "&amp;").replace("<", "&lt;")
    return text


def _author(entry: Element) -> str | None:
    for element in _children(entry, _AUTHORS):
        named = next(_children(element, ("name",)), element)
        if words := words_of(named):
            return words
    return None


def _link(entry: Element) -> str | None:
    for element in _children(entry, ("link", "guid", "id")):
        if element.get("rel", "alternate") != "alternate":
            continue
        address = (element.get("href") or element.text or "").strip()
        if address.startswith(("http://", "https://")):
            return address
    return None


def _words(entry: Element, names: tuple[str, ...]) -> str | None:
    return next(
        (words for element in _children(entry, names) if (words := words_of(element))), None
    )


def _children(entry: Element, names: tuple[str, ...]) -> Iterator[Element]:
    """The children of these names, those of the first name first."""
    for name in names:
        yield from (child for child in entry if _local(child) == name)


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if _local(element) == name)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
