"""What the record can say of a report that is younger than the day it was last compared.

It has what was done, whenever that was. That something was not done it knows only up to its
horizon: the day on which the acts of the treaty were last compared or brought up to date.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.checking.exits.exit_steps import exits
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import BOUND, Knowledge
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.calendar import Interval, in_words
from treatywatch.law.clauses.openness import NotOpen, not_open
from treatywatch.law.terms import ActKind, Stage
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.status.docket import docket
from treatywatch.status.foresight import effect

Judge = Callable[[Claim, Knowledge], Judgement]

# In a year hardly a State in a hundred changes how it stands to a treaty: until then "has never
# joined" may rest on the last comparison, as long as the finding tells it.
_STILL_GOOD = timedelta(days=365)
# A number grows old with the first act, what one State has not done only with its own.
_OF_STATES = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})

_OF_SIGNING = frozenset({"signatories", "signed", "not_signed"})


def told_up_to_the_horizon(
    judge: Judge, claim: Claim, knowledge: Knowledge, *, dated: bool = True
) -> Judgement:
    """The judgement for a day; where the record ends before it, what it tells until then.

    What had not been done by the horizon may have been done since: a report is never wrong by that.
    One that denies what the record lacks is borne out as of the horizon, for a year. An exit that
    no notice since could have brought about yet is denied of a report that is ``dated``.
    """
    judgement = judge(claim, knowledge)
    if judgement.verdict is not Verdict.NOT_CHECKED:
        return judgement
    earlier = _at_the_horizon(judge, claim, knowledge)
    if earlier is None:
        return judgement
    if (closed := _closing_of_signature(claim, knowledge)) is not None:
        why = f"The treaty is no longer open for signature ({closed.article})."
        return replace(earlier, reasons=(*earlier.reasons, why))
    wrong = dated and earlier.verdict in (Verdict.CONTRADICTED, Verdict.PREMATURE)
    too_fresh = _no_way_out_since(claim, knowledge) if wrong else None
    if too_fresh is not None:
        verdict = Verdict.PREMATURE if _may_be_on_its_way(claim, knowledge) else earlier.verdict
        return replace(earlier, verdict=verdict, reasons=(*earlier.reasons, too_fresh))
    holds = earlier.verdict is Verdict.BORNE_OUT and _is_recent(claim, knowledge)
    verdict = Verdict.BORNE_OUT if holds else Verdict.NOT_CHECKED
    return Judgement(verdict, (_up_to(claim, knowledge), *earlier.reasons), earlier.basis)


def held_as_of_the_horizon(judge: Judge, claim: Claim, knowledge: Knowledge) -> Judgement:
    """The judgement for a day; where the record ends before it, that of the record's last day.

    For a report that does not speak from a day after the horizon, or from none that it tells.
    """
    judgement = judge(claim, knowledge)
    if judgement.verdict is not Verdict.NOT_CHECKED:
        return judgement
    return _at_the_horizon(judge, claim, knowledge) or judgement


def last_compared(claim: Claim, knowledge: Knowledge) -> str:
    """ ", last compared with its sources on 3 February 2026", where that is before the day."""
    ends = _horizon(claim, knowledge)
    return "" if ends is None else f", last compared with its sources on {in_words(ends)}"


def _up_to(claim: Claim, knowledge: Knowledge) -> str:
    compared = f"The record was last compared with its sources on {_last_day(claim, knowledge)}"
    return f"{compared}. Up to that day:"


def _at_the_horizon(judge: Judge, claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """The verdict as of the record's last day; None where there is none, or no need of it."""
    ends = _horizon(claim, knowledge)
    if ends is None:
        return None
    known_on = knowledge.known_on and min(knowledge.known_on, ends)
    earlier = judge(claim, replace(knowledge, on=ends, known_on=known_on))
    return None if earlier.verdict is Verdict.NOT_CHECKED else earlier


def _horizon(claim: Claim, knowledge: Knowledge) -> date | None:
    """The last day that the record can speak of, where the day asked about lies after it."""
    if claim.treaty is None or claim.treaty not in knowledge.ledger.treaties:
        return None
    ends = knowledge.horizon(claim.treaty)
    return ends if ends is not None and ends < knowledge.on else None


def _closing_of_signature(claim: Claim, knowledge: Knowledge) -> NotOpen | None:
    """Why nobody can have signed since the horizon, where the claim is of signing.

    Most treaties are open for signature for a time, or until they enter into force (VCLT Arts. 11,
    12): what the record tells of signing is then settled.
    """
    ends = _horizon(claim, knowledge)
    if ends is None or claim.treaty is None or claim.stage not in _OF_SIGNING:
        return None
    begun = docket(knowledge.ledger, claim.treaty, knowledge.known_on).has_begun(ends)
    clauses = knowledge.treaty(claim.treaty).final_clauses
    return not_open(clauses, ActKind.SIGNATURE, ends, begun=begun, signed=None)


def _no_way_out_since(claim: Claim, knowledge: Knowledge) -> str | None:
    """Why nobody can have left since the horizon, where the words tell an exit as done.

    Whatever notice came in the meantime still has to run (VCLT Arts. 54(a), 56, 67).
    """
    ends, done = _horizon(claim, knowledge), claim.voice in (Voice.DID, Voice.REPORTED)
    over = claim.type is ClaimType.WITHDRAWAL and claim.stage == Stage.EFFECTIVE
    terms = knowledge.ledger.fact_words.terms
    may_be_notice = claim.under_way or has_one(claim.quote, terms.denouncing)
    told = not claim.negated or has_one(claim.quote, terms.out_now)
    if ends is None or claim.treaty is None or not (over and done and told):
        return None
    if may_be_notice or claim.hedged:
        return None  # a notice can be given on any day
    if not claim.participants and _some_went_since(claim.treaty, ends, knowledge):
        return None  # "five have left" may count those too
    asked = knowledge.ledger, claim.treaty, ActKind.WITHDRAWAL_NOTICE, ends
    foreseen = effect(*asked, as_known_on=knowledge.known_on)
    when = foreseen.when.not_before if isinstance(foreseen.when, Interval) else foreseen.when
    article = next((r.article for r in foreseen.reasons if r.article), None)
    if not isinstance(when, date) or article is None or when <= knowledge.on:
        return None
    received = f"A notice received after {in_words(ends)}"
    return f"{received} would take effect after {in_words(when)} ({article})."


def _some_went_since(treaty: str, ends: date, knowledge: Knowledge) -> bool:
    """Whether a notice known by the horizon has taken effect after it."""
    acts = knowledge.ledger.acts.get(treaty, ())
    going = {act.participant for act in acts if act.kind is ActKind.WITHDRAWAL_NOTICE}
    days = (one.when for who in going for one in exits(knowledge, who, treaty))
    return any(isinstance(day, date) and ends < day <= knowledge.on for day in days)


def _may_be_on_its_way(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether each was a party at the horizon, so that it may have given notice since."""
    ends, treaty = _horizon(claim, knowledge), claim.treaty or ""
    return all(knowledge.spell(one, treaty, ends).standing in BOUND for one in claim.participants)


def _is_recent(claim: Claim, knowledge: Knowledge) -> bool:
    ends = _horizon(claim, knowledge)
    return ends is not None and claim.type in _OF_STATES and knowledge.on - ends <= _STILL_GOOD


def _last_day(claim: Claim, knowledge: Knowledge) -> str:
    ends = _horizon(claim, knowledge)
    return "" if ends is None else in_words(ends)
