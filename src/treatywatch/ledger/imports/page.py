"""A depositary's status page taken apart into its places, before any of it is understood.

Every text keeps the line of the page on which its row begins, so that a fault can point there.
"""

import re
from collections.abc import Iterator

from lxml import etree

from treatywatch.errors import UnreadableInput
from treatywatch.values import frozen

_GRID, _NOTES, _TERRITORIES, _SPECIAL = "tblgrid", "dgNotesAll", "tblDec", "Table1"
_OBJECTIONS, _UNDER_ARTICLE, _DECLARATIONS = "dgObj", "dgDecUnderArticle", "dgDec"
_WHAT_TO_DO = (
    "Save the English status page of the treaty from the depositary's site as HTML and give that."
)
_BLOCKS = frozenset({"br", "p", "div", "tr", "li"})


@frozen
class Cell:
    """One cell of a table: its words, and the numbers of the end notes attached to it."""

    text: str
    notes: tuple[str, ...] = ()


@frozen
class PageRow:
    """One row of a table and the line on which it begins."""

    line: int
    cells: tuple[Cell, ...]


@frozen
class PageNote:
    """One end note: its number and its text, with the page's own line breaks."""

    number: str
    line: int
    text: str


@frozen
class Statement:
    """A declaration or an objection: who made it, under which heading, in which words."""

    line: int
    participant: str
    heading: str
    text: str


@frozen
class StatusPage:
    """The places of a status page."""

    as_at: str
    chapter: str
    title: str
    entry_into_force: str
    status: str
    head: PageRow
    rows: tuple[PageRow, ...]
    notes: tuple[PageNote, ...]
    territories: tuple[PageRow, ...]
    special: tuple[PageRow, ...]
    declarations: tuple[Statement, ...]
    under_article: tuple[Statement, ...]
    objections: tuple[Statement, ...]


def take_apart(html: bytes, name: str) -> StatusPage:
    """The places of the page; raise :class:`UnreadableInput` where it is not a status page."""
    root = _parse(html, name)
    grid = _table(root, _GRID)
    if len(grid) < 2:
        raise UnreadableInput(name, "has no table of participants: not a status page", _WHAT_TO_DO)
    return StatusPage(
        as_at=_first(root, "div3"),
        chapter=_first(root, "rptHead_ctl00_tcHead"),
        title=_first(root, "rptTreaty_ctl00_tcTreaty"),
        entry_into_force=_first(root, "rptEIF_ctl00_tcText"),
        status=_first(root, "rptStatus_ctl00_tcText"),
        head=grid[0],
        rows=grid[1:],
        notes=tuple(_notes(root)),
        territories=_table(root, _TERRITORIES)[1:],
        special=_table(root, _SPECIAL),
        declarations=tuple(_statements(root, _DECLARATIONS, "divMainDecTilte")),
        under_article=tuple(_statements(root, _UNDER_ARTICLE, "divParentDecArt")),
        objections=tuple(_statements(root, _OBJECTIONS, "divMainObjTitle")),
    )


def _parse(html: bytes, name: str) -> etree._Element:
    if not html.strip():
        raise UnreadableInput(name, "is empty", _WHAT_TO_DO)
    if b"\0" in html:
        raise UnreadableInput(name, "is binary, not HTML", _WHAT_TO_DO)
    try:
        root = etree.fromstring(html, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise UnreadableInput(name, "is not HTML", _WHAT_TO_DO) from error
    if root is None:
        raise UnreadableInput(name, "is not HTML", _WHAT_TO_DO)
    return root


def _with_id(root: etree._Element, ending: str) -> etree._Element | None:
    for element in root.iter():
        if (element.get("id") or "").rsplit("InnerPage_", 1)[-1] == ending:
            return element
    return None


def _first(root: etree._Element, ending: str) -> str:
    element = _with_id(root, ending)
    return "" if element is None else squeezed(_text(element, without="sup"))


def _table(root: etree._Element, ending: str) -> tuple[PageRow, ...]:
    table = _with_id(root, ending)
    if table is None:
        return ()
    rows = (row for row in table.iter("tr") if _owner(row) is table)
    return tuple(PageRow(_line(row), _cells(row)) for row in rows)


def _line(element: etree._Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def _owner(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors("table"), None)


def _cells(row: etree._Element) -> tuple[Cell, ...]:
    return tuple(_cell(cell) for cell in row if cell.tag in ("td", "th"))


def _cell(cell: etree._Element) -> Cell:
    numbers: list[str] = []
    for raised in cell.iter("sup"):
        numbers += re.findall(r"\w+", _text(raised))
    return Cell(squeezed(_text(cell, without="sup")), tuple(numbers))


def _notes(root: etree._Element) -> Iterator[PageNote]:
    table = _with_id(root, _NOTES)
    for row in () if table is None else table.iter("tr"):
        anchor = next((a for a in row.iter("a") if a.get("name")), None)
        number = "" if anchor is None else squeezed(_text(anchor))
        text = _text(row).strip().removeprefix(number).strip()
        if text:
            yield PageNote(number, _line(row), text)


def _statements(root: etree._Element, table_id: str, heading_id: str) -> Iterator[Statement]:
    table, heading = _with_id(root, table_id), _first(root, heading_id)
    for row in () if table is None else table.iter("tr"):
        parts = {(e.get("id") or "").rsplit("_", 1)[-1]: e for e in row.iter("div")}
        if "divParticipant" in parts and "divText" in parts:
            who = squeezed(_text(parts["divParticipant"], without="sup"))
            words = _text(parts["divText"], without="sup").strip().removeprefix(who).strip()
            yield Statement(_line(row), who, heading, words)


def _text(element: etree._Element, without: str | None = None) -> str:
    """The words of an element, each block on a line of its own."""
    return "".join(_pieces(element, without))


def _pieces(element: etree._Element, without: str | None) -> Iterator[str]:
    if element.tag in _BLOCKS:
        yield "\n"
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag != without:
            yield from _pieces(child, without)
        yield child.tail or ""
    if element.tag in _BLOCKS:
        yield "\n"


def squeezed(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())
