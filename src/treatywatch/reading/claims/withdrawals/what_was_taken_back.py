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
    before = stage.folded[max(0, day.start - _REACH) : day.start]
    return _given_on(stage.acts).search(before) is not None


@grammar
def _given_on(acts: ActWords) -> re.Pattern[str]:
    """What was given, right before its day: "ratification of ", "notice to leave dated "."""
    kinds = (CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN, CueKind.NOTICE, CueKind.EXIT_NOTICE)
    return re.compile(
        rf"(?<!\w)(?:{acts.cues_of(*kinds)})\s(?:{acts.any_of('of_a_day') or '(?!)'})\s$"
    )
