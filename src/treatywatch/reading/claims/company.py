"""Who else leaves: those named behind "together with", and those whom a bare number means."""

import re
from collections.abc import Sequence

from treatywatch.reading.cast import Party
from treatywatch.reading.grammar import grammar
from treatywatch.reading.leaving import Exit
from treatywatch.reading.scenes import Stage
from treatywatch.reading.words_acts import ActWords, Tense

_NUMBER = 24  # characters of "three of the founding " before whom it counts
_SEVERAL = 2


def joined_by(stage: Stage, one: Exit) -> tuple[str, ...]:
    """Those who leave as well: "ceased to be a party in June, together with Euratom"."""
    if one.head.tense is Tense.NOUN:
        return ()
    passage = one.scene.clause.passage
    found = _together(stage.acts).search(stage.folded, one.head.end, passage.end)
    if found is None or ";" in stage.folded[one.head.end : found.start()]:
        return ()
    beside = [m for m in stage.context.people_in(found.end(), found.end() + 1) if m.ids]
    rest = stage.folded[beside[0].end : passage.end].strip() if beside else ""
    return beside[0].ids if beside and not rest[:1].isalnum() else ()


@grammar
def _together(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('at_one')})\s(?:the\s)?(?=\w)")


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
