"""Claims about the treaty itself: its dates, its notice period, what it forbids, who keeps it."""

from collections.abc import Callable

from treatywatch.checking.doubts.told_exits import handed_to_another
from treatywatch.checking.exits.first_exit import judge_first_exit
from treatywatch.checking.facts.clause_facts import (
    judge_deadline,
    judge_notice_period,
    judge_withdrawal_rule,
)
from treatywatch.checking.facts.depositary import judge_depositary
from treatywatch.checking.facts.extended import judge_extension
from treatywatch.checking.facts.scope_facts import judge_name, judge_prohibits
from treatywatch.checking.facts.terms_facts import judge_content, judge_limit
from treatywatch.checking.facts.told_terms import (
    judge_duration,
    judge_reservations,
    judge_told_term,
)
from treatywatch.checking.facts.treaty_dates import (
    judge_adoption,
    judge_entry_into_force,
    judge_expiry,
    judge_meeting,
    judge_signature,
)
from treatywatch.checking.grounds.judgement import (
    Judgement,
    not_checked,
    nothing_of_the_kind,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.reading.claim import Claim, Voice

_JUDGES: dict[str, Callable[[Claim, Knowledge], Judgement]] = {
    "adoption": judge_adoption,
    "signature": judge_signature,
    "entry_into_force": judge_entry_into_force,
    "notice_period": judge_notice_period,
    "prohibits": judge_prohibits,
    "depositary": judge_depositary,
    "deadline": judge_deadline,
    "reporting": judge_deadline,
    "withdrawal_rule": judge_withdrawal_rule,
    "name": judge_name,
    "first_meeting": judge_meeting,
    "extension": judge_extension,
    "expiry": judge_expiry,
    "first_ever": judge_first_exit,
    "limit": judge_limit,
    "content": judge_content,
    "reservations": judge_reservations,
    "duration": judge_duration,
}
_TERMS = frozenset({"content", "withdrawal_rule", "notice_period", "deadline"})
_WISHES = frozenset({Voice.CONSIDERS, Voice.URGED, Voice.DENIED, Voice.INTENDS})


def judge_treaty_fact(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Hold what is said of a treaty against its milestones, clauses and duties."""
    judge = _JUDGES.get(claim.stage or "")
    if judge is None:
        return not_checked(nothing_of_the_kind(claim.stage))
    if claim.treaty is None:
        return not_checked("The words do not say which treaty.")
    if claim.hedged or claim.voice in _WISHES:
        return not_checked(
            "A possibility, not a fact: there is nothing to hold against the record."
        )
    told = judge_told_term(claim, knowledge) if claim.stage in _TERMS else None
    return handed_to_another(claim, knowledge, told or judge(claim, knowledge))
