"""Where on a page the report stands: what surrounds it is left out, the rest kept whole.

Prose is what runs for some length in one block and is not mostly links. The report is the element
that holds most of the page's prose, or the smallest that holds nearly all of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from lxml import etree

from treatywatch.reports.html_tables import is_of_figures
from treatywatch.reports.html_tree import BLOCKS, Element, drop, drop_what_is_no_text

_PROSE_FROM = 40  # characters in one block; a menu's entries are shorter
_MOSTLY_LINKS = 0.5
_MENU_LINKS, _MENU_SHARE = 3, 0.6
_MOST = 0.5  # of the prose: such an element may be the report
_NEARLY_ALL = 0.9
_NEXT_TO_NOTHING = 0.25  # of what would be left out
_WRAPPERS = 8  # so many elements around a report may be named so
_FRAMES = {"nav", "menu", "dialog"}
_OUTSIDE_OF_A_REPORT = {"aside", "header", "footer"}
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert"}
_MENUS = ("ul", "ol", "div", "section", "table", "p")
_CONTAINERS = {"html", "body", "main", "article", "div", "section", "center", "form", "table"}
_CONTAINERS |= {"tbody", "tr", "td"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(slots=True)
class Measure:
    """How much an element holds, in characters: all of it, in links, in prose; and its links."""

    text: int = 0
    linked: int = 0
    prose: int = 0
    links: int = 0
    heading: bool = False
    flow: int = 0
    flow_linked: int = 0


def find_report(root: Element) -> Element:
    """The element that holds the report; what surrounds it is taken out of the tree.

    Linear in the size of the page.
    """
    drop_what_is_no_text(root)
    body = root.find("body")
    body = root if body is None else body
    _drop_surroundings(body)
    sizes = measure(body)
    whole = sizes[body].prose
    if not whole:
        return body
    for tag_or_role in (_is_article, _is_main):
        best = max(
            (element for element in sizes if tag_or_role(element)),
            key=lambda element: sizes[element].prose,
            default=None,
        )
        if best is not None and sizes[best].prose >= _MOST * whole:
            return best if tag_or_role is _is_article else _smallest(best, sizes)
    return _smallest(body, sizes)


def measure(top: Element) -> dict[Element, Measure]:
    """The measure of each element below and with ``top``, in the order of the page."""
    sizes: dict[Element, Measure] = {}
    open_blocks: list[Measure] = []
    in_links = 0
    for event, element in etree.iterwalk(top, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            size = sizes[element] = Measure(heading=element.tag == "h1")
            in_links += element.tag == "a"
            if element.tag in BLOCKS or element is top:
                open_blocks.append(size)
            _count(element.text, size, open_blocks[-1], linked=in_links > 0)
            continue
        size = sizes[element]
        if element.tag in BLOCKS or element is top:
            open_blocks.pop()
            if size.flow >= _PROSE_FROM and size.flow_linked <= _MOSTLY_LINKS * size.flow:
                size.prose += size.flow
        if element.tag == "table" and is_of_figures(element):
            size.prose = max(size.prose, size.text - size.linked)
        in_links -= element.tag == "a"
        size.links += element.tag == "a"
        parent = sizes.get(element.getparent()) if element is not top else None
        if parent is not None:
            _add(parent, size)
            _count(element.tail, parent, open_blocks[-1], linked=in_links > 0)
    return sizes


def _count(text: str | None, own: Measure, block: Measure, *, linked: bool) -> None:
    if not text or not (length := len(text.strip())):
        return
    own.text += length
    block.flow += length
    if linked:
        own.linked += length
        block.flow_linked += length


def _add(parent: Measure, child: Measure) -> None:
    parent.text += child.text
    parent.linked += child.linked
    parent.prose += child.prose
    parent.links += child.links
    parent.heading |= child.heading


def _drop_surroundings(body: Element) -> None:
    """Take out what surrounds the report.

    A name such as "has-sidebar" may stand on what holds the report itself: an element that would
    leave next to nothing of the page is kept, and looked into.
    """
    sizes = measure(body)
    kept: set[Element] = {body}
    for _ in range(_WRAPPERS):
        dropped = _outermost_surroundings(sizes, kept)
        rest = sizes[body].prose - sum(sizes[element].prose for element in dropped)
        named = [element for element in dropped if not _is_frame(element)]
        largest = max(named, key=lambda element: sizes[element].prose, default=None)
        if largest is None or sizes[largest].prose * _NEXT_TO_NOTHING <= rest:
            break
        kept.add(largest)
    for element in dropped:
        drop(element)


def _outermost_surroundings(sizes: dict[Element, Measure], kept: set[Element]) -> list[Element]:
    found: list[Element] = []
    within: set[Element] = set()  # with what surrounds the report
    in_report: set[Element] = set()
    for element, size in sizes.items():
        above = element.getparent()
        if above in within:
            within.add(element)
            continue
        if _is_article(element) or above in in_report:
            in_report.add(element)
        if element in kept or size.heading:
            continue
        inside = element in in_report
        if _is_frame(element, inside=inside) or _is_apart(element) or _is_menu(element, size):
            within.add(element)
            found.append(element)
    return found


def _is_frame(element: Element, *, inside: bool = False) -> bool:
    """Whether the element is by its kind what frames a page; ``inside`` an article some are not."""
    if element.tag in _FRAMES or (element.tag in _OUTSIDE_OF_A_REPORT and not inside):
        return True
    return element.get("role", "").lower() in _ROLES


def _is_apart(element: Element) -> bool:
    """Whether the element is hidden, or named as what surrounds a report."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(attributes.get("style", "")):
        return True
    if element.tag not in BLOCKS and element.tag not in {"span", "a"}:
        return False
    return _named_so(f"{attributes.get('class', '')} {attributes.get('id', '')}")


def _named_so(names: str) -> bool:
    known = _surroundings()
    return any(
        f"={name.lower()}" in known
        or not known.isdisjoint(word.lower() for word in _WORD.findall(name))
        for name in names.split()
    )


def _is_menu(element: Element, size: Measure) -> bool:
    if element.tag not in _MENUS or size.prose or size.links < _MENU_LINKS:
        return False
    return size.linked > _MENU_SHARE * size.text


def _is_article(element: Element) -> bool:
    if element.tag == "article":
        return True
    attributes = element.attrib
    return attributes.get("role") == "article" or attributes.get("itemprop") == "articleBody"


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.attrib.get("role") == "main"


def _smallest(top: Element, sizes: dict[Element, Measure]) -> Element:
    enough = _NEARLY_ALL * sizes[top].prose
    found = top
    while (inner := _holder(found, sizes, enough)) is not None:
        found = inner
    return found


def _holder(
    within: Iterable[Element], sizes: dict[Element, Measure], enough: float
) -> Element | None:
    for child in within:
        size = sizes.get(child)
        if size is not None and child.tag in _CONTAINERS and size.prose >= enough:
            # A container with words of its own is a paragraph in disguise: its brothers count.
            return None if size.flow >= _PROSE_FROM else child
    return None


@cache
def _surroundings() -> frozenset[str]:
    listed = resources.files("treatywatch") / "record" / "pages" / "surroundings.txt"
    lines = listed.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))
