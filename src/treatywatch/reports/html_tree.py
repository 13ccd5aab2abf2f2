"""A page as a tree, within bounds: of its size, and of how deep its elements lie in one another."""

import re
from itertools import islice
from typing import TypeAlias

from lxml import etree

from treatywatch.errors import UnreadableInput
from treatywatch.reports.markup import has_countless_attributes

MOST_ELEMENTS = 300_000
"""Ten times what the largest pages of news have; bounds the time that a page takes."""

Element: TypeAlias = etree._Element

# The elements that stand on lines of their own, as browsers lay them out (HTML, section 15.3).
_BLOCKS = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p"
    " pre section summary table tbody td tfoot th thead tr ul caption"
)
BLOCKS = frozenset(_BLOCKS.split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What is no text of the page, or the text of a control.
_NEVER_TEXT = (
    "script style noscript template svg math iframe object embed applet canvas audio video map"
    " select option datalist button input textarea head frame frameset"
)


def parse_page(text: str, name: str) -> Element:
    """The root element of a page.

    Raises :class:`UnreadableInput` for elements nested or heaped with attributes beyond what any
    page needs, and for a page without an element.
    """
    if has_countless_attributes(text):
        raise UnreadableInput(
            name,
            "an element of it has more attributes than a page needs",
            "Save the page's text, and give that.",
        )
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, huge_tree=False, no_network=True, remove_pis=True
    )
    markup = text.replace("\0", "").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(markup, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _no_page(name) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableInput(
            name,
            "its elements are nested too deeply or are too large for a page",
            "Save the page's text, and give that.",
        )
    if root is None:
        raise _no_page(name)
    if sum(1 for _ in islice(root.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise UnreadableInput(
            name,
            f"it has more than {MOST_ELEMENTS:,} elements",
            "Split it into one page for each report.",
        )
    return root


def drop(element: Element) -> None:
    """Take an element out of its page; the words behind it stay."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = _in_xml((parent.text or "") + element.tail)
        else:
            before.tail = _in_xml((before.tail or "") + element.tail)
    parent.remove(element)


def _in_xml(text: str) -> str:
    """The text as it may be set in a tree: a page may hold characters that XML does not have."""
    return _NOT_IN_XML.sub("", _SPACE_NOT_IN_XML.sub(" ", text))


# What is no "Char" of XML 1.0, section 2.2; two of them are spaces in a text.
_NOT_IN_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE_NOT_IN_XML = re.compile("[\x0b\x0c]")


def drop_what_is_no_text(root: Element) -> None:
    """Take scripts, styles, controls, hidden text and comments out of a page."""
    for element in list(root.iter(*_NEVER_TEXT.split())):
        drop(element)
    for comment in list(root.iter(etree.Comment)):
        drop(comment)


def words_of(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def _no_page(name: str) -> UnreadableInput:
    return UnreadableInput(name, "it has no element of a page", "Give the whole HTML file.")
