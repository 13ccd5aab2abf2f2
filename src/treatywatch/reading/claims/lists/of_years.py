"""Lines of years and States below the act: "2002: Germany, France", or "Germany, 2002"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Labelled
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.above import acts_above, treaty_above
from treatywatch.reading.claims.tables.beside import words_beside
from treatywatch.reading.claims.tables.columns import ACTS, EXITS
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_LINE = re.compile(
    r"^[ \t]*(?:[-*•·–—▪][ \t]+)?(?P<label>(?:19|20)\d\d)(?::|[ \t][-–—])[ \t]+"
    r"(?P<rest>[^\W\d_][^\n|]{0,240}?)[ \t.;]*$",
    re.MULTILINE,
)
_STATE_FIRST = re.compile(
    r"^[ \t]*(?:(?:[-*•·–—▪]|\d{1,2}[.)])[ \t]+)?(?P<rest>[^\W\d_][^\n|:;]{1,40}?)"
    r"(?:,|:|[ \t][-–—]|[ \t](?=\())[ \t]+\(?(?P<label>[^\n|]{4,30}?)\)?[ \t.;]*$",
    re.MULTILINE,
)
_FEWEST = 2  # lines: one alone is a sentence that a year opens
_OTHERS = 2  # words that are no names: "and", "the"


def of_years(stage: Stage, words: InOrder[CueHit]) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines of a year with nothing but the names of States, by the act above the first."""
    for form, others in ((_LINE, _OTHERS), (_STATE_FIRST, 0)):
        found = form.finditer(stage.text)
        lines = [Labelled(Cell(*one.span("label")), Cell(*one.span("rest"))) for one in found]
        lines = [one for one in lines if _are_names(stage, one, others) and _is_day(stage, one)]
        if len(lines) >= _FEWEST:
            yield from _told(stage, words, lines)


def _is_day(stage: Stage, line: Labelled) -> bool:
    days = stage.context.dates_in(*line.label)
    return len(days) == 1 and (days[0].start, days[0].end) == tuple(line.label)


def _told(
    stage: Stage, words: InOrder[CueHit], lines: Sequence[Labelled]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    act: Claim | None = None
    for group in _groups(stage, lines):
        opens = min(*group[0].label, *group[0].rest)
        act = _act(acts_above(stage, words, opens)) or act
        treaty = treaty_above(stage, opens)
        if act is not None and treaty is not None:
            told = replace(act, treaty=treaty)
            yield from (_on_its_day(stage, line, told) for line in group)


def _groups(stage: Stage, lines: Sequence[Labelled]) -> Iterator[list[Labelled]]:
    """The lines with no other between them: those below "Joined:", and those below "Left:"."""
    group: list[Labelled] = []
    for line in lines:
        opens = stage.text.rfind("\n", 0, min(*line.label, *line.rest)) + 1
        if group and stage.text[max(*group[-1].label, *group[-1].rest) : opens].strip(" \t\n.;)"):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _on_its_day(stage: Stage, line: Labelled, told: Claim) -> tuple[Labelled, Sequence[Claim]]:
    (day,) = stage.context.dates_in(*line.label)
    start, end = min(*line.label, *line.rest), max(*line.label, *line.rest)
    claim = replace(told, quote=stage.text[start:end], start=start, end=end)
    who = stage.context.participants_in(*line.rest)
    return (
        Labelled(Cell(start, start), Cell(start, end)),
        [replace(claim, participants=who, date=as_partial(day))],
    )


def _are_names(stage: Stage, line: Labelled, most: int) -> bool:
    people = stage.context.people_in(*line.rest)
    named = bool(people) and all(one.ids for one in people)
    return named and words_beside(stage, line.rest, people) <= most


def _act(kinds: frozenset[CueKind]) -> Claim | None:
    if kinds & EXITS:
        return Claim(ClaimType.WITHDRAWAL, "", 0, 0, None, stage="effective")
    told = next((called for kind, called in ACTS.items() if kind in kinds), None)
    return None if told is None else Claim(ClaimType.PARTICIPATION, "", 0, 0, None, stage=told)
