"""Two sentences of one report that cannot both be right."""

from collections.abc import Sequence
from heapq import merge
from itertools import islice

from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reports.report import Report

_DATED = frozenset({"adoption", "signature", "entry_into_force"})
_QUOTED = 90
_OTHERS = 5  # sentences shown beside one; more of them tell nothing new


def within_the_report(
    report: Report, claims: Sequence[Claim], judgements: Sequence[Judgement]
) -> list[Judgement]:
    """The same judgements, each with a word about the sentences that it cannot stand beside.

    The contradiction never decides a verdict: which of the two is right, only the record can tell.
    """
    facts: dict[Claim, list[int]] = {}
    for number, claim in enumerate(claims):
        if _comparable(claim):
            facts.setdefault(_fact(claim), []).append(number)
    noted = list(judgements)
    for fact, numbers in facts.items():
        odd = merge(*(places for other, places in facts.items() if at_odds(fact, other)))
        others = [claims[number] for number in islice(odd, _OTHERS)]
        for number in numbers:
            noted[number] = _with_others(noted[number], report, others)
    return noted


def _comparable(claim: Claim) -> bool:
    """Whether another sentence can be at odds with the claim at all."""
    numbered = claim.type is ClaimType.COUNT or claim.stage == "notice_period"
    return numbered or (claim.type is ClaimType.TREATY_FACT and claim.stage in _DATED)


def _fact(claim: Claim) -> Claim:
    """What is compared of a claim, wherever it stands: a long report says the same often."""
    return Claim(
        type=claim.type,
        quote="",
        start=0,
        end=0,
        treaty=claim.treaty,
        stage=claim.stage,
        negated=claim.negated,
        hedged=claim.hedged,
        date=claim.date,
        value=claim.value,
        unit=claim.unit,
        bound=claim.bound,
    )


def at_odds(one: Claim, other: Claim) -> bool:
    """Whether two claims give the same fact of the same treaty another date or number."""
    if one.type is not other.type or one.treaty != other.treaty or one.stage != other.stage:
        return False
    if one.negated or other.negated or one.hedged or other.hedged:
        return False
    if one.type is ClaimType.TREATY_FACT and one.stage in _DATED:
        return one.date is not None and other.date is not None and not agree(one.date, other.date)
    comparable = one.type is ClaimType.COUNT or one.stage == "notice_period"
    same_day = one.date == other.date and one.unit == other.unit
    exact = one.bound is Bound.EXACT and other.bound is Bound.EXACT
    return (
        comparable
        and same_day
        and exact
        and None not in (one.value, other.value)
        and (one.value != other.value)
    )


def _with_others(judgement: Judgement, report: Report, others: Sequence[Claim]) -> Judgement:
    for other in others:
        judgement = _with_other(judgement, report, other)
    return judgement


def _with_other(judgement: Judgement, report: Report, other: Claim) -> Judgement:
    words = " ".join(other.quote.split())
    shown = words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"
    basis = Basis(BasisKind.CLAIM, f"{report.name}:{other.start}-{other.end}")
    return Judgement(
        judgement.verdict,
        (*judgement.reasons, f'The same report also says "{shown}".'),
        (*judgement.basis, basis),
    )
