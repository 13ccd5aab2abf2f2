"""When it is not sure enough what the words say of whom, nothing is contradicted."""

from collections.abc import Sequence

from treatywatch.checking.finding import Verdict
from treatywatch.checking.judgement import Judgement, not_checked, together
from treatywatch.checking.knowledge import Knowledge
from treatywatch.checking.named_in import names_participant
from treatywatch.reading.claim import Claim

_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.PREMATURE})


def over_all(claim: Claim, parts: Sequence[Judgement], knowledge: Knowledge) -> Judgement:
    """One judgement over all participants of the claim, in the order in which they are named.

    A State that was named only as one of a group does not by itself make the sentence wrong.
    """
    judgement = together(parts, [knowledge.name(p) for p in claim.participants])
    if judgement.verdict is not Verdict.CONTRADICTED or not claim.named_group:
        return judgement
    wrong = [
        participant
        for participant, part in zip(claim.participants, parts, strict=True)
        if part.verdict is Verdict.CONTRADICTED
    ]
    named = [p for p in wrong if names_participant(claim, knowledge.ledger.participants[p])]
    if named or len(wrong) == len(parts):
        return judgement
    soft = not_checked(f'"{claim.named_group}" may not mean every State of the group.')
    return soft.noting(*judgement.reasons)


def of_somebody(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """The same, unless words that name no State and no date are called wrong.

    They may be about no State at all: "how a country leaves the treaty".
    """
    if judgement.verdict in _WRONG and not _names_anybody(claim, knowledge):
        return not_checked("The words name no State.").noting(*judgement.reasons)
    return judgement


def _names_anybody(claim: Claim, knowledge: Knowledge) -> bool:
    if claim.date is not None or claim.named_group:
        return True
    participants = knowledge.ledger.participants
    return any(names_participant(claim, participants[p]) for p in claim.participants)
