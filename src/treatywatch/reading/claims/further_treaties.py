"""Treaties that share the verb of the one before them: "ratified the mine ban in 1997 and the
cluster convention in 2015", "has signed neither the one nor the other".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.acts.joinings import Joining
from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.span import as_partial, trim
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import DateMention, Mention

_SHORT_NAME = re.compile(r"^ \([a-z-]+\)")  # behind a treaty: "the Covenant on ... Rights (ICCPR)"
_LED = 1  # word before a date: "in 1997"
_SEVERAL = 2


def further_treaties(stage: Stage, one: Joining, claim: Claim) -> Iterator[Claim]:
    """What is told of the treaties listed behind the one that was joined, each with its own date.

    Each claim holds the words of its treaty and date; the rest is that of the first. Where an
    object may stand before its verb, they follow that: "X ratifioitiin 2000, Y vuonna 1991".
    """
    if one.object is None:
        return
    scenes = _with_rest_of_list(stage, one.scene)
    last, dates = one.object, [date for scene in scenes for date in scene.dates]
    if last.start < one.head.end:
        if not one.scene.syntax.object_before:
            return
        last = replace(last, start=one.head.start, end=one.head.end)
    for treaty in (treaty for scene in scenes for treaty in scene.treaties):
        if treaty.start < last.end:
            continue
        if _is_short_for(stage, last, treaty):
            last = treaty
            continue
        if not _is_listed(stage, dates, last, treaty):
            return
        own = next((d for d in dates if _is_its(stage, d, treaty)), None)
        start, end = trim(stage.text, treaty.start, own.end if own else treaty.end)
        yield replace(
            claim,
            quote=stage.text[start:end],
            start=start,
            end=end,
            treaty=treaty.ids[0],
            date=as_partial(own) if own else None,
        )
        last = treaty


def _with_rest_of_list(stage: Stage, scene: Scene) -> Sequence[Scene]:
    """The clause, and those behind it that hold but names: "the first | and a second"."""
    scenes = [scene]
    for after in stage.scenes[scene.index + 1 : scene.index + 1 + _MOST]:
        same = after.clause.passage == scene.clause.passage
        if not same or after.cues or after.parties or not after.treaties:
            break
        scenes.append(after)
    return scenes


_MOST = 4  # clauses of a list


def _is_short_for(stage: Stage, last: Mention, treaty: Mention) -> bool:
    """Whether it is the short name of the one before: "the Covenant on ... Rights (ICCPR)"."""
    return last.ids == treaty.ids and stage.folded[last.end : treaty.start] in (" (", ", ")


def dates_of_each(
    stage: Stage, scene: Scene, treaties: Sequence[Mention]
) -> tuple[DateMention, ...]:
    """A date for each of several treaties, as they stand; none where not each has its own.

    The one right behind it, else as many dates as there are treaties, in their order.
    """
    first = {one.ids[0]: one for one in reversed(treaties)}
    listed = sorted(first.values(), key=lambda one: one.start)
    if len(listed) < _SEVERAL:
        return ()
    behind = [next((d for d in scene.dates if _is_its(stage, d, one)), None) for one in listed]
    own = tuple(date for date in behind if date is not None)
    dates = own if len(own) == len(listed) else tuple(scene.dates)
    return dates if len(dates) == len(listed) else ()


def reaching(stage: Stage, claim: Claim, end: int) -> Claim:
    """The claim up to there, where it ends before."""
    end = max(end, claim.end)
    return replace(claim, end=end, quote=stage.text[claim.start : end])


def _is_listed(stage: Stage, dates: Iterable[DateMention], last: Mention, treaty: Mention) -> bool:
    """Whether nothing but the date of the one before and an "and" or a comma lies between."""
    gap, grammar = stage.folded[last.end : treaty.start], stage.acts.grammar
    for date in dates:
        if _is_its(stage, date, last) and date.end <= treaty.start:
            gap = stage.folded[date.end : treaty.start]
    words = gap.replace(",", " , ").replace(")", " ").split()
    words = [word for word in words if word != "."]  # "1999. aastal"
    joins = grammar["joins"] | {","}
    small = joins | grammar["article"] | grammar["led_again"]
    return bool(set(words) & joins) and set(words) <= small


def _is_its(stage: Stage, date: DateMention, treaty: Mention) -> bool:
    """Whether the date comes right behind the treaty, led by one word or none, or by a dash.

    Or between commas: "the first, in 1994, and the second, in 1980".
    """
    between = _SHORT_NAME.sub("", stage.folded[treaty.end : date.start]).replace(" - ", " ")
    between = between.removeprefix(")")  # of the short name, if that is what stands there
    if between.startswith(", ") and stage.folded[date.end : date.end + 1] in _CLOSING:
        between = between[2:]
    return date.start >= treaty.end and between.count(",") == 0 and len(between.split()) <= _LED


_CLOSING = (",", ".", "")  # behind a date between commas
