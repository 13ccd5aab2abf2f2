"""Who "did the same" as somebody told of in words that no rule of exits knows.

"The Gambia tore up its notice in February, and South Africa did so in March": the rules of exits
have taken up the exit told before it, as the notice torn up is read only by what comes after them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind

_NEAR = 140  # characters from what was done to the words that take it up
_STEPS = (
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.EXIT_NOTICE,
    CueKind.NOTIFY,
    CueKind.OUT_OF,
    CueKind.TAKE_BACK,
    CueKind.REVOKE,
    CueKind.SUSPEND,
    CueKind.ANNOUNCE,
)


def as_taken_up(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; an exit that only takes up what was told is of the step told right before."""
    exits = sorted((c for c in told if c.type is ClaimType.WITHDRAWAL), key=_by_end)
    ends = [one.end for one in exits]
    for claim in told:
        last = exits[bisect_right(ends, claim.start) - 1] if ends else None
        before = last if last is not None and last.end <= claim.start else None
        if before is None or not (_is_loose(before, claim) and _takes_up(stage, claim)):
            yield claim
        else:
            yield replace(claim, stage=before.stage)


def _by_end(claim: Claim) -> int:
    return claim.end


def _is_loose(before: Claim, claim: Claim) -> bool:
    """Whether it was told right before of others, of the same treaty, in words no rule knows."""
    near = claim.start - before.end <= _NEAR and not before.sure
    other = before.treaty == claim.treaty and before.voice is Voice.DID and not before.negated
    return near and other and not set(before.participants) & set(claim.participants)


def _takes_up(stage: Stage, claim: Claim) -> bool:
    """Whether an exit read by a rule has no word of its own for what was done."""
    if claim.type is not ClaimType.WITHDRAWAL or not claim.sure or claim.voice is not Voice.DID:
        return False
    scenes = stage.in_order.meeting(claim.start, claim.end)
    cues = [c for s in scenes for c in s.cues if claim.start <= c.start < claim.end]
    again = any(cue.kind is CueKind.SAME_AGAIN for cue in cues)
    return again and not any(cue.kind in _STEPS for cue in cues)
