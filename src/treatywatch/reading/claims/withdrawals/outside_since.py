"""A State that is outside a treaty since a day left it that day: "is outside since September".

Who was never in is outside "from the beginning"; no day is told of that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_NOT_IN = "not_party"
_LEADS = 8  # characters of "as of " before a day


def as_exits(stage: Stage, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those that tell since when somebody is outside as exits."""
    for claim in claims:
        day = _since(stage, claim) if claim.stage == _NOT_IN and claim.participants else None
        yield claim if day is None else _as_exit(claim, day)


def _as_exit(claim: Claim, day: DateMention) -> Claim:
    return replace(
        claim, type=ClaimType.WITHDRAWAL, stage="effective", negated=False, date=as_partial(day)
    )


def _since(stage: Stage, claim: Claim) -> DateMention | None:
    """The day since when it is told to hold: "since 16 September 2022", "as of today"."""
    if _standing(stage.acts).search(stage.folded, claim.start, claim.end) is None:
        return None  # "is one of the holdouts again since November"
    words = stage.acts.grammar["as_of"]
    for day in stage.context.dates_in(claim.start, claim.end):
        before = stage.folded[max(claim.start, day.start - _LEADS) : day.start].strip()
        if day.first.month is None or _is_set_apart(stage, claim, day):
            continue
        if day.modifier is DateModifier.SINCE or any(before.endswith(w) for w in words):
            return day
    return None


def _is_set_apart(stage: Stage, claim: Claim, day: DateMention) -> bool:
    """ "South Sudan, independent since July 2011, has yet to join": of what is between commas."""
    before = stage.folded[claim.start : day.start]
    return "," in before and stage.folded.startswith(",", day.end)


@grammar
def _standing(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.cues_of(CueKind.OUTSIDE, CueKind.PARTY_NOUN)})\b")
