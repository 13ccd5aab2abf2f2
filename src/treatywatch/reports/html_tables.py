"""Tables and lists of terms in a page, laid out in its tree as lines: "Latvia | 27 June 2025".

Cells that reach over several rows or columns stand in each row that they belong to. Tables that
only lay out a page stay as they are.
"""

from collections.abc import Iterator

from treatywatch.reports.html_notes import as_number, bare_mark
from treatywatch.reports.html_tree import BLOCKS, Element
from treatywatch.values import frozen

LINE = "data-line-of"
"""The attribute of an element that is one line of a table: lines of the same belong together."""

_CELLS = " | "
_LONGEST = 240  # characters of a cell: what is longer is text that a table lays out
_MOST_COLUMNS = 40  # beyond which a page only pretends to have columns
_MOSTLY = 0.7  # share of links from which a row is a menu


@frozen
class _Reaching:
    """A cell that goes on in the rows below: its words, and how many rows are left to it."""

    words: str
    rows: int


def lay_out_tables(root: Element) -> None:
    """Make one line of each row of figures, and of each term with what stands to it."""
    for number, table in enumerate(root.iter("table")):
        _lay_out_rows(table, str(number))
    for number, terms in enumerate(root.iter("dl")):
        _lay_out_terms(terms, f"terms {number}")
    for number, rows in enumerate([*_rows_of_boxes(root)]):
        for row in rows:
            _write(row, _CELLS.join(_words(cell) for cell in row), f"boxes {number}")


def _rows_of_boxes(root: Element) -> Iterator[list[Element]]:
    """Boxes that stand as rows, with as many short boxes in each: a table without its elements."""
    for parent in root.iter("div", "section", "ul", "ol", "figure"):
        rows = [child for child in parent if child.tag in _BOXES]
        alike = [row for row in rows if len(row) > 1 and len(row) == len(rows[-1])]
        if len(alike) >= _FEWEST_BOXES and len(alike) == len(rows) and all(map(_holds_cells, rows)):
            yield rows


_BOXES = frozenset({"div", "li", "span"})
_FEWEST_BOXES = 3
_LONGEST_BOX = 80  # characters of a cell, none of which is prose


def _holds_cells(row: Element) -> bool:
    """Whether a row is made of short boxes alone, none of them a link to elsewhere."""
    loose = (row.text or "").strip() or any((cell.tail or "").strip() for cell in row)
    cells = [cell for cell in row if cell.tag in _BOXES and next(cell.iter("a"), None) is None]
    short = all(len(_words(cell)) <= _LONGEST_BOX and not _has_boxes(cell) for cell in cells)
    return not loose and len(cells) == len(row) and short


def _has_boxes(cell: Element) -> bool:
    return any(below.tag in BLOCKS for below in cell.iterdescendants())


def _lay_out_rows(table: Element, name: str) -> None:
    reaching: dict[int, _Reaching] = {}
    for row in _rows(table):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if not cells or any(_lays_out(cell) for cell in cells):
            reaching.clear()
            continue
        words = _filled(cells, reaching)
        if sum(map(bool, words)) > 1 and not _is_menu(cells):
            _write(row, _CELLS.join(words).strip(), name)


def is_of_figures(table: Element) -> bool:
    """Whether a table has rows of short cells enough to be what the page is about."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = ([cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr"))
    return sum(len(cells) > 1 for cells in rows) >= _FEWEST_ROWS


_FEWEST_ROWS = 8


def _rows(table: Element) -> list[Element]:
    """The rows of the table itself, not those of tables within it."""
    parts = [table, *(part for part in table if part.tag in {"tbody", "thead", "tfoot"})]
    return [row for part in parts for row in part if row.tag == "tr"]


def _lays_out(cell: Element) -> bool:
    """Whether the cell holds a part of the page rather than a figure."""
    nested = next(cell.iterdescendants("table"), None) is not None
    return nested or len(_words(cell)) > _LONGEST


def _filled(cells: list[Element], reaching: dict[int, _Reaching]) -> list[str]:
    """The words of each column, those of cells that reach down from above among them."""
    told: list[str] = []
    waiting = iter(cells)
    while len(told) < _MOST_COLUMNS:
        if above := reaching.pop(len(told), None):
            if above.rows > 1:
                reaching[len(told)] = _Reaching(above.words, above.rows - 1)
            told.append(above.words)
            continue
        cell = next(waiting, None)
        if cell is None:
            break
        _place(cell, told, reaching)
    return told


def _place(cell: Element, told: list[str], reaching: dict[int, _Reaching]) -> None:
    words, down = _words(cell), _span(cell, "rowspan")
    for at in range(_span(cell, "colspan")):
        if down > 1:
            reaching[len(told)] = _Reaching(words if not at else "", down - 1)
        told.append(words if not at else "")


def _span(cell: Element, name: str) -> int:
    told = (cell.get(name) or "1").strip()
    return max(1, min(int(told), _MOST_COLUMNS)) if told.isdecimal() and len(told) < 4 else 1


def _words(cell: Element) -> str:
    return " ".join("".join(_pieces(cell)).split())


def _pieces(element: Element) -> Iterator[str]:
    """The text within, a space for each line that begins there, marks of notes raised."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _of_child(child)
        yield child.tail or ""


def _of_child(child: Element) -> Iterator[str]:
    within = " ".join("".join(_pieces(child)).split())
    if child.tag == "sup" and (bare := bare_mark(within)) is not None:
        yield as_number(bare) if bare.isdecimal() else "*" if bare else ""
    elif child.tag == "img":
        yield f" {child.get('alt') or ''} "
    elif not within and (told := child.get("aria-label") or child.get("title")):
        yield f" {told} "
    elif child.tag == "li":
        yield f"{', ' if _goes_before(child) else ' '}{within}"
    elif child.tag == "br" or child.tag in BLOCKS:
        yield f" {within} "
    else:
        yield "".join(_pieces(child))


def _goes_before(item: Element) -> bool:
    """Whether the list of an item has one before it."""
    return any(before.tag == "li" for before in item.itersiblings(preceding=True))


def _is_menu(cells: list[Element]) -> bool:
    letters = sum(len(_words(cell)) for cell in cells)
    linked = sum(len(_words(link)) for cell in cells for link in cell.iter("a"))
    return letters > 0 and linked > _MOSTLY * letters


def _write(element: Element, line: str, name: str) -> None:
    for child in [*element]:
        element.remove(child)
    element.text = line
    element.set(LINE, name)


def _lay_out_terms(terms: Element, name: str) -> None:
    term: Element | None = None
    for child in [*terms.iter("dt", "dd")]:
        if child.tag == "dt":
            term = child
            continue
        words = _words(child)
        if term is None or len(words) > _LONGEST or len(_words(term)) > _LONGEST:
            term = None
            continue
        joint = "; " if term.get(LINE) else " " if _words(term).endswith(":") else ": "
        _write(term, f"{_words(term)}{joint}{words}", name)
        parent = child.getparent()
        if parent is not None:
            parent.remove(child)
