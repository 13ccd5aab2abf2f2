"""When it is not sure enough what the words say of whom, nothing is contradicted."""

from collections.abc import Sequence

from treatywatch.checking.finding import Verdict
from treatywatch.checking.judgement import Judgement, not_checked, together
from treatywatch.checking.knowledge import Knowledge
from treatywatch.checking.named_in import is_meant
from treatywatch.law.terms import Stage
from treatywatch.reading.claim import Claim

_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.PREMATURE})
LOOSELY_WRONG = _WRONG | {Verdict.OUTDATED}


def over_all(claim: Claim, parts: Sequence[Judgement], knowledge: Knowledge) -> Judgement:
    """One judgement over all participants of the claim, in the order in which they are named.

    A State that the words do not name does not by itself make them wrong, for it may not be meant.
    Those of a group that the report has spelt out may still be found to be too early.
    """
    judgement = together(parts, [knowledge.name(p) for p in claim.participants])
    early = judgement.verdict is Verdict.PREMATURE and claim.named_group
    if judgement.verdict not in _WRONG or early:
        return judgement
    wrong = [
        participant
        for participant, part in zip(claim.participants, parts, strict=True)
        if part.verdict is judgement.verdict
    ]
    if len(wrong) == len(parts) or any(_is_named(claim, p, knowledge) for p in wrong):
        return judgement
    group = f'"{claim.named_group}"' if claim.named_group else "The words"
    soft = not_checked(f"{group} may not mean every State of the group.")
    return soft.noting(*judgement.reasons)


def of_somebody(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """The same, unless words that name neither a State nor a month are called wrong.

    They may be about no State at all: "how a country leaves the treaty".
    """
    left = claim.date is not None and claim.stage == Stage.EFFECTIVE  # "it left in 2019"
    dated = left or (claim.date is not None and claim.date.month is not None)
    if judgement.verdict not in _WRONG or claim.named_group or dated:
        return judgement
    if any(_is_named(claim, p, knowledge) for p in claim.participants):
        return judgement
    return not_checked("The words name no State.").noting(*judgement.reasons)


def of_sure_words(claim: Claim, judgement: Judgement) -> Judgement:
    """The same, unless loose words alone tell what is called wrong."""
    if claim.sure or judgement.verdict not in LOOSELY_WRONG:
        return judgement
    return not_checked("The words tell it too loosely.").noting(*judgement.reasons)


def _is_named(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    return is_meant(claim, knowledge.ledger.participants[participant], knowledge.text)
