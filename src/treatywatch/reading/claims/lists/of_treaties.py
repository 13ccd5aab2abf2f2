"""Lines on what one State did, with a list of treaties: "Party to: BWC, CWC", below "India"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.status_lines import state_above
from treatywatch.reading.claims.tables.beside import day_behind, words_beside
from treatywatch.reading.claims.tables.cells import told_in_words
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import DateMention, Mention

_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHERS = 3  # words at most that are neither names nor days: "and", "the"


def of_treaties(
    stage: Stage, words: InOrder[CueHit], listed: Sequence[Box]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines whose label tells one act of one State, with treaties and no more behind it."""
    for box in listed:
        above = state_above(stage, words, box.start)
        for line in box.lines:
            who = stage.context.participants_in(*line.label) or above
            act = _act(stage, words, line)
            named = [one for one in stage.context.treaties_in(*line.rest) if one.role != "anaphor"]
            if act is not None and len(who) == 1 and named and _is_list(stage, line, named):
                yield line, [*_claims(stage, line, replace(act, participants=who), named)]


def _act(stage: Stage, words: InOrder[CueHit], line: Labelled) -> Claim | None:
    if stage.context.treaties_in(*line.label):
        return None
    told = told_in_words(stage, line.label, words.within(*line.label))
    return told[0] if len(told) == 1 else None


def _is_list(stage: Stage, line: Labelled, named: Sequence[Mention]) -> bool:
    context = stage.context
    taken: list[Mention | DateMention] = [*named, *context.dates_in(*line.rest)]
    few = words_beside(stage, line.rest, taken) <= _OTHERS
    return few and not context.people_in(*line.rest)


def _claims(stage: Stage, line: Labelled, act: Claim, named: Sequence[Mention]) -> Iterator[Claim]:
    start = line.label.start
    for one in named:
        day = day_behind(stage, one, line.rest.end)
        end = one.end if day is None else day.end
        date = act.date if day is None else as_partial(day)
        quote = stage.text[start:end]
        yield replace(act, treaty=one.ids[0], date=date, quote=quote, start=start, end=end)
        start = _next_word(stage, end)


def _next_word(stage: Stage, end: int) -> int:
    found = _WORD.search(stage.text, end)
    return found.start() if found is not None else end
