"""A text without its marks, each character with the place it has in the text as it was given."""

import re
from array import array
from collections.abc import Callable, Iterable
from typing import Self

from treatywatch.values import frozen

Piece = tuple[int, int] | str
"""What is left of marked words: a stretch of the text as it is, or words that stand for it."""

Change = tuple[int, int, str]
"""Where a stretch begins and ends, and what is to be read instead."""

Kept = Callable[[re.Match[str]], Iterable[Piece]]


@frozen
class Unmarked:
    """``begins`` and ``ends`` say of each character where in the given text it stands."""

    text: str
    begins: "array[int]"
    ends: "array[int]"

    @classmethod
    def of(cls, text: str) -> Self:
        """A text of which nothing has been taken yet."""
        return cls(text, array("I", range(len(text))), array("I", range(1, len(text) + 1)))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text without marks stands in the given one."""
        if start >= end:
            at = self.begins[start] if start < len(self.begins) else self.ends[-1]
            return at, at
        # Of a cell that reaches down the words stand above those of the row that they are read in.
        return min(self.begins[start:end]), max(self.ends[start:end])

    def replaced(self, pattern: re.Pattern[str], kept: Kept, sign: str = "") -> "Unmarked":
        """The text with what is kept of each match in its place; itself where nothing matches.

        Words alone stand for all of the match, those between kept ones where these end.
        ``sign`` is in each match: to look for it is much quicker than to try the pattern.
        """
        matches = [*pattern.finditer(self.text)] if sign in self.text else ()
        if not matches:
            return self
        writer, at = _Writer(self), 0
        for match in matches:
            writer.write((at, match.start()), match.span())
            pieces = [*kept(match)]
            last = match.start()
            stands_for_all = all(isinstance(piece, str) for piece in pieces)
            for piece in pieces:
                writer.write(piece, match.span() if stands_for_all else (last, last))
                last = last if isinstance(piece, str) else piece[1]
            at = match.end()
        writer.write((at, len(self.text)), (at, len(self.text)))
        return writer.written()

    def changed(self, changes: Iterable[Change]) -> "Unmarked":
        """The text with these changes, each but those that reach into one before it."""
        writer, at = _Writer(self), 0
        for start, end, instead in sorted(changes):
            if start < at:
                continue
            writer.write((at, start), (at, start))
            writer.write(instead, (start, end))
            at = end
        writer.write((at, len(self.text)), (at, len(self.text)))
        return writer.written()

    def set_anew(self, changes: Iterable[tuple[tuple[int, int], Iterable[Piece]]]) -> "Unmarked":
        """The text with the pieces of these stretches in another order, and words between them.

        The stretches come in order. Words put between stand where the piece before them ends.
        """
        writer, at = _Writer(self), 0
        for (start, end), pieces in changes:
            if start < at:
                continue
            writer.write((at, start), (at, start))
            last = start
            for piece in pieces:
                writer.write(piece, (last, last))
                last = last if isinstance(piece, str) else piece[1]
            at = end
        writer.write((at, len(self.text)), (at, len(self.text)))
        return writer.written()


class _Writer:
    """Puts pieces together, and the places of their characters."""

    def __init__(self, source: Unmarked) -> None:
        self._source = source
        self._words: list[str] = []
        self._begins, self._ends = array("I"), array("I")

    def write(self, piece: Piece, instead_of: tuple[int, int]) -> None:
        if isinstance(piece, str):
            begin, end = self._source.place(*instead_of)
            self._words.append(piece)
            self._begins.extend([begin] * len(piece))
            self._ends.extend([end] * len(piece))
            return
        start, end = piece
        self._words.append(self._source.text[start:end])
        self._begins.extend(self._source.begins[start:end])
        self._ends.extend(self._source.ends[start:end])

    def written(self) -> Unmarked:
        return Unmarked("".join(self._words), self._begins, self._ends)
