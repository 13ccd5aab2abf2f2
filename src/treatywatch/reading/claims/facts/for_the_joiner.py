"""When a treaty takes effect for the State that has just joined it: "it will be bound from May".

"Membership begins thirty days after the deposit", "it takes effect there on 1 March": told behind
an instrument of one State, that is its own day (VCLT Art. 24(3)) and no fact of the treaty.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, ReadBy, Voice
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords

_IN_FORCE = "entry_into_force"
_JOINING = frozenset({"ratified", "acceded"})
_LATELY = 300  # characters back to the instrument of which the words tell the effect
_MADE = frozenset({"adoption", "signature", "first_meeting", _IN_FORCE})  # of the treaty itself


def for_the_joiner(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims in text order; an entry into force behind one State's instrument is of it."""
    working = {c.treaty for c in told if _tells_it_works(stage, c)}
    last: Claim | None = None
    for claim in told:
        if _tells_an_entry(claim) and last is not None and _is_of(stage, claim, last, working):
            yield _as_its_own(claim, last.participants)
            continue
        if _takes_over(claim):
            last = claim if _joins_alone(claim) else None
        yield claim


def for_the_joiner_too(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims in text order; the same for what likeness reads, once its stage is told."""
    for claim, mended in zip(told, for_the_joiner(stage, told), strict=True):
        yield mended if claim.read_by is ReadBy.LIKENESS else claim


def _as_its_own(fact: Claim, joined: tuple[str, ...]) -> Claim:
    """The entry into force as that of the State; a span of waiting is no number of it."""
    own = replace(fact, type=ClaimType.PARTICIPATION, stage=_IN_FORCE, participants=joined)
    return replace(own, value=None, value_high=None, unit=None)


def _tells_an_entry(claim: Claim) -> bool:
    untold = claim.stage is None and claim.read_by is ReadBy.LIKENESS  # of which fact it is
    fact = claim.type is ClaimType.TREATY_FACT and (claim.stage == _IN_FORCE or untold)
    return fact and not claim.negated and not claim.participants


def _tells_it_works(stage: Stage, claim: Claim) -> bool:
    """Whether the treaty has parties, or took effect before: so what is to come is of one State."""
    if claim.type is ClaimType.COUNT:
        return claim.stage == "parties"
    told = claim.type is ClaimType.TREATY_FACT and claim.stage == _IN_FORCE and not claim.negated
    dated = told and claim.date is not None
    return dated and _to_come(stage.acts).search(stage.folded, claim.start, claim.end) is None


def _takes_over(claim: Claim) -> bool:
    """Whether from there on the words are of somebody else, or of the treaty itself."""
    acts = claim.type in (ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL)
    return acts or (claim.type is ClaimType.TREATY_FACT and claim.stage in _MADE)


def _joins_alone(claim: Claim) -> bool:
    joins = claim.type is ClaimType.PARTICIPATION and claim.stage in _JOINING
    return joins and not claim.negated and claim.voice is Voice.DID and len(claim.participants) == 1


def _is_of(stage: Stage, claim: Claim, last: Claim, working: set[str | None]) -> bool:
    near = claim.treaty == last.treaty and 0 <= claim.start - last.end <= _LATELY
    words, place = stage.folded, (claim.start, claim.end)
    of_one = _of_one(stage.acts).search(words, *place) is not None
    if near and of_one and _has_been(stage.acts).search(words, *place):
        return True
    if not near or _to_come(stage.acts).search(words, *place) is None:
        return False
    told = claim.stage == _IN_FORCE and not stage.context.treaties_in(*place)
    return of_one or (told and claim.treaty in working)


@grammar
def _to_come(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b{acts.any_of('takes_effect_for_one')}(?!\w)")


@grammar
def _has_been(acts: ActWords) -> re.Pattern[str]:
    forms = acts.grammar["in_effect_for_one"]
    return re.compile(rf"\b{acts.any_of('in_effect_for_one')}(?!\w)" if forms else r"(?!)")


@grammar
def _of_one(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b{acts.any_of('for_the_joiner')}(?!\w)")
