"""What begins anew behind a comma alone: "Latvia signed, Somalia acceded"."""

import re
from collections.abc import Sequence

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

FINITE = frozenset({Tense.PAST, Tense.PRESENT, Tense.OTHER})
Places = tuple[int, int, int, int]
"""Where a part of a clause begins and ends, and what follows it begins and ends."""

_ITS_VERB = 12  # characters between a name and its verb: " never "


def another_acts(
    places: Places, verbs: list[CueHit], context: ReadingContext, acts: ActWords
) -> bool:
    """Whether somebody else acts after the comma: "Latvia signed, Somalia acceded".

    Where a participle closes the clause before, an auxiliary must tell that another one begins:
    "Österreich hat ihn ratifiziert, Liechtenstein hat ihn unterzeichnet".
    """
    start, end, resumes, _ = places
    office = _in_office(resumes, context, acts)
    people = office or context.people_in(resumes, resumes + 5)
    ends = end + 1 if office or (people and restarts(resumes, context, acts)) else end
    if not people or not any(start <= v.start and v.end < ends for v in verbs):
        return False
    return any(0 < v.start - people[0].end <= _ITS_VERB and v.tense in FINITE for v in verbs)


def _in_office(resumes: int, context: ReadingContext, acts: ActWords) -> tuple[Mention, ...]:
    """The name behind whose it is and what: "sein Nachfolger Joe Biden zog sie zurück"."""
    whose = _whose(acts).match(context.folded, resumes)
    return context.people_in(whose.end(), whose.end() + 1) if whose is not None else ()


@grammar
def _whose(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{acts.cues_of(CueKind.POSSESSIVE)})\s[\w-]+\s")


def on_another_day(places: Places, tells: Sequence[CueHit], context: ReadingContext) -> bool:
    """Whether a day and its verb follow: "beschloss es im Juli, im September kündigte das Land"."""
    start, end, resumes, _ = places
    dates = context.dates_in(resumes, resumes + _BEFORE_DAY)
    if not dates or not any(start <= c.start < end for c in tells):
        return False
    return any(c.start == dates[0].end + 1 and c.tense in FINITE for c in tells)


_BEFORE_DAY = 10  # characters of "seit dem " before a day


def participle(
    places: Places, verbs: list[CueHit], context: ReadingContext, acts: ActWords
) -> bool:
    """Whether a participle follows that says more: "the convention, signed by Greece".

    One that closes its sentence may be the verb of an auxiliary before what the comma sets apart:
    "hatte den Austritt am 20. Januar, dem ersten Tag, per Dekret verfügt".
    """
    _, end, start, last = places
    follows = [v for v in verbs if v.start == start and v.tense is Tense.PAST]
    closes = any(not context.folded[v.end : last].strip(" .") for v in follows)
    listed = any(v.end == end for v in verbs)
    if closes and acts.syntax.object_before and not listed:
        return False
    return bool(follows) and not listed and any(v.end < end for v in verbs)


_NOUN_PHRASE = 40  # characters of "a landmark global disarmament" before its noun


def apposition(end: int, start: int, context: ReadingContext, acts: ActWords) -> bool:
    """Whether a treaty is at once described: "the Ottawa Convention, a global treaty banning"."""
    words = context.folded[start : start + _NOUN_PHRASE].split()
    if not words or words[0] not in acts.grammar["article"]:
        return False
    named = [t for t in context.treaties_in(end - 90, end) if t.end == end]
    again = context.treaties_in(start, start + _NOUN_PHRASE)
    between = context.folded[start : again[0].start] if again else ","
    return bool(named) and bool(again) and "," not in between


def restarts(offset: int, context: ReadingContext, acts: ActWords) -> bool:
    """Whether a new main clause begins at the offset: a participant and then an auxiliary verb.

    Also a day and then a verb: "Lithuania, which signed in 2008, on Thursday became".
    """
    people = context.people_in(offset, offset + 5)
    if people:
        return _first_word(people[0].end, context) in acts.grammar["restarts"]
    words = acts.grammar["restarts"]
    dates = context.dates_in(offset, offset + _ON)
    becomes = dates and _first_word(dates[0].end, context) in acts.grammar["becomes"] | words
    return bool(becomes) or _first_word(offset, context) in words


_ON = 4  # characters of "on " before a day


def _first_word(offset: int, context: ReadingContext) -> str:
    return next(iter(context.folded[offset : offset + 12].split()), "")
