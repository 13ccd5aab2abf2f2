"""Lines with a label: words, a colon or a dash, and what stands to them.

"Finland – acceded in 2012, out since 10 January 2026", "Withdrawals: Burundi (2017), Philippines".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.values import frozen

_LINE = re.compile(
    r"^[ \t]*(?:(?:[-*•·–—▪]|\d{1,2}[.)])[ \t]+)?(?:\*\*)?"
    r"(?P<label>[^\W\d_][^\n:|\t–—]{1,70}?)(?:\*\*)?(?:[ \t]?:(?:\*\*)?|[ \t][-–—])[ \t]+"
    r"(?P<rest>[^\s|][^\n|]{0,240}?)[ \t.;*]*$",
    re.MULTILINE,
)
_MARK = r"(?:[-*•·–—▪◦○]|\d{1,2}[.)])[ \t]+"
_ITEM = rf"[ \t]*{_MARK}[^\n:|]{{1,100}}(?![^\n])"
_HEADED = re.compile(
    rf"^[ \t]*(?:{_MARK})?(?:\*\*)?(?P<label>[^\W\d_][^\n:|.?\t]{{1,50}}?)(?:\*\*)?"
    rf"[:?]?(?:\*\*)?[ \t]*\n(?:[ \t]*\n)?[ \t]*{_MARK}"
    rf"(?P<rest>[^\n:|]{{1,100}}(?![^\n])(?:\n{_ITEM})*)",
    re.MULTILINE,
)
_ROW = re.compile(
    r"^[ \t]*(?:\|[ \t]*)?(?P<label>[^\W\d_][^\n:|\t]{1,50}?)[ \t]*\|[ \t]*"
    r"(?P<rest>[^\s|][^\n|]{0,240}?)[ \t|]*$",
    re.MULTILINE,
)
_SENTENCE = re.compile(r"\w{3}[.!?][\"”»]?\s+\S")


class Labelled(NamedTuple):
    """A line of a list: its label, and the words that stand to it."""

    label: Cell
    rest: Cell

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.rest.end

    @property
    def whole(self) -> Cell:
        """The label and the words behind it."""
        return Cell(self.label.start, self.end)


@frozen
class Box:
    """Lines that stand one below the other, and the treaty that they are on."""

    lines: Sequence[Labelled]
    treaty: str | None

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.lines[0].label.start


def boxes(text: str, treaty_of: Callable[[Sequence[Labelled]], str | None]) -> Iterator[Box]:
    """The lines of a text that have a label; ``treaty_of`` tells what those of a box are on."""
    box: list[Labelled] = []
    for line in labelled_lines(text):
        if box and text.count("\n", box[-1].end, line.label.start) > 1:
            yield Box(box, treaty_of(box))
            box = []
        box.append(line)
    if box:
        yield Box(box, treaty_of(box))


def labelled_lines(text: str) -> Iterator[Labelled]:
    """The lines of a text that have a label, in order; none that goes on over several sentences."""
    for match in _LINE.finditer(text):
        if not _SENTENCE.search(text, *match.span("rest")):
            yield Labelled(Cell(*match.span("label")), Cell(*match.span("rest")))


def headed_lists(text: str, treaty_above: Callable[[int], str | None]) -> Iterator[Box]:
    """Labels with all that is listed in the lines below, or in the one cell beside them."""
    for form in (_HEADED, _ROW):
        for match in form.finditer(text):
            line = Labelled(Cell(*match.span("label")), Cell(*match.span("rest")))
            yield Box([line], treaty_above(line.label.start))
