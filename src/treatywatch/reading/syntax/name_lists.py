"""Lists of names that go on over "and", where no other clause begins."""

import re
from collections.abc import Sequence

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords

_BEFORE = 40  # characters before a joint in which the name before it begins
_ROW = 80  # the same for the two names before it
_BEHIND = 5  # characters of "the " before the name behind a joint
Places = tuple[int, int, int, int]
"""Where a clause starts, where a joint in it begins, where it goes on, and where it ends."""


def between_names(places: Places, context: ReadingContext) -> bool:
    """Whether a name ends right before the joint and another begins right after it."""
    start, end, resumes, _ = places
    before = context.people_in(max(start, end - _BEFORE), end)
    after = context.people_in(resumes, resumes + _BEHIND)
    return bool(before) and before[-1].end >= end - 1 and bool(after)


def in_a_list(
    places: Places, verbs: Sequence[CueHit], context: ReadingContext, acts: ActWords
) -> bool:
    """Whether the joint stands within a list of names; ``verbs`` are those behind it."""
    only = bool(verbs) and only_goes_on(places, verbs[0], context, acts)
    return only or ends_a_row(places, context)


def ends_a_row(places: Places, context: ReadingContext) -> bool:
    """Whether the joint is the last of a row: "said that Finland, Poland and Latvia had left"."""
    if not between_names(places, context):
        return False
    row = context.people_in(max(places[0], places[1] - _ROW), places[1])[-2:]
    return len(row) > 1 and context.folded[row[0].end : row[1].start] == ", "


def only_goes_on(places: Places, verb: CueHit, context: ReadingContext, acts: ActWords) -> bool:
    """Whether the joint is inside a list, and the verb behind it not that of its last name.

    "Signed by Reagan and Gorbachev, entered into force", "in London and Moscow in 1971 and took
    effect": a comma, or another joint, stands between the last name and the verb.
    """
    if not between_names(places, context):
        return False
    last = context.people_in(places[2], places[2] + _BEHIND)[0]
    between = context.folded[last.end : verb.start]
    return "," in between or bool(set(between.split()) & acts.grammar["joins"])


def opens_a_relative(places: Places, context: ReadingContext, acts: ActWords) -> bool:
    """Whether one more name closes the clause, of which a relative one tells what follows.

    "Chad left in May, and Togo, which had given notice too, ...": Togo is in no list.
    """
    start, end, resumes, last = places
    if between_names(places, context):
        return False
    people = context.people_in(resumes, min(last, resumes + _BEHIND))
    if not people or people[-1].end < last - 1 or not context.dates_in(start, end):
        return False
    return _relative(acts).match(context.folded, people[-1].end) is not None


@grammar
def _relative(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",\s(?:{acts.any_of('relative')})\s")


def behind_joint(places: tuple[int, int, int], context: ReadingContext, acts: ActWords) -> int:
    """Where the part behind a joint starts: with "nor" where that denies something of others.

    "Neither signed | nor acceded, among them Chad". The places are where the joint begins and
    ends, and where its clause ends.
    """
    start, end, last = places
    nor = context.folded[start:end].strip(" ,") in acts.grammar["nor"]
    return start + 1 if nor and any(context.people_in(end, last)) else end
