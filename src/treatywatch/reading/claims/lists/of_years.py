"""Lines on a year each, below the act: "2002: Germany, France", under "Ratifications by year"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Labelled
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.above import acts_above, treaty_above
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
_FEWEST = 2  # lines: one alone is a sentence that a year opens
_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHERS = 2  # words that are no names: "and", "the"


def of_years(stage: Stage, words: InOrder[CueHit]) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines of a year with nothing but the names of States, by the act above the first."""
    lines = [
        Labelled(Cell(*found.span("label")), Cell(*found.span("rest")))
        for found in _LINE.finditer(stage.text)
    ]
    lines = [line for line in lines if _are_names(stage, line)]
    if len(lines) < _FEWEST:
        return
    act = _act(acts_above(stage, words, lines[0].label.start))
    treaty = treaty_above(stage, lines[0].label.start)
    for line in lines if act is not None and treaty is not None else ():
        days = stage.context.dates_in(*line.label)
        if act is not None and len(days) == 1:
            quote = stage.text[line.label.start : line.end]
            claim = replace(act, treaty=treaty, quote=quote, start=line.label.start, end=line.end)
            who = stage.context.participants_in(*line.rest)
            yield line, [replace(claim, participants=who, date=as_partial(days[0]))]


def _are_names(stage: Stage, line: Labelled) -> bool:
    people = stage.context.people_in(*line.rest)
    found = _WORD.finditer(stage.text, *line.rest)
    others = [w for w in found if not any(p.start <= w.start() < p.end for p in people)]
    return bool(people) and all(one.ids for one in people) and len(others) <= _OTHERS


def _act(kinds: frozenset[CueKind]) -> Claim | None:
    if kinds & EXITS:
        return Claim(ClaimType.WITHDRAWAL, "", 0, 0, None, stage="effective")
    told = next((called for kind, called in ACTS.items() if kind in kinds), None)
    return None if told is None else Claim(ClaimType.PARTICIPATION, "", 0, 0, None, stage=told)
