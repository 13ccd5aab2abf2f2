"""Who leaves with others: those whom a bare number means."""

from collections.abc import Sequence

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Stage

_NUMBER = 24  # characters of "three of the founding " before whom it counts
_SEVERAL = 2


def so_many(stage: Stage, one: Exit, party: Party, found: Sequence[Exit]) -> tuple[str, ...]:
    """The States of the one list of as many as the words count: "three countries left"."""
    start = max(one.scene.start, party.start - _NUMBER)
    numbers = [n for n in stage.context.numbers_in(start, party.end) if not n.ordinal]
    if not numbers or numbers[-1].low < _SEVERAL:
        return ()
    lists = {
        frozenset(other.party.ids): other.party.ids
        for other in found
        if other.party is not None
        and other.treaty == one.treaty
        and len(other.party.ids) == numbers[-1].low
    }
    return next(iter(lists.values())) if len(lists) == 1 else ()
