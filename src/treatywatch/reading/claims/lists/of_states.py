"""Lines on a State each: "Finland – acceded in 2012, gave notice in July 2025"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.tables.cells import told_in_words
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
    for treaty, line, who in on_states:
        named = stage.context.treaties_in(*line.rest)
        others = set(stage.context.participants_in(*line.rest)) - set(who)
        told = told_in_words(stage, line.rest, words.within(*line.rest))
        if treaty is None or named or others or not told:
            continue
        start = line.label.start
        claims = []
        for one in told:
            quote = stage.text[start : one.end]
            whose = replace(one, treaty=treaty, participants=who, quote=quote, start=start)
            claims.append(whose)
            start = one.end + len(stage.text[one.end :]) - len(stage.text[one.end :].lstrip(" ,;)"))
        yield line, claims


def _whose(stage: Stage, line: Labelled) -> tuple[str, ...]:
    """The State that is all of the label."""
    people = stage.context.people_in(*line.label)
    if len(people) != 1 or len(people[0].ids) != 1:
        return ()
    name = people[0]
    beside = stage.text[line.label.start : name.start] + stage.text[name.end : line.label.end]
    return name.ids if not beside.strip(_ROUND) else ()
