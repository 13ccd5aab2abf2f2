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
    (
        mark,
        re.compile(
            rf"(?<![\w*_`]){re.escape(mark)}(?P<kept>[^\s{mark[0]}][^\n{mark[0]}]{{0,400}})"
            rf"(?<!\s){re.escape(mark)}(?![\w{mark[0]}])"
        ),
    )
    for mark in ("***", "*", "**", "_", "__", "~~", "`")
)
_LEFT_OUT = (("]:", _ADDRESS_LINE), ("[^", _NOTE))
_LINKS = (("[[", _WIKI_LINK), ("]", _LINK), ("<", _BARE_LINK))
_OPENS_OR_CLOSES = re.compile(r"[*_~`](?:(?<![^\W_].)[*_~`]*|[*_~`]*(?![^\W_]))", re.DOTALL)
_SIGNS = ("[[", "](", "][", "[^", "**", "__", "\n#", "`", " *", " _", "\n*", "\n_", "| _")


def may_be_marked(text: str) -> bool:
    """Whether any of the marks may be in a text; told quickly."""
    return text.startswith(("#", "*", "_", "[")) or any(sign in text for sign in _SIGNS)


def without_markdown(marked: Unmarked) -> Unmarked:
    """The text with the words of links and of what is set off, without marks and addresses."""
    for sign, pattern in _LEFT_OUT:
        marked = marked.replaced(pattern, _nothing, sign)
    marked = marked.replaced(_BREAK, _space, "<").replaced(_LINE, _nothing, "#")
    for sign, pattern in (*_LINKS, *_SET_OFF):
        marked = marked.replaced(pattern, _words, sign)
    return marked


def run_together(text: str) -> str:
    """The text without marks, told quickly, and without some that are none."""
    for sign, pattern in _LEFT_OUT:
        text = pattern.sub("", text) if sign in text else text
    text = _BREAK.sub(" ", text) if "<" in text else text
    text = _LINE.sub("", text) if "#" in text else text
    for sign, pattern in _LINKS:
        text = pattern.sub(r"\g<kept>", text) if sign in text else text
    return _OPENS_OR_CLOSES.sub("", text)


def _words(match: re.Match[str]) -> Iterator[Piece]:
    yield match.span("kept")


def _nothing(_match: re.Match[str]) -> Iterator[Piece]:
    return iter(())


def _space(_match: re.Match[str]) -> Iterator[Piece]:
    yield " "
