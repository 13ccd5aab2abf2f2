"""The step of an exit that a rule reads, held against what its words are like.

A rule looks at the words that it knows; people have called stretches like this one by another step.
Where they nearly never called such a one by the step of the rule, and mostly by one other, theirs
is taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.learned.weighing import Weighed
from treatywatch.reading.vocabulary.in_order import Meeting

_SURELY, _HARDLY = 0.6, 0.2  # the chances of another step, and of that of the rule


class Likened(Protocol):
    """What knows the sentence or clause nearest to a stretch of the report, and its likeness."""

    def nearest(self, start: int, end: int) -> Weighed | None:
        """None where the stretch goes over several sentences."""


def with_likely_steps(weighing: Likened, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, each exit at the step that its words are like."""
    exits = Meeting(one for one in told if one.type is ClaimType.WITHDRAWAL)
    for claim in told:
        likely = _likely_step(weighing, claim, exits)
        yield claim if likely is None else replace(claim, stage=likely)


def _likely_step(weighing: Likened, claim: Claim, exits: Meeting[Claim]) -> str | None:
    """None where the step of the rule stays."""
    if claim.type is not ClaimType.WITHDRAWAL:
        return None
    stretch = weighing.nearest(claim.start, claim.end)
    if stretch is None or stretch.exit_stage is None:
        return None
    if len({one.stage for one in exits.meeting(stretch.start, stretch.end)}) > 1:
        return None  # it tells of several steps
    chances, likeliest = stretch.exit_stages, stretch.exit_stage
    own = chances.get(claim.stage or "", 1.0)  # of a step that nothing was learned of: it stays
    return likeliest if chances[likeliest] >= _SURELY and own <= _HARDLY else None
