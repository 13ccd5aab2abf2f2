"""Claims about who signed, ratified, joined, or stayed outside."""

from collections.abc import Callable

from treatywatch.checking.dates import is_after
from treatywatch.checking.finding import Verdict
from treatywatch.checking.in_dubio import over_all
from treatywatch.checking.joining import (
    judge_in_force,
    judge_joined,
    judge_party,
    judge_ratified,
    judge_signed,
)
from treatywatch.checking.judgement import Judgement, not_checked
from treatywatch.checking.knowledge import Knowledge
from treatywatch.checking.named_in import is_surely_about, names_participant, step_date
from treatywatch.checking.outside import (
    judge_never_party,
    judge_not_party,
    judge_not_ratified,
    judge_not_signed,
)
from treatywatch.checking.part_question import PartQuestion
from treatywatch.law.participant import Participant
from treatywatch.reading.claim import Claim, Voice

_JUDGES: dict[str, Callable[[PartQuestion], Judgement]] = {
    "party": judge_party,
    "acceded": judge_joined,
    "ratified": judge_ratified,
    "signed": judge_signed,
    "entry_into_force": judge_in_force,
    "never_party": judge_never_party,
    "not_party": judge_not_party,
    "not_signed": judge_not_signed,
    "not_ratified": judge_not_ratified,
}
_DENIED = {
    "party": "not_party",
    "acceded": "not_party",
    "ratified": "not_ratified",
    "signed": "not_signed",
}
_POSITIVE = frozenset(_DENIED) | {"entry_into_force"}
# "Belongs to them", "joined" may be about other things than the treaty.
_LOOSE = frozenset({"party", "acceded"})
_WISHES = frozenset({Voice.CONSIDERS, Voice.URGED, Voice.DENIED, Voice.INTENDS})


def judge_participation(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Hold a claim on who stands how to a treaty against its acts (VCLT Arts. 2(1), 11-16)."""
    sub_kind = _sub_kind(claim)
    judge = _JUDGES.get(sub_kind)
    if judge is None:
        return not_checked(f'The record tells nothing of the kind "{claim.stage}".')
    if not claim.participants or claim.treaty is None:
        return not_checked("The words do not say which State, or which treaty.")
    if claim.hedged or claim.voice in _WISHES:
        return not_checked(
            "A possibility, not an act: there is nothing to hold against the record."
        )
    treaty = knowledge.treaty(claim.treaty)
    parts = [
        _sure(
            claim,
            judge(PartQuestion(knowledge, participant, claim.treaty, step_date(claim, treaty))),
            who,
            treaty_named=is_surely_about(claim, treaty, knowledge.only_treaty),
        )
        for participant in claim.participants
        for who in [knowledge.ledger.participants[participant]]
    ]
    return _ahead(claim, knowledge, over_all(claim, parts, knowledge))


def _sure(claim: Claim, judgement: Judgement, who: Participant, *, treaty_named: bool) -> Judgement:
    """No contradiction where it is not sure that the words say it of this State, or as a fact.

    A State that the words do not name was taken from elsewhere; "joined" without a date is often a
    wish ("to join the treaty").
    """
    if judgement.verdict is not Verdict.CONTRADICTED or claim.stage not in _POSITIVE:
        return judgement
    undated = claim.stage == "acceded" and claim.date is None
    vague = claim.stage in _LOOSE and not treaty_named
    if undated or vague or not names_participant(claim, who):
        return not_checked("Not sure enough what the words say.").noting(*judgement.reasons)
    return judgement


def _ahead(claim: Claim, knowledge: Knowledge, judgement: Judgement) -> Judgement:
    """What is still to come can be borne out by an act already done, but not be contradicted."""
    to_come = claim.voice is Voice.WILL or is_after(claim.date, knowledge.on)
    if to_come and judgement.verdict not in (Verdict.BORNE_OUT, Verdict.UNDETERMINED):
        return not_checked("It lies ahead of the report, and no act decides it yet.")
    return judgement


def _sub_kind(claim: Claim) -> str:
    stage = claim.stage or ""
    return _DENIED.get(stage, stage) if claim.negated else stage
