"""What a page says of itself in its head: JSON-LD first, then OpenGraph, meta, ``<time>``."""

import re
from collections.abc import Iterator, Mapping, Sequence

from treatywatch.reports.html_tree import Element, words_of
from treatywatch.reports.json_ld import particulars_of as json_ld_of
from treatywatch.reports.particulars import Particulars, first_of_each
from treatywatch.reports.written_day import written_day

# Names under which pages keep a property in <meta name|property|itemprop>, best first.
_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "headline")
_AUTHORS = (
    *("author", "article:author", "citation_author", "dc.creator", "dcterms.creator"),
    *("parsely-author", "sailthru.author", "byl"),
)
_GRAPH_DATES = ("article:published_time", "og:article:published_time", "og:published_time")
_DATES = (
    *("datepublished", "citation_publication_date", "citation_date", "dcterms.issued"),
    *("dc.date.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created"),
    *("parsely-pub-date", "sailthru.date", "article.published", "publish-date", "pubdate"),
    *("publication_date", "publishdate", "pub_date", "originalpublicationdate", "date"),
)
_MODIFIED = (
    *("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
    *("dcterms.modified", "dc.date.modified", "lastmod", "revised"),
)
_TIME_SAYS = re.compile(r"publish|pubdate|posted|entry-date|dateline", re.IGNORECASE)
_TIME_DENIES = re.compile(r"modif|updat|comment", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?$")


def particulars_of(root: Element, address: str | None = None) -> Particulars:
    """What the page says of itself; ``address`` is where it was fetched from, if it was.

    Read before anything is taken out of the tree.
    """
    meta = _meta(root)
    url = _canonical(root) or _address(_first(meta, ("og:url",)))
    linked = json_ld_of(root, url or address)
    told = first_of_each(
        (
            linked,
            _graph(meta),
            _named(meta),
            _of_time(root),
            Particulars(title=_title(root), author=_author(root), url=address),
        )
    )
    return first_of_each(
        (Particulars(url=url, language=_language(root, meta, linked.language)), told)
    )


def language_code(tag: str | None) -> str | None:
    """The ISO 639 code of a language tag (BCP 47): "de" of "de-AT"."""
    found = _LANGUAGE.match(tag or "")
    return found[1].lower() if found else None


def _meta(root: Element) -> Mapping[str, Sequence[str]]:
    """The contents of the page's meta elements by name in lower case."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join(element.get("content", "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            for name in element.get(key, "").lower().split():
                if content:
                    found.setdefault(name, []).append(content)
    return found


def _graph(meta: Mapping[str, Sequence[str]]) -> Particulars:
    return _dated(meta, _GRAPH_DATES, "opengraph", title=_first(meta, ("og:title",)))


def _named(meta: Mapping[str, Sequence[str]]) -> Particulars:
    names = [
        name
        for key in _AUTHORS
        for name in meta.get(key, ())
        if "://" not in name and not name.startswith("@")
    ]
    author = ", ".join(dict.fromkeys(names[:1])) or None
    modified = next(filter(None, (written_day(_first(meta, (key,))) for key in _MODIFIED)), None)
    dated = _dated(meta, _DATES, "meta", title=_first(meta, _TITLES))
    return first_of_each((dated, Particulars(author=author, modified=modified)))


def _dated(
    meta: Mapping[str, Sequence[str]], names: Sequence[str], place: str, *, title: str | None
) -> Particulars:
    for name in names:
        if day := written_day(_first(meta, (name,))):
            return Particulars(title=title, published=day, published_from=place)
    return Particulars(title=title)


def _of_time(root: Element) -> Particulars:
    """The ``<time>`` that says it is of publication, or the only one of the page's article."""
    plain: list[str] = []
    for element, above in _times(root):
        day = written_day(element.get("datetime") or element.get("content") or words_of(element))
        says = " ".join((*map(str, element.keys()), *map(str, element.values()), above))
        if day is None or _TIME_DENIES.search(says):
            continue
        if _TIME_SAYS.search(says):
            return Particulars(published=day, published_from="time")
        plain.append(day)
    if len(set(plain)) == 1:
        return Particulars(published=plain[0], published_from="time")
    return Particulars()


def _times(root: Element) -> Iterator[tuple[Element, str]]:
    """The elements that hold a time, each with the names of the element around it."""
    for element in root.iter("time", "span", "abbr"):
        if element.tag != "time" and element.get("itemprop") != "datePublished":
            continue
        above = element.getparent()
        names = "" if above is None else f"{above.get('class', '')} {above.get('id', '')}"
        yield element, names


def _title(root: Element) -> str | None:
    heading = next(root.iter("h1"), None)
    if heading is not None and (words := words_of(heading)):
        return words
    title = root.find("head/title")
    return words_of(title) or None if title is not None else None


def _author(root: Element) -> str | None:
    for element in root.iter("a", "span", "address", "p", "div"):
        itemprop = "author" in element.get("itemprop", "").split()
        if itemprop or "author" in element.get("rel", "").split():
            name = words_of(element)
            if 0 < len(name) <= 120:
                return name
    return None


def _canonical(root: Element) -> str | None:
    for element in root.iter("link"):
        if "canonical" in element.get("rel", "").lower().split():
            return _address(element.get("href"))
    return None


def _language(root: Element, meta: Mapping[str, Sequence[str]], linked: str | None) -> str | None:
    # The attribute goes first: it is what browsers and screen readers go by.
    said = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        _first(meta, ("content-language",)),
        linked,
        _first(meta, ("og:locale",)),
    )
    return next(filter(None, map(language_code, said)), None)


def _first(meta: Mapping[str, Sequence[str]], names: Sequence[str]) -> str | None:
    return next((meta[name][0] for name in names if meta.get(name)), None)


def _address(text: str | None) -> str | None:
    stripped = (text or "").strip()
    return stripped if stripped.startswith(("http://", "https://")) else None
