"""Several who did the same, each on a day of their own: "in 2023 and 2024, respectively".

The days stand in the order of those who acted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords

_ACTS = (ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION)
_SEVERAL = 2


def each_on_its_day(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, one of several who have each a day of their own as one for each of them."""
    for claim in told:
        scene = _scene(stage, claim) if claim.type in _ACTS else None
        if scene is None or len(scene.dates) != len(claim.participants):
            yield claim
            continue
        for who, day in zip(claim.participants, scene.dates, strict=True):
            yield replace(claim, participants=(who,), date=as_partial(day), named_group=None)


def _scene(stage: Stage, claim: Claim) -> Scene | None:
    """The clause of the claim, if it gives several their own days."""
    if len(claim.participants) < _SEVERAL:
        return None
    for scene in stage.in_order.meeting(claim.start, claim.end):
        if _word(stage.acts).search(stage.folded, scene.start, scene.end + _BEHIND):
            return scene
    return None


_BEHIND = 16  # characters of ", respectively" that the clause may leave out


@grammar
def _word(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('respectively')})(?!\w)")
