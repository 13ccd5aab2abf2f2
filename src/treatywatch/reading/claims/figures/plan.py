"""Claims of plans: what somebody means to produce, deploy, buy, build, or join."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.ruled import Ruled, bare, ruled_claim, ruled_clauses
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Manner
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words

_LEAST_WORDS = 4  # of a plan that somebody tells


def plan_claims(context: ReadingContext, clauses: Sequence[Clause] | None = None) -> list[Claim]:
    """Plans and policies that the report tells of, in text order; ``stage`` is what is planned.

    A report that names no treaty of the record yields none.
    """
    if not context.treaties:
        return []
    return [plan_of(context, one) for one in ruled_clauses(context, context.words.plans, clauses)]


def plan_of(context: ReadingContext, ruled: Ruled) -> Claim:
    """The claim of a stretch that fulfils a rule for plans, without those who tell of it."""
    return replace(
        ruled_claim(context, ClaimType.PLAN, _as_said(context, ruled)),
        treaty=context.treaty_about(ruled.start, ruled.end),
        participants=context.participants_in(ruled.start, ruled.end),
        voice=Voice.INTENDS,
    )


def _as_said(context: ReadingContext, ruled: Ruled) -> Ruled:
    """The plan without those who tell of it: "it would prolong the treaty", said the envoy."""
    first = bisect_left(context.speech, ruled.start, key=lambda one: one.start)
    for one in takewhile(lambda one: one.start < ruled.end, context.speech[first:]):
        tells = not one.direct and one.manner is Manner.SAYING
        if tells and ruled.start <= one.cue_start < one.cue_end <= one.start:
            start, _ = bare(context.folded, one.start, ruled.end)
            that = _that(context.words).match(context.folded, start, ruled.end)
            start = that.end() if that else start
            if len(context.folded[start : ruled.end].split()) >= _LEAST_WORDS:
                return replace(ruled, start=start)
    return ruled


@grammar
def _that(words: Words) -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.speech.that)}\s+")
