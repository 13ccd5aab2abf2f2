"""Windows: the words of a sentence in their order, with some of the sentences beside it.

What a sentence says often hangs on the one before it: "Latvia had done so in March." Names, dates
and numbers stand in a window only as such (``signs.py``).
"""

from bisect import bisect_left
from collections.abc import Sequence

from treatywatch.reading.learned.signs import Signs
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.values import frozen

PAUSE = "\n"  # the word between two sentences
_BEFORE, _WITHIN, _AFTER = 24, 120, 14  # the most words of each part
Stretch = tuple[int, int]  # first word of it in a window, and the one after the last


@frozen
class Window:
    """A sentence, which is ``own``, in the words beside it, and the stretches that are its clauses.

    A stretch that begins beyond the words of a long sentence is empty.
    """

    words: Sequence[str]
    own: Stretch
    clauses: Sequence[Stretch] = ()


def window_of(signs: Signs, number: int, clauses: Sequence[Clause] = ()) -> Window:
    """The window of the passage with this number, from 0."""
    before = signs.words_of(number - 1)[-_BEFORE:]
    words = signs.words_of(number)[:_WITHIN]
    after = signs.words_of(number + 1)[:_AFTER]
    led = [*before, PAUSE] if before else []
    first = len(led)
    own = first, first + len(words)
    followed = [PAUSE, *after] if after else []
    places = [place for place, _, _ in signs.tokens_of(number)]
    parts = [_within(places, one, own) for one in clauses]
    return Window([*led, *words, *followed], own, parts)


def _within(places: Sequence[int], clause: Clause, own: Stretch) -> Stretch:
    first, end = own
    begun = first + bisect_left(places, clause.start)
    return min(begun, end), min(first + bisect_left(places, clause.end), end)
