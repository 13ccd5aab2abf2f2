"""States with short statements behind or below their names, and nothing else.

"Chile. Signed 3 December 1997. Ratified 10 September 2001.", or the same in lines below "Chile".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.lists.lines import Labelled
from treatywatch.reading.claims.tables.above import treaty_above
from treatywatch.reading.claims.tables.cells import told_in_words
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_NAME = re.compile(
    r"[ \t]*(?:(?:[-*•·–—▪#]+|\d{1,2}[.)])[ \t]+)?\**(?P<name>[^\n.:;,|(]{3,40}?)\**"
)
_BEHIND = re.compile(r"[.:][ \t]+")
_PIECE = re.compile(r"[^\n.;/]*[^\s.;/][^\n.;/]*(?:\.(?=\S)[^\n.;/]*)*")
_FEWEST = 2  # States


def in_blocks(stage: Stage, words: InOrder[CueHit]) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines of such States, each with its claims; none where only one has them."""
    found = [
        (name, pieces)
        for block in _BLOCK.finditer(stage.text)
        for name, pieces in _named(stage, Cell(*block.span()))
    ]
    read = []
    for name, pieces in found:
        treaty = treaty_above(stage, name.start)
        told = [told_in_words(stage, piece, words.within(*piece)) for piece in pieces]
        named = any(stage.context.treaties_in(*piece) for piece in pieces)
        if treaty is not None and told and all(told) and not named:
            who = stage.context.participants_in(*name)
            claims = [replace(c, treaty=treaty, participants=who) for each in told for c in each]
            read.append((Labelled(name, Cell(pieces[0].start, pieces[-1].end)), claims))
    if len(read) >= _FEWEST:
        yield from read


def _named(stage: Stage, block: Cell) -> Iterator[tuple[Cell, Sequence[Cell]]]:
    """Each State that opens a line of the block alone, with the short statements that follow."""
    starts = [block.start, *(i + 1 for i in _breaks(stage.text, block))]
    names = [name for start in starts if (name := _state(stage, start, block.end)) is not None]
    ends = [*(_line_start(stage.text, name.start) for name in names[1:]), block.end]
    for name, until in zip(names, ends, strict=False):
        behind = _BEHIND.match(stage.text, name.end, until)
        rest = behind.end() if behind is not None else name.end
        pieces = [Cell(*_trimmed(stage.text, m)) for m in _PIECE.finditer(stage.text, rest, until)]
        yield name, [piece for piece in pieces if piece.end > piece.start]


def _breaks(text: str, block: Cell) -> Iterator[int]:
    at = text.find("\n", *block)
    while at >= 0:
        yield at
        at = text.find("\n", at + 1, block.end)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _state(stage: Stage, start: int, until: int) -> Cell | None:
    """The name of one State that opens the line, where a stop or the end of the line follows."""
    found = _NAME.match(stage.text, start, until)
    people = stage.context.people_in(start, min(until, start + 60))
    if found is None or not people or people[0].start != found.start("name"):
        return None
    name = people[0]
    ends = stage.text[name.end : name.end + 2].lstrip("*")
    alone = not ends or ends[0] in "\n.:"
    return Cell(name.start, name.end) if alone and len(name.ids) == 1 else None


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span()
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \t*-•–—:"))
    return start, max(start, end - (len(words) - len(words.rstrip(" \t*"))))
