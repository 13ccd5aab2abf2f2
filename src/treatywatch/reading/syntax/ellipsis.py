"""Ellipsis: parts of a sentence that leave out what the part before them said.

"Estonia's parliament approved it in June, Latvia's in April": the second part has a subject and a
day, and its verb is that of the first.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import CueKind

_TO_THE_DAY = 30  # characters between a subject without its verb and the day
_OPENS = 5  # characters of " the " before a name at the head of a part
_OWN = frozenset(
    {
        CueKind.STATE_NOUN,
        CueKind.STATE_NOUN_ONE,
        CueKind.COUNTRY,
        CueKind.PARTY_NOUN,
        CueKind.TREATY_NOUN,
        CueKind.TREATY_NOUN_WEAK,
        CueKind.PRONOUN,
        CueKind.POSSESSIVE,
        CueKind.WORLD,
    }
)


def leaves_verb_out(
    parts: tuple[int, int, int, int],
    verbs: Sequence[CueHit],
    context: ReadingContext,
    grammar: Mapping[str, frozenset[str]],
    *,
    again: bool,
) -> bool:
    """Whether a subject and a day follow a joint, and the verb before it is understood.

    ``parts`` are where the part before the joint begins and ends, where the next one begins, and
    where the clause ends; ``again`` tells that the part before leaves the verb out too; ``grammar``
    has the words that make a span of time a day ("ten days later"), and those of the perfect, to
    which a verb belongs: "Japan has belonged to it since 1951".
    """
    start, end, resumes, last = parts
    people = context.people_in(resumes, resumes + _OPENS)
    done = [v.end for v in verbs if start <= v.start < end] or ([start] if again else [])
    if not people or not done:
        return False
    closes = done[0] >= end - 1  # "ist im Dezember 2023 ausgeschieden, Frankreich"
    told = context.dates_in(start if closes else done[0], end) or _days_off(context, start, end)
    if not told and not _only_a_day(parts, people[-1].end, context):
        return False
    day = _day(context, people[-1].end, last, grammar["shifts"])
    if day is None:
        return False
    between = context.folded[people[0].end : day]
    verb = any(resumes <= v.start < day for v in verbs)
    verb = verb or bool(set(between.split()) & grammar["perfect"])
    near = len(between) <= _TO_THE_DAY and "," not in between
    return (near or _only_names(context, people[0].start, day)) and not verb


def _only_names(context: ReadingContext, start: int, day: int) -> bool:
    """Whether a list of names leads to the day: "Estonia, Latvia and Lithuania in December"."""
    names = context.people_in(start, day)
    gaps = [context.folded[a.end : b.start] for a, b in pairwise(names)]
    listed = all(len(gap.split()) <= _BETWEEN and len(gap) <= _AND for gap in gaps)
    tail = context.folded[names[-1].end : day]
    return len(names) > 1 and listed and "," not in tail and len(tail.split()) <= _BETWEEN


_BETWEEN = 2  # words of "and the" between two names, of "in early" before a day
_AND = 10  # characters of ", and the "


def _only_a_day(parts: tuple[int, int, int, int], named: int, context: ReadingContext) -> bool:
    """Whether after a comma just a name and its day follow: "joined this summer, Chad in 1967".

    Not where a name stands right before the comma, for then a list goes on.
    """
    start, end, resumes, last = parts
    comma = context.folded[end : end + 1] == "," and resumes - end <= _COMMA
    listed = any(m.end >= end - _LISTED for m in context.people_in(start, end))
    if not comma or listed or not context.people_in(start, end):
        return False
    days = [d for d in context.dates_in(named, last) if d.start - named <= _RIGHT_AFTER]
    return bool(days) and not context.folded[days[0].end : last].strip(" .;)")[:1].isalnum()


_COMMA = 2  # characters of ", "
_LISTED = 12  # characters between a name and a comma after which a list goes on
_RIGHT_AFTER = 12  # characters of " as late as " between a name and its day


def _day(context: ReadingContext, start: int, end: int, shifts: frozenset[str]) -> int | None:
    """Where the day begins that follows: a date, or a span of time counted from another."""
    dates: tuple[DateMention, ...] = context.dates_in(start, end)
    spans = [
        d.start
        for d in context.durations_in(start, end)
        if set(context.folded[d.end : end].replace(".", " ").split()[:1]) & shifts
    ]
    vague = _VAGUE.search(context.folded, start, end)
    later = [vague.start()] if vague and vague[1] in shifts else []
    return min([*(d.start for d in dates), *spans, *later], default=None)


_VAGUE = re.compile(r"(?<=\s)\w+\s(\w+)\W*$")  # "weeks later" at the end


def _days_off(context: ReadingContext, start: int, end: int) -> bool:
    return bool(context.durations_in(start, end))


def with_borrowed(
    own: tuple[CueHit, ...], earlier: tuple[CueHit, ...], subject_end: int
) -> tuple[CueHit, ...]:
    """The cues of an elliptical clause, those of the clause before it put after its subject."""
    borrowed = tuple(
        cue._replace(start=subject_end, end=subject_end) for cue in earlier if cue.kind not in _OWN
    )
    return tuple(sorted((*own, *borrowed), key=lambda cue: cue.start))
