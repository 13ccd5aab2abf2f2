"""What was found in a text, in its order, so that a stretch of it is looked up at once."""

from bisect import bisect_left
from collections.abc import Iterable
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
