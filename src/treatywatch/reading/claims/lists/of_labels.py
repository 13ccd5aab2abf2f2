"""Lines whose label tells whom or what they are on: "Hungary: notified its exit from the ICC".

What stands behind such a label is read as any sentence is; only what it leaves out is the label's,
and not that of the lines above.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Labelled, labelled_lines
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.spans import Mention

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})


def by_their_labels(stage: Stage, told: Sequence[Claim], names: ShortNames) -> list[Claim]:
    """The claims, each in a line with a label of the State or the treaty that the label names."""
    lines = [*labelled_lines(stage.text)]
    if not lines:
        return list(told)
    starts = [line.label.start for line in lines]
    placed = ((claim, bisect_right(starts, claim.start) - 1) for claim in told)
    return [
        _as_labelled(stage, names, lines[number], claim)
        if number >= 0 and claim.start < lines[number].end
        else claim
        for claim, number in placed
    ]


def _as_labelled(stage: Stage, names: ShortNames, line: Labelled, claim: Claim) -> Claim:
    who = _state(stage, line) if claim.type in _OF_STATES else None
    treaty = _treaty(stage, names, line)
    return replace(claim, participants=who or claim.participants, treaty=treaty or claim.treaty)


def _state(stage: Stage, line: Labelled) -> tuple[str, ...] | None:
    """The State that the label is, where nobody is named behind it."""
    named = stage.context.people_in(*line.label)
    alone = len(named) == 1 and len(named[0].ids) == 1 and _is_all(stage, line, named[0])
    return named[0].ids if alone and not stage.context.people_in(*line.rest) else None


def _treaty(stage: Stage, names: ShortNames, line: Labelled) -> str | None:
    """The treaty that the label names, where none is named behind it."""
    if any(one.role != "anaphor" for one in stage.context.treaties_in(*line.rest)):
        return None
    if stage.context.people_in(*line.label):
        return None
    label = stage.folded[slice(*line.label)]
    return names.heading(label) or names.body(label)


def _is_all(stage: Stage, line: Labelled, one: Mention) -> bool:
    rest = stage.text[line.label.start : one.start] + stage.text[one.end : line.label.end]
    return not any(char.isalnum() for char in rest)
