"""Days of what is taken back: "revoked its ratification of 30 June 2000" was not done in 2000."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_TAKEN_BACK = frozenset({"consent_withdrawn", "revoked"})
# What has a day of its own: "ratification of ", "notice to leave dated ".
_GIVEN = frozenset(
    {CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN, CueKind.NOTICE, CueKind.EXIT_NOTICE}
)
_REACH = 40  # characters of "ratification of the treaty of"


def with_days_taken_back(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those of a consent or a notice taken back not on the day on which it was given.

    Another day that their words tell is then theirs.
    """
    for claim in told:
        if claim.type is ClaimType.WITHDRAWAL and claim.stage in _TAKEN_BACK and claim.date:
            yield _without_the_day_given(stage, claim)
        else:
            yield claim


def _without_the_day_given(stage: Stage, claim: Claim) -> Claim:
    days = stage.context.dates_in(claim.start, claim.end)
    given = [day for day in days if _is_of_what_was_given(stage, day)]
    if not any(as_partial(day) == claim.date for day in given):
        return claim
    others = [day for day in days if day not in given]
    return replace(claim, date=as_partial(others[0]) if len(others) == 1 else None)


def _is_of_what_was_given(stage: Stage, day: DateMention) -> bool:
    first = max(0, day.start - _REACH)
    led = _of_a_day(stage.acts).search(stage.folded, first, day.start)
    if led is None:
        return False
    words = stage.folded[first : led.start()].split()
    ends = (" ".join(words[number:]) for number in range(len(words)))
    cues = (cue for end in ends for cue in stage.acts.cues.get(end, ()))
    return any(cue.kind in _GIVEN for cue in cues)


@grammar
def _of_a_day(acts: ActWords) -> re.Pattern[str]:
    """What leads from what was given to its day: " of ", " dated "."""
    return re.compile(rf"\s(?:{acts.any_of('of_a_day')})\s$")
