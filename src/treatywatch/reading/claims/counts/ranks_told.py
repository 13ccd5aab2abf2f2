"""A rank told of a State whose joining the report has told before: it only counts.

"Vanuatu deposited its accession on 5 September. It is the 112th State party": that it joined is
old news by then. Where nothing but a headline told it before, the rank tells the joining ("Syria
becomes the 190th member").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import NumberMention, PassageKind
from treatywatch.reading.vocabulary.words_acts import ActWords

_JOINED = frozenset({"acceded", "ratified", "entry_into_force"})
_RANKED = frozenset({"acceded", "ratified", "party"})
_LEAST, _MOST = 3, 200  # the first two tell who came first; no treaty has more parties than States


def without_ranks_told(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, a joining told again by its rank as the number that it is."""
    known: set[tuple[str | None, str]] = set()
    ranked: dict[int, NumberMention] = {}
    for claim in sorted(told, key=lambda c: (c.start, c.end)):
        if not _tells_joining(claim):
            continue
        again = all((claim.treaty, one) in known for one in claim.participants)
        again = again and claim.stage in _RANKED
        if again and (rank := _rank(stage, claim)) is not None:
            ranked[id(claim)] = rank
        elif claim.stage in _JOINED and not _in_headline(stage, claim):
            known |= {(claim.treaty, one) for one in claim.participants}
    counts = [claim for claim in told if claim.type is ClaimType.COUNT]
    for claim in told:
        if id(claim) not in ranked:
            yield claim
        elif not any(c.start < claim.end and claim.start < c.end for c in counts):
            yield _as_count(claim, ranked[id(claim)])


def _tells_joining(claim: Claim) -> bool:
    joined = claim.type is ClaimType.PARTICIPATION and claim.stage in _JOINED | _RANKED
    return joined and claim.voice is Voice.DID and not claim.negated and bool(claim.participants)


def _in_headline(stage: Stage, claim: Claim) -> bool:
    passage = stage.context.passage_at(claim.start)
    return passage is not None and passage.kind is PassageKind.HEADLINE


def _rank(stage: Stage, claim: Claim) -> NumberMention | None:
    """The rank among those who joined that the claim tells, if it tells one."""
    for number in stage.context.numbers_in(claim.start, claim.end):
        counts = number.ordinal and _LEAST <= number.low <= _MOST
        if counts and _noun(stage.acts).match(stage.folded, number.end):
            return number
    return None


@grammar
def _noun(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[\w'-]+\s+){{0,2}}?(?:{acts.any_of('rank_parties')})\b")


def _as_count(claim: Claim, rank: NumberMention) -> Claim:
    return replace(
        claim,
        type=ClaimType.COUNT,
        participants=(),
        named_group=None,
        stage="parties",
        value=rank.low,
        unit="states",
        sure=False,
    )
