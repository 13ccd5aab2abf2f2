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
_BACK = 3  # exits back, past what is still to come
_AND = 6  # characters of ", and " between two of a list
_AGAIN = (CueKind.SAME_AGAIN, CueKind.FOLLOW)
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
    taken: dict[int, str | None] = {}  # where an exit so mended ends, and its step
    for claim in told:
        before = bisect_right(ends, claim.start)
        step = _step_told(stage, claim, exits[max(0, before - _BACK) : before])
        if step is None and _goes_on(stage, claim):
            ends_before = range(claim.start, claim.start - _AND - 1, -1)
            step = next((taken[end] for end in ends_before if end in taken), None)
        if step is not None:
            taken[claim.end] = step
        yield claim if step is None else replace(claim, stage=step)


def _by_end(claim: Claim) -> int:
    return claim.end


def _step_told(stage: Stage, claim: Claim, before: Sequence[Claim]) -> str | None:
    """The step last told as done, right before of others and in words that no rule knows."""
    done = (one for one in reversed(before) if one.voice is Voice.DID)
    last = next(done, None)
    loose = last is not None and not last.sure and not last.negated
    if last is None or not loose or not _takes_up(stage, claim, _AGAIN):
        return None
    near = claim.start - last.end <= _NEAR and last.treaty == claim.treaty
    return last.stage if near and not set(last.participants) & set(claim.participants) else None


def _goes_on(stage: Stage, claim: Claim) -> bool:
    """Whether a list goes on by name and day alone: "followed in July, Poland in August"."""
    return claim.date is not None and _takes_up(stage, claim, ())


def _takes_up(stage: Stage, claim: Claim, again: tuple[CueKind, ...]) -> bool:
    """Whether an exit read by a rule has no word of its own for what was done.

    But one of those that take up what was told before, if any are given.
    """
    if claim.type is not ClaimType.WITHDRAWAL or not claim.sure or claim.voice is not Voice.DID:
        return False
    scenes = stage.in_order.meeting(claim.start, claim.end)
    cues = [c for s in scenes for c in s.cues if claim.start <= c.start < claim.end]
    told = not again or any(cue.kind in again for cue in cues)
    return told and not any(cue.kind in _STEPS for cue in cues)
