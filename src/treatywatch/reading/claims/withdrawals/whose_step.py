"""Whose step it is that only likeness finds and no words own: "the decree appeared on Saturday".

Of the one State whose exit from the same treaty the paragraph, or the one before it, told last.
"""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, ReadBy
from treatywatch.reading.claims.withdrawals.nobody import is_of_nobody
from treatywatch.reading.syntax.scenes import Stage

_OPENS = 2  # words among which "no" or "other" stands that opens what is said of none


def with_whose_step(stage: Stage, told: Sequence[Claim]) -> list[Claim]:
    """The claims, each step that is nobody's with the State that it continues the exit of."""
    exits = [c for c in told if c.type is ClaimType.WITHDRAWAL and not c.negated]
    owned = sorted((c for c in exits if c.participants), key=lambda c: (c.start, c.end))
    return [_with_its_state(stage, claim, owned) for claim in told]


def _with_its_state(stage: Stage, claim: Claim, owned: Sequence[Claim]) -> Claim:
    unowned = claim.type is ClaimType.WITHDRAWAL and not claim.participants and not claim.negated
    if not unowned or claim.read_by is not ReadBy.LIKENESS or _is_of_none(stage, claim):
        return claim
    before = [c for c in owned if c.end <= claim.start and c.treaty == claim.treaty]
    if not before or not _near(stage, before[-1], claim):
        return claim
    told = before[-1].participants
    return replace(claim, participants=told) if len(told) == 1 else claim


def _is_of_none(stage: Stage, claim: Claim) -> bool:
    """Whether it is said of no State, or of several that are not named."""
    words = set(stage.folded[claim.start : claim.end].split()[:_OPENS])
    scenes = stage.in_order.meeting(claim.start, claim.end)
    if any(is_of_nobody(stage, scene, claim.start, claim.end) for scene in scenes):
        return True
    many = (p for s in scenes for p in s.parties if p.vague and not p.one)
    return bool(words & stage.acts.grammar["remaining"]) or any(
        claim.start <= p.start < claim.end for p in many
    )


def _near(stage: Stage, last: Claim, claim: Claim) -> bool:
    """Whether no paragraph stands between them."""
    told = stage.context.passage_at(last.start)
    then = stage.context.passage_at(claim.start)
    return told is not None and then is not None and then.paragraph - told.paragraph <= 1
