"""Lines on a State each: "Finland – acceded in 2012, gave notice in July 2025"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.tables.cells import told_in_words, yes_or_no
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.claims.tables.marks import acts_marked, usual_marks
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_FEWEST = 2  # such lines: one alone may be a heading
_ROUND = " *'’()[]0123456789.†‡,;%"  # marks and notes that may stand with a name


def of_states(
    stage: Stage, words: InOrder[CueHit], listed: Sequence[Box]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines whose label is a State and no more, each with the claims of its words."""
    on_states = [
        (box.treaty, line, who)
        for box in listed
        for line in box.lines
        if (who := _whose(stage, line))
    ]
    if len(on_states) < _FEWEST:
        return
    for above, line, who in on_states:
        if set(stage.context.participants_in(*line.rest)) - set(who):
            continue
        claims = [one for part in _parts(stage, line, above) for one in _of(stage, words, part)]
        if claims:
            yield line, [replace(one, participants=who) for one in claims]


class _Part(NamedTuple):
    """What is said of one treaty, and where the words begin that it is told with."""

    start: int
    rest: Cell
    treaty: str


def _parts(stage: Stage, line: Labelled, above: str | None) -> Iterator[_Part]:
    """What is said of each treaty: "BWC signed (1972), CWC never signed"; of one or none, all."""
    named = [one for one in stage.context.treaties_in(*line.rest) if one.role != "anaphor"]
    if not named:
        if above is not None:
            yield _Part(line.label.start, line.rest, above)
        return
    if stage.text[line.rest.start : named[0].start].strip(_ROUND):
        return  # "ratified the CWC in 1997": a sentence, for those who read them
    ends = [*(one.start for one in named[1:]), line.end]
    for at, (one, end) in enumerate(zip(named, ends, strict=True)):
        start = one.start if at else line.label.start
        yield _Part(start, Cell(one.end, end), one.ids[0])


def _of(stage: Stage, words: InOrder[CueHit], part: _Part) -> Iterator[Claim]:
    """The claims of a part; the first has the names before it too."""
    told = told_in_words(stage, part.rest, words.within(*part.rest))
    start = part.start
    told = told or tuple(acts_marked(stage, part.rest, usual_marks(stage)))
    for one in told or _answer(stage, part.rest):
        quote = stage.text[start : one.end]
        yield replace(one, treaty=part.treaty, quote=quote, start=start)
        rest = stage.text[one.end : part.rest.end]
        start = one.end + len(rest) - len(rest.lstrip(" ,;)"))


def _answer(stage: Stage, rest: Cell) -> Iterator[Claim]:
    """A yes or a no: "BWC no"."""
    words = stage.text[slice(*rest)]
    start = rest.start + len(words) - len(words.lstrip(_ROUND_ANSWER))
    place = Cell(start, rest.start + len(words.rstrip(_ROUND_ANSWER)))
    answer = yes_or_no(stage, place)
    if answer is not None:
        told = "party" if answer else "not_party"
        bare = Claim(ClaimType.PARTICIPATION, "", place.start, place.end, None, stage=told)
        yield replace(bare, negated=not answer)


_ROUND_ANSWER = " :,;–-"


def _whose(stage: Stage, line: Labelled) -> tuple[str, ...]:
    """The State that is all of the label."""
    people = stage.context.people_in(*line.label)
    if len(people) != 1 or len(people[0].ids) != 1:
        return ()
    name = people[0]
    beside = stage.text[line.label.start : name.start] + stage.text[name.end : line.label.end]
    return name.ids if not _REMARK.sub("", beside).strip(_ROUND) else ()


_REMARK = re.compile(r"\([^()]*\)")  # "Denmark (for Greenland)"
