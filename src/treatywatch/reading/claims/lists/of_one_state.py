"""The box beside an article on one State: "Signed: 24 February 1999", below "Ukraine"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.status_lines import state_above
from treatywatch.reading.claims.tables.cells import told_in_words
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_OF_TREATIES = frozenset({CueKind.ADOPT, CueKind.OPEN_SIGNATURE, CueKind.DEPOSITARY})
_OPENS = 4  # characters of "on " before the day


def of_one_state(
    stage: Stage, words: InOrder[CueHit], listed: Sequence[Box]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines with an act for a label and a day behind it, below the name of a State.

    None in a box that tells of the treaty as well: its adoption, its depositary.
    """
    for box in listed:
        if any(one.kind in _OF_TREATIES for line in box.lines for one in words.within(*line.label)):
            continue
        above = state_above(stage, words, box.start)
        for line in box.lines:
            who = stage.context.participants_in(*line.label) or above
            claim = _claim(stage, words, line, box.treaty) if len(who) == 1 else None
            if claim is not None:
                yield line, [replace(claim, participants=who)]


def _claim(stage: Stage, words: InOrder[CueHit], line: Labelled, above: str | None) -> Claim | None:
    days = stage.context.dates_in(*line.rest)
    named = stage.context.treaties_in(line.label.start, line.end)
    people = stage.context.people_in(*line.rest)
    treaty = named[0].ids[0] if named else above
    if not days or days[0].start - line.rest.start > _OPENS or people or treaty is None:
        return None
    whole = (line.label.start, days[0].end)
    told = told_in_words(stage, Cell(*whole), words.within(*whole))
    if len(told) != 1 or told[0].date is None or len({one.ids for one in named}) > 1:
        return None
    quote = stage.text[whole[0] : whole[1]]
    return replace(told[0], quote=quote, start=whole[0], end=whole[1], treaty=treaty)
