"""Sentences that a comma alone parts: "Finland has left, Latvia and Estonia left in December"."""

import re
from collections.abc import Sequence

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_FINITE = frozenset({Tense.PAST, Tense.PRESENT, Tense.OTHER})
_ITS_VERB = 12  # characters between a subject and its verb: " never "


def others_act(
    places: tuple[int, int, int, int],
    verbs: list[CueHit],
    context: ReadingContext,
    acts: ActWords,
) -> bool:
    """Whether somebody else acts after the comma, who has not been told of in a list before it.

    A list of names and its verb follow, or "she" and hers behind a day.
    """
    start, end, resumes, last = places
    if not any(start <= v.start and v.end <= end and v.tense in _FINITE for v in verbs):
        return False
    if any(m.end >= end - 1 for m in context.people_in(end - _LIST, end)):
        return False
    subject = _row_ends(resumes, context, acts) or _pronoun_ends(resumes, last, context, acts)
    reach = subject + _ITS_VERB if subject is not None else 0
    return any(subject < v.start <= reach and v.tense in _FINITE for v in verbs if subject)


def an_office_acts(
    places: tuple[int, int, int, int],
    verbs: list[CueHit],
    found: Sequence[CueHit],
    context: ReadingContext,
) -> bool:
    """Whether an office takes the next step: "parliament voted for it, the president signed it".

    Not behind "on the day it wrote to New York", where nobody is named.
    """
    start, end, resumes, _ = places
    told = [v for v in verbs if start <= v.start and v.end <= end and v.tense in _FINITE]
    named = [m.start for m in context.people_in(start, end)]
    named += [c.start for c in found if c.kind in _OFFICES]
    if not any(start <= at < v.start for v in told for at in named):
        return False
    offices = [c for c in found if c.kind in _OFFICES and 0 <= c.start - resumes <= _THE]
    ends = max((c.end for c in offices), default=None)
    later = [v.start for v in verbs if v.tense in _FINITE and v.start >= resumes]
    return ends is not None and any(0 < at - ends <= _ITS_VERB for at in later)


_OFFICES = frozenset({CueKind.PARLIAMENT, CueKind.GOVERNMENT, CueKind.PRESIDENT, CueKind.MINISTER})
_THE = 6  # characters of "their " before an office
_LIST = 40  # characters in which a name before a comma stands


def _row_ends(at: int, context: ReadingContext, acts: ActWords) -> int | None:
    """Where a list of two names or more ends that begins at the offset."""
    row = context.people_in(at, at + 1)
    while row:
        joint = _next_name(acts).match(context.folded, row[-1].end)
        following = context.people_in(joint.end(), joint.end() + 1) if joint is not None else ()
        if not following:
            break
        row = (*row, following[0])
    return row[-1].end if len(row) > 1 else None


@grammar
def _next_name(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",\s|\s(?:{acts.any_of('joins')})\s")


def _pronoun_ends(at: int, last: int, context: ReadingContext, acts: ActWords) -> int | None:
    """Where "she" or "they" ends, with nothing but a day before it: ", в 2016-м она отозвала"."""
    days = context.dates_in(at, at + _A_DAY)
    found = _one_told(acts).match(context.folded, days[0].end if days else at, last)
    led = not days or len(context.folded[at : days[0].start].split()) <= 1
    return found.end() if found is not None and led else None


_A_DAY = 4  # characters of "on " before a day


@grammar
def _one_told(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{acts.any_of('single')}|{acts.any_of('several')})(?!\w)")
