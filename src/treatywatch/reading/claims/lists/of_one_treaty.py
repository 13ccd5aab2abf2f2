"""Boxes of particulars on one treaty: "Treaty: Energy Charter", or a heading that names it.

All that their lines tell is of that treaty, whichever the text before the box speaks of.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.lists.lines import Box, Labelled, boxes
from treatywatch.reading.claims.tables.above import lines_above, treaty_above
from treatywatch.reading.claims.tables.columns import ACTS, EXITS, Use, heads, named_in
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_FEWEST = 2  # lines of a box
_HEADING = 90  # characters of a heading at most
_SENTENCE_ENDS = ".!?:;,"


def treaty_of_box(stage: Stage, words: InOrder[CueHit], lines: Sequence[Labelled]) -> str | None:
    """The treaty that a line of the box itself names as its subject, else the one above it."""
    return _introduced(stage, words, lines) or treaty_above(stage, lines[0].label.start)


def as_in_their_boxes(stage: Stage, cues: Sequence[CueHit], told: Sequence[Claim]) -> list[Claim]:
    """The claims, those of lines that name no treaty of the one that their box is surely on."""
    lines = [*_lines_on_one(stage, InOrder(cues))]
    if not lines:
        return list(told)
    starts = [line.label.start for line, _ in lines]
    placed = ((claim, bisect_right(starts, claim.start) - 1) for claim in told)
    return [
        replace(claim, treaty=lines[number][1])
        if number >= 0 and claim.start < lines[number][0].end
        else claim
        for claim, number in placed
    ]


def _lines_on_one(stage: Stage, words: InOrder[CueHit]) -> Iterator[tuple[Labelled, str]]:
    """The lines that name no treaty, with that of their box."""
    for box in boxes(stage.text, lambda _: None):
        if len(box.lines) < _FEWEST:
            continue
        treaty = _introduced(stage, words, box.lines) or _headed(stage, box)
        if treaty is not None:
            unnamed = (line for line in box.lines if not named_in(stage, line.whole))
            yield from ((line, treaty) for line in unnamed)


def _introduced(stage: Stage, words: InOrder[CueHit], lines: Sequence[Labelled]) -> str | None:
    """The one that a line names alone: "Treaty: Energy Charter Treaty (ECT)", "Fact box: ..."."""
    form = heads(stage.acts).get(Use.TREATY)
    for number, line in enumerate(lines):
        kind = form is not None and form.fullmatch(stage.folded, *line.label) is not None
        if not kind and (number or _tells(stage, words, line.label)):
            continue
        named = named_in(stage, line.rest)
        if len(named) == 1 and _is_all(stage, line.rest):
            return named[0]
    return None


def _tells(stage: Stage, words: InOrder[CueHit], label: Cell) -> bool:
    """Whether a label is a State or an act, and no name for the box."""
    acts = any(cue.kind in ACTS or cue.kind in EXITS for cue in words.within(*label))
    return acts or bool(stage.context.people_in(*label))


def _is_all(stage: Stage, cell: Cell) -> bool:
    """Whether nothing stands in a cell but names of treaties, with articles and brackets."""
    left, at = "", cell.start
    for one in stage.context.treaties_in(*cell):
        left, at = left + stage.folded[at : one.start] + " ", max(at, one.end)
    others = _WORD.findall(left + stage.folded[at : cell.end])
    return all(word in stage.acts.grammar["article"] for word in others)


_WORD = re.compile(r"\w+")


def _headed(stage: Stage, box: Box) -> str | None:
    """The one treaty that the heading straight above the box names."""
    above = next(lines_above(stage, box.start), None)
    if above is None or not _is_heading(stage, above):
        return None
    named = named_in(stage, above)
    return named[0] if len(named) == 1 else None


def _is_heading(stage: Stage, line: Cell) -> bool:
    words = stage.text[slice(*line)].strip()
    return len(words) <= _HEADING and words[-1] not in _SENTENCE_ENDS
