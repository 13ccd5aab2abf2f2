"""Marks of Markdown: links, notes, what is set in bold or italics, and headings."""

import re
from collections.abc import Iterator

from treatywatch.reading.markup.unmarked import Piece, Unmarked

_ADDRESS = r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)"
_LINE = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_ADDRESS_LINE = re.compile(r"^[ \t]*\[[^\[\]\n]{1,80}\]:[ \t]+(?:<|\w+:|/)\S*[^\n]*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\](?::[ \t]*)?")
_LINK = re.compile(rf"!?\[(?P<kept>[^\[\]\n]{{0,300}})\](?:{_ADDRESS}|\[[^\[\]\n]{{0,80}}\])")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]\n]{0,400}\|)?(?P<kept>[^\[\]|\n]{1,400})\]\]")
_BARE_LINK = re.compile(r"<(?P<kept>https?://[^<>\s]{1,300})>")
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*", re.IGNORECASE)
# A mark opens before a word and closes behind one: "112*" and "* Provisional" mark a note.
_SET_OFF = tuple(
    re.compile(
        rf"(?<![\w*_`]){mark}(?P<kept>[^\s{kind}][^\n{kind}]{{0,400}})(?<!\s){mark}(?![\w{kind}])"
    )
    for mark, kind in (
        (r"\*\*\*", r"*"),
        (r"\*", r"*"),
        (r"\*\*", r"*"),
        (r"_", r"_"),
        (r"__", r"_"),
        (r"~~", r"~"),
        (r"`", r"`"),
    )
)
_SIGNS = ("[[", "](", "][", "[^", "**", "__", "\n#", "`", " *", " _", "\n*", "\n_", "| _")


def may_be_marked(text: str) -> bool:
    """Whether any of the marks may be in a text; told quickly."""
    return text.startswith(("#", "*", "_", "[")) or any(sign in text for sign in _SIGNS)


def without_markdown(marked: Unmarked) -> Unmarked:
    """The text with the words of links and of what is set off, without marks and addresses."""
    marked = marked.replaced(_ADDRESS_LINE, _nothing).replaced(_NOTE, _nothing)
    marked = marked.replaced(_BREAK, _space).replaced(_LINE, _nothing)
    for pattern in (_WIKI_LINK, _LINK, _BARE_LINK, *_SET_OFF):
        marked = marked.replaced(pattern, _words)
    return marked


def _words(match: re.Match[str]) -> Iterator[Piece]:
    yield match.span("kept")


def _nothing(_match: re.Match[str]) -> Iterator[Piece]:
    return iter(())


def _space(_match: re.Match[str]) -> Iterator[Piece]:
    yield " "
