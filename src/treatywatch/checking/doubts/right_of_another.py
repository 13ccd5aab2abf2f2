"""A report of which most would be wrong, and right of another treaty that it does not name.

"How mines were banned: the fortieth ratification came in September 1998", in a report that names
the Convention on Certain Conventional Weapons alone: each of it is right of the mine ban.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from treatywatch.checking.doubts.in_dubio import LOOSELY_WRONG
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, not_checked
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.named_in import names_treaty
from treatywatch.reading.claim import Claim, ClaimType

_OF_A_TREATY = frozenset(
    {ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION, ClaimType.COUNT, ClaimType.TREATY_FACT}
)
_MOST = 12  # of the wrong claims are tried: each with every treaty of the record
_FEWEST = 3  # claims, with a date or a number each: some may be right of another by chance

Judge = Callable[[Claim, Knowledge], Judgement]


def unless_right_of_another(
    judge: Judge, claims: Sequence[Claim], judged: Sequence[Judgement], knowledge: Knowledge
) -> list[Judgement]:
    """The judgements; none of what is wrong, where as much of it is right of another treaty."""
    told = list(judged)
    for treaty in knowledge.treaties:
        own = [n for n, claim in enumerate(claims) if _leaves_out(claim, treaty, knowledge)]
        wrong = [n for n in own if judged[n].verdict in LOOSELY_WRONG]
        right = sum(judged[n].verdict is Verdict.BORNE_OUT for n in own)
        if len(wrong) < _FEWEST or len(wrong) <= right:
            continue
        meant = _meant(judge, [claims[n] for n in wrong], knowledge)
        for number in wrong if meant else ():
            doubt = f"Most of it would be right of the {knowledge.treaty(meant).short_title}."
            told[number] = not_checked(doubt).noting(*judged[number].reasons)
    return told


def _leaves_out(claim: Claim, treaty: str, knowledge: Knowledge) -> bool:
    of_it = claim.type in _OF_A_TREATY and claim.treaty == treaty
    return of_it and treaty in knowledge.ledger.treaties and not _names(claim, knowledge)


def _names(claim: Claim, knowledge: Knowledge) -> bool:
    return names_treaty(claim, knowledge.treaty(claim.treaty or ""))


def _meant(judge: Judge, wrong: Sequence[Claim], knowledge: Knowledge) -> str:
    """The treaty of which most of the claims are right; empty where there is none."""
    exact = [*islice((one for one in wrong if _is_exact(one)), _MOST)]
    for treaty in knowledge.ledger.treaties if len(exact) >= _FEWEST else ():
        right = sum(1 for _ in _right_of(judge, exact, treaty, knowledge))
        if right >= max(_FEWEST, len(exact) - right):
            return treaty
    return ""


def _is_exact(claim: Claim) -> bool:
    """Whether a day or a number is told that few treaties share, as they do a year's notice."""
    counted = claim.value is not None and claim.type is ClaimType.COUNT
    return claim.date is not None or counted


def _right_of(
    judge: Judge, claims: Sequence[Claim], treaty: str, knowledge: Knowledge
) -> Iterator[Claim]:
    for claim in claims:
        told = judge(replace(claim, treaty=treaty), knowledge)
        if treaty != claim.treaty and told.verdict is Verdict.BORNE_OUT:
            yield claim
