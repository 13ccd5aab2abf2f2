"""What the record is not sure of accuses nobody."""

from treatywatch.checking.grounds.finding import BasisKind, Verdict
from treatywatch.checking.grounds.judgement import Judgement, undetermined
from treatywatch.checking.grounds.knowledge import CONSENTS, Knowledge
from treatywatch.law.act import Act
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.reading.claim import Claim, ClaimType


def unless_unsure(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """Open, where another day was told than the record has, and has with low confidence only."""
    if judgement.verdict is not Verdict.CONTRADICTED or claim.date is None or claim.treaty is None:
        return judgement
    if claim.type is ClaimType.PARTICIPATION and _lacks_how_it_joined(claim, knowledge):
        held = undetermined("The record does not hold how it joined at first.", *judgement.basis)
        return held.noting(*judgement.reasons)
    acts = _acts_behind(claim, claim.treaty, judgement, knowledge)
    if not acts or any(act.confidence is not Confidence.LOW for act in acts):
        return judgement
    held = undetermined("The record is not sure of the day it has.", *judgement.basis)
    return held.noting(*judgement.reasons)


def _lacks_how_it_joined(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether one of them left, as far as the record goes, before it had joined."""
    treaty = claim.treaty or ""
    for who in claim.participants:
        left = knowledge.acts(who, treaty, _NOTICES)
        joined = knowledge.acts(who, treaty, CONSENTS)
        first = min((act.done_on.first() for act in joined), default=None)
        if left and (first is None or min(act.done_on.first() for act in left) < first):
            return True
    return False


def _acts_behind(
    claim: Claim, treaty: str, judgement: Judgement, knowledge: Knowledge
) -> list[Act]:
    """The acts it rests on; behind the clause by which an exit is reckoned, the notices."""
    names = {basis.name for basis in judgement.basis if basis.kind is BasisKind.ACT}
    if names or claim.type is not ClaimType.WITHDRAWAL:
        return [act for act in knowledge.ledger.acts.get(treaty, ()) if act.id in names]
    return [act for who in claim.participants for act in knowledge.acts(who, treaty, _NOTICES)]


_NOTICES = frozenset({ActKind.WITHDRAWAL_NOTICE})
