"""A page's elements written as text: one block a paragraph, in the order of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from treatywatch.reports.html_notes import as_number
from treatywatch.reports.html_tables import LINE
from treatywatch.reports.html_tree import BLOCKS, HEADINGS, Element
from treatywatch.values import frozen

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_BULLET = "• "
_CELLS = " | "
_HEAD_BLOCKS = 12  # between the heading and the report: date, author, standfirst, picture
_ALL_LINKED = 0.7
_ONE_LINK_LONGEST = 200  # a longer paragraph that is all link is prose none the less
_ITEM = "item"
_PARAGRAPH = "paragraph"
_HEADING = "heading"


@frozen
class Block:
    """One paragraph, heading, item or line of a table: its text, and which of these it is."""

    text: str
    kind: str


@dataclass(slots=True)
class _Writer:
    """Collects the words of one block after the other."""

    region: Element
    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    in_links: int = 0
    in_pre: int = 0
    raised: int = 0
    inside: bool = False
    after_heading: bool = False
    item: str = ""
    numbers: list[int | None] = field(default_factory=list)  # of the lists around, None: bullets
    cells: int = 0  # of the data row in hand
    in_row: int = 0

    def write(self, text: str | None) -> None:
        if not text or not (self.inside or self.after_heading):
            return
        text = as_number(text) if self.raised else text
        self.words.append(text if self.in_pre else _SPACES.sub(" ", text))
        if self.in_links:
            self.linked += len(text.strip())

    def start(self, element: Element) -> None:
        tag = element.tag
        if element is self.region:
            self._end_block(_PARAGRAPH)
            self.inside = True
        if tag == "h1" and not self.inside:
            self.blocks.clear()
            self.words.clear()
            self.after_heading = True
        if tag in {"td", "th"} and self.in_row:
            self._cell()
        elif tag in BLOCKS:
            self._end_block(_PARAGRAPH)
            self._start_block(element)
        elif tag == "br":
            self.words.append("\n")
        elif tag == "q":
            self.write("“")
        self.in_links += tag == "a"
        self.raised += tag == "sup"
        self.write(element.text)

    def end(self, element: Element) -> None:
        tag = element.tag
        if tag == "q":
            self.write("”")
        elif tag in BLOCKS and not (tag in {"td", "th"} and self.in_row):
            self._end_block(_kind_of(element))
            self._leave_block(element)
        self.in_links -= tag == "a"
        self.raised -= tag == "sup"
        if element is self.region:
            self._end_block(_PARAGRAPH)
            self.inside = self.after_heading = False

    def _cell(self) -> None:
        if self.cells:
            self.words.append(_CELLS)
        self.cells += 1

    def _start_block(self, element: Element) -> None:
        tag = element.tag
        self.in_pre += tag == "pre"
        if tag == "tr" and _is_row_of_cells(element):
            self.in_row += 1
            self.cells = 0
        elif tag in {"ul", "ol", "menu", "dir"}:
            self.numbers.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.item = self._mark_of_item()

    def _leave_block(self, element: Element) -> None:
        tag = element.tag
        self.in_pre -= tag == "pre"
        if tag == "tr" and self.in_row:
            self.in_row -= 1
        elif tag in {"ul", "ol", "menu", "dir"} and self.numbers:
            self.numbers.pop()
        elif tag == "li":
            self.item = ""

    def _mark_of_item(self) -> str:
        if not self.numbers or (number := self.numbers[-1]) is None:
            return _BULLET
        self.numbers[-1] = number + 1
        return f"{number + 1}. "

    def _end_block(self, kind: str) -> None:
        text = _tidy("".join(self.words), keep_lines=self.in_pre > 0)
        linked, self.linked = self.linked, 0
        self.words.clear()
        if not text or text.strip(" |") == "" or (kind != _HEADING and _is_one_link(text, linked)):
            return
        if not self.inside and len(self.blocks) >= _HEAD_BLOCKS:
            return
        if self.item:
            self.blocks.append(Block(self.item + text, _ITEM))
            self.item = ""
        else:
            self.blocks.append(Block(text, kind))


def blocks_of(body: Element, region: Element) -> list[Block]:
    """The blocks of the report, with those that stand between the page's heading and it."""
    writer = _Writer(region)
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            writer.start(element)
            continue
        writer.end(element)
        if element is region:
            break
        if element is not body:
            writer.write(element.tail)
    return writer.blocks


def joined(blocks: list[Block]) -> str:
    """The text of a report: an empty line between paragraphs, none between items of a list."""
    return "".join(_with_gaps(blocks)) + ("\n" if blocks else "")


def _with_gaps(blocks: list[Block]) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if before is not None:
            close = before.kind == block.kind and block.kind not in {_PARAGRAPH, _HEADING}
            yield "\n" if close else "\n\n"
        yield block.text
        before = block


def _tidy(text: str, *, keep_lines: bool) -> str:
    if keep_lines:
        return text.strip("\n")
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()


def _kind_of(element: Element) -> str:
    """A heading, a paragraph, or a line of a table; all lines of one are of the same kind."""
    line_of = element.get(LINE)
    return f"line {line_of}" if line_of else _HEADING if element.tag in HEADINGS else _PARAGRAPH


def _is_one_link(text: str, linked: int) -> bool:
    letters = len(text)
    return letters <= _ONE_LINK_LONGEST and linked > _ALL_LINKED * letters


def _is_row_of_cells(row: Element) -> bool:
    """Whether the row holds figures side by side, rather than lays out the page."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    return len(cells) > 1 and not any(
        below.tag in BLOCKS for cell in cells if len(cell) for below in cell.iterdescendants()
    )
