"""One claim in two clauses: "Malta is the only member | that has not ratified it".

The first clause says nothing by itself, but likeness may take it for a claim of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.spans import Mention

_OF_STATES = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})


def joined(
    stage: Stage, told: Sequence[Claim], alike: Sequence[Claim]
) -> tuple[list[Claim], list[Claim]]:
    """What rules read, the second clause with the first; what likeness reads, without that."""
    ends = {one.end: one for one in alike if one.type in _OF_STATES}
    rules: list[Claim] = []
    for claim in told:
        lead = _lead(stage, claim, ends) or _ranked(stage, claim)
        rules.append(claim if lead is None else _with(stage, claim, lead.start))
        if isinstance(lead, Claim):
            del ends[lead.end]
    rest = set(ends.values())
    return rules, [one for one in alike if one.type not in _OF_STATES or one in rest]


def _lead(stage: Stage, claim: Claim, ends: Mapping[int, Claim]) -> Claim | None:
    """The claim by likeness that ends where the relative clause of the same States begins."""
    lead = ends.get(claim.start - 1)
    if lead is None or lead.participants != claim.participants or lead.treaty != claim.treaty:
        return None
    return lead if _goes_on(stage, claim) else None


def _goes_on(stage: Stage, claim: Claim) -> bool:
    """Whether it is a relative clause that tells something of States that are named."""
    of_states = claim.type in _OF_STATES and bool(claim.participants)
    return of_states and claim.quote.split()[0].casefold() in stage.acts.grammar["relative"]


def _ranked(stage: Stage, claim: Claim) -> Mention | None:
    """The State of which the main clause says only which it is: "Norway is the last one | that"."""
    passage = stage.context.passage_at(claim.start) if _goes_on(stage, claim) else None
    if passage is None:
        return None
    named = stage.context.people_in(passage.start, claim.start)
    own = [one for one in named if set(one.ids) == set(claim.participants)]
    if not own:
        return None
    between = stage.folded[own[-1].end : claim.start].split()
    known = stage.acts.grammar
    is_it = set(between[:_ITS_VERB]) & known["be"] and set(between) & known["rank"]
    return own[-1] if is_it and len(between) <= _A_RANK and between[-1][-1].isalnum() else None


_ITS_VERB, _A_RANK = 2, 10  # words: "is now", "is now the only one of the Nordic States"


def _with(stage: Stage, claim: Claim, start: int) -> Claim:
    return replace(claim, start=start, quote=stage.text[start : claim.end])
