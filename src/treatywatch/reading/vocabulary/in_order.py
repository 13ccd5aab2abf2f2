"""What was found in a text, in its order, so that a stretch of it is looked up at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


Spanned = TypeVar("Spanned", bound=_Spanned)


class InOrder(Generic[Spanned]):
    """Spans sorted by where they start."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, spans: Iterable[Spanned]) -> None:
        self._spans = tuple(spans)
        self._starts = [span.start for span in self._spans]

    def within(self, start: int, end: int) -> tuple[Spanned, ...]:
        """The spans that begin at or after the start and before the end."""
        low = bisect_left(self._starts, start)
        return self._spans[low : bisect_left(self._starts, end, low)]

    def before(self, offset: int) -> int:
        """How many of the spans begin before the offset."""
        return bisect_left(self._starts, offset)


class _Bounded(_Spanned, Protocol):
    @property
    def end(self) -> int: ...


Bounded = TypeVar("Bounded", bound=_Bounded)


class Meeting(Generic[Bounded]):
    """Spans that may overlap, so that those that meet a stretch are looked up at once."""

    __slots__ = ("_reach", "_spans", "_starts")

    def __init__(self, spans: Iterable[Bounded]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]
        ends = (span.end for span in self._spans)
        self._reach = list(accumulate(ends, max))  # how far any span up to this one goes

    def meeting(self, start: int, end: int) -> list[Bounded]:
        """The spans with a character between the two offsets, by where they start."""
        last = bisect_left(self._starts, end)
        first = bisect_right(self._reach, start, 0, last)
        if first == last:
            return []  # as nearly always
        return [span for span in self._spans[first:last] if span.end > start]


class Stretches:
    """The characters that any of some spans covers."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if start >= end:
                continue
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def cover(self, offset: int) -> bool:
        """Whether the character at the offset is among them."""
        before = bisect_right(self._starts, offset) - 1
        return before >= 0 and offset < self._ends[before]

    def meet(self, start: int, end: int) -> bool:
        """Whether any character between two offsets is among them."""
        first = bisect_right(self._ends, start)
        return start < end and first < len(self._starts) and self._starts[first] < end
