"""Lines as a PDF prints them, joined to paragraphs: what a page breaks, the text does not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

_EDGE_LINES = 2  # a running head or foot has no more lines
_ON_MANY = 0.5  # of the pages
_FEWEST_PAGES = 3
_WORD = re.compile(r"\w[\w’'-]*\w|\w")
_BROKEN = re.compile(r"(\w+)[-‐\u00ad]$")
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’»)\]]*\d{0,3}$")
_ITEM = re.compile(r"\s*(?:[•●▪◦‣∙·*–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z]{1,3}\)\s)")
_CELLS = " | "  # between the cells of a row
_FULL = 0.75  # of the usual width: a shorter line that ends a sentence ends its paragraph
_SHORT = 0.6  # a shorter line before a capital stands on its own
_PAGE_NUMBER = re.compile(r"\W*(?:\w+\s)?\d{1,4}(?:\s*(?:/|\w+)\s*\d{1,4})?\W*$")
_PAGE_NUMBER_LONGEST = 16


def joined_pages(pages: Sequence[str]) -> str:
    """The text of a document's pages: paragraphs with an empty line between them.

    Running heads, feet and page numbers are left out. A word broken at a line's end is joined; its
    hyphen stays where the document elsewhere writes it so, where the next line begins with a
    capital, or behind a beginning such as "anti-".
    """
    lines = [line for page in _without_running_heads(pages) for line in page]
    written = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
    paragraphs = [_one_line(group, written) for group in _paragraphs(lines)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _without_running_heads(pages: Sequence[str]) -> Iterator[list[str]]:
    split = [[line.strip() for line in page.splitlines()] for page in pages]
    filled = [[line for line in page if line] for page in split]
    seen = Counter(shape for page in filled for shape in {_shape(line) for line in _edges(page)})
    running = {
        shape
        for shape, times in seen.items()
        if len(pages) >= _FEWEST_PAGES and times >= _ON_MANY * len(pages)
    }
    for page in split:
        first, last = _edge_bounds(page)
        yield [
            line
            for at, line in enumerate(page)
            if first <= at <= last or not (_shape(line) in running or _is_page_number(line))
        ]


def _edges(page: list[str]) -> list[str]:
    return page if len(page) <= 2 * _EDGE_LINES else [*page[:_EDGE_LINES], *page[-_EDGE_LINES:]]


def _edge_bounds(page: list[str]) -> tuple[int, int]:
    """The first and last line (filled or not) that lies within the edges of its page."""
    filled = [at for at, line in enumerate(page) if line]
    if len(filled) <= 2 * _EDGE_LINES:
        return len(page), -1
    return filled[_EDGE_LINES], filled[-_EDGE_LINES - 1]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _is_page_number(line: str) -> bool:
    return len(line) <= _PAGE_NUMBER_LONGEST and bool(_PAGE_NUMBER.match(line))


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    width = _usual_width(lines)
    group: list[str] = []
    for line in lines:
        if group and (not line or _begins_anew(group[-1], line, width)):
            yield group
            group = []
        if line:
            group.append(line)
    if group:
        yield group


def _usual_width(lines: Sequence[str]) -> int:
    """The width that nine lines in ten keep within."""
    widths = sorted(len(line) for line in lines if line)
    return widths[round(0.9 * (len(widths) - 1))] if widths else 0


def _begins_anew(before: str, line: str, width: int) -> bool:
    if _ITEM.match(line) or _CELLS in line or _CELLS in before:
        return True
    if line[0].islower() or _BROKEN.search(before):
        return False
    if _ENDS_SENTENCE.search(before):
        return len(before) < _FULL * width
    return len(before) < _SHORT * width and not before.endswith((",", ";", "–", "—"))


def _one_line(group: Sequence[str], written: Counter[str]) -> str:
    text = ""
    for line in group:
        broken = _BROKEN.search(text)
        following = _WORD.match(line)
        if broken is None or following is None:
            text = f"{text} {line}" if text else line
        elif _keeps_hyphen(text, broken, following[0], written):
            text += line
        else:
            text = text[: broken.end(1)] + line
    return re.sub(r"[ \t\xa0]{2,}", " ", text)


def _keeps_hyphen(text: str, broken: re.Match[str], following: str, written: Counter[str]) -> bool:
    if text.endswith("\u00ad"):
        return False
    first = broken[1]
    whole, compound = f"{first}{following}".casefold(), f"{first}-{following}".casefold()
    if written[whole] != written[compound]:
        return written[compound] > written[whole]
    if not following[0].islower() or first[-1].isdigit():
        return True
    return first.casefold() in _kept() or text[: broken.start()].endswith(("-", "‐"))


@cache
def _kept() -> frozenset[str]:
    listed = resources.files("treatywatch") / "record" / "pages" / "hyphens.txt"
    lines = listed.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))
