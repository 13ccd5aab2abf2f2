"""Marks of wikis: links, templates, notes, boxes of particulars, headings, lists and tables."""

import re
from collections.abc import Iterator

from treatywatch.reading.markup.unmarked import Piece, Unmarked
from treatywatch.reading.markup.wiki_tables import without_table_marks

_LEFT_OUT = re.compile(
    r"<!--(?:(?!<!--|-->).)*-->|<ref\b[^<>]{0,300}/>"
    r"|<ref\b[^<>]{0,300}>(?:(?!</?ref\b).)*</ref>",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z]{1,12}(?:\s[^<>\n]{0,200})?/?>", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{(?P<told>[^{}\n]{0,500})\}\}(?P<named>(?:\s|&nbsp;)?\[\[)?")
_LINK = re.compile(r"\[\[(?:[^\[\]\n]{0,400}\|)?(?P<kept>[^\[\]|\n]{1,400})\]\]")
_OUTWARDS = re.compile(r"\[(?:https?:)?//[^\s\[\]]{1,400}(?:\s(?P<kept>[^\[\]\n]{0,300}))?\]")
_STRESS = re.compile(r"'{2,5}")
_HEADING = re.compile(
    r"^(?P<mark>={2,6})[ \t]*(?P<kept>[^=\n]{1,200}?)[ \t]*(?P=mark)", re.MULTILINE
)
_ITEM = re.compile(r"^(?:[*#:;]+)[ \t]*(?=\S)", re.MULTILINE)
_BOX_BEGINS = re.compile(r"^\{\{[^{}|\n]{1,80}$\n", re.MULTILINE)
_BOX_ENDS = re.compile(r"^[ \t]*\}\}[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"^[ \t]*\|[ \t]*(?P<name>\w[\w \-]{1,40}?)[ \t]*=[ \t]*(?=\S)", re.MULTILINE)
_EMPTY_FIELD = re.compile(r"^[ \t]*\|[ \t]*\w[\w \-]{1,40}?[ \t]*=[ \t]*$\n?", re.MULTILINE)
_DAY = re.compile(r"(?P<year>[12]\d{3})\|0?(?P<month>1[0-2]|[1-9])\|0?(?P<day>3[01]|[12]\d|[1-9])$")
_DAY_OF_A_NAMED_MONTH = re.compile(
    r"(?P<year>[12]\d{3})\|(?P<month>[^\W\d_]{3,12})\.?\|(?P<day>3[01]|0?[1-9]|[12]\d)$"
)
_SIGNS = ("{{", "{|", "'''")


def is_wiki(text: str) -> bool:
    """Whether a text has marks that only wikis use."""
    return any(sign in text for sign in _SIGNS)


def without_wiki_marks(marked: Unmarked) -> Unmarked:
    """The text with the words that a reader of the wiki sees."""
    marked = marked.replaced(_LEFT_OUT, _nothing)
    marked = marked.replaced(_TEMPLATE, _of_template).replaced(_TEMPLATE, _of_template)
    for pattern in (_LINK, _OUTWARDS, _HEADING):
        marked = marked.replaced(pattern, _words)
    marked = marked.replaced(_TAG, _space).replaced(_STRESS, _nothing)
    marked = without_table_marks(marked).replaced(_ITEM, _bullet)
    marked = marked.replaced(_BOX_BEGINS, _nothing).replaced(_BOX_ENDS, _nothing)
    return marked.replaced(_EMPTY_FIELD, _nothing).replaced(_FIELD, _term)


def _of_template(match: re.Match[str]) -> Iterator[Piece]:
    """The day that a template writes, or its one word; a flag before the name of its State goes."""
    name, *told = (one.strip() for one in match["told"].split("|"))
    unnamed = [one for one in told if "=" not in one]
    if day := _DAY.match("|".join(unnamed)):
        yield f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}"
    elif day := _DAY_OF_A_NAMED_MONTH.match("|".join(unnamed)):
        yield f"{day['day']} {day['month']} {day['year']}"
    elif name and unnamed and match["named"] is None:
        start = match.start("told") + match["told"].rindex(unnamed[-1])
        yield start, start + len(unnamed[-1])
    if match["named"] is not None:
        yield match.span("named")


def _words(match: re.Match[str]) -> Iterator[Piece]:
    if match["kept"]:
        yield match.span("kept")


def _term(match: re.Match[str]) -> Iterator[Piece]:
    """The field of a box as a term with what stands to it: "date_signed" is "date signed:"."""
    yield match["name"].replace("_", " ")
    yield ": "


def _bullet(_match: re.Match[str]) -> Iterator[Piece]:
    yield "• "


def _nothing(_match: re.Match[str]) -> Iterator[Piece]:
    return iter(())


def _space(_match: re.Match[str]) -> Iterator[Piece]:
    yield " "
