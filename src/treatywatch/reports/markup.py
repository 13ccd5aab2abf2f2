"""Markup looked over as characters, before a tree is built of it. All here is linear."""

import re
from collections.abc import Iterator

MOST_ATTRIBUTES = 1_000
"""No element of a page needs more; building the tree costs the square of their number."""

_LEFT_OUT = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_SMALL_ENOUGH = 20_000
_ATTRIBUTE = r"""[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
# A tag as the HTML Standard has it read (section 13.2.5); nothing in it is tried twice.
_TAG = re.compile(rf"<[a-z][^\s/>]*+(?:[\s/]++|{_ATTRIBUTE}|=)*+")
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)


def without_scripts(lowered: str) -> str:
    """Markup in lower case without comments, scripts and styles; one without its end is kept."""
    for begin, end in _LEFT_OUT:
        if begin in lowered:
            lowered = "".join(_outside(lowered, begin, end))
    return lowered


def has_countless_attributes(markup: str) -> bool:
    """Whether any tag has more than :data:`MOST_ATTRIBUTES`."""
    if len(markup) <= _SMALL_ENOUGH:
        return False
    return any(
        sum(1 for _ in _ONE_ATTRIBUTE.finditer(tag[0])) > MOST_ATTRIBUTES
        for tag in _TAG.finditer(without_scripts(markup.lower()))
        if tag.end() - tag.start() > 2 * MOST_ATTRIBUTES
    )


def _outside(text: str, begin: str, end: str) -> Iterator[str]:
    """The pieces of a text outside of those between two marks."""
    at = 0
    # "<!-->" is a whole comment: the end may share the dashes of the beginning.
    while (found := text.find(begin, at)) >= 0 and (closed := text.find(end, found + 2)) >= 0:
        yield text[at:found]
        at = closed + len(end)
    yield text[at:]
