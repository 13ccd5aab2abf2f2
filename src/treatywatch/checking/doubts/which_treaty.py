"""Which treaty an act is of, where the words leave it open and the record has it of one alone.

"Canada withdrew in December 2011" in a report on two climate treaties is of the one that Canada
left then. The record decides only between treaties that the report names, and only so that a claim
is borne out: what it says of none of them accuses nobody (see :mod:`readings`).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from treatywatch.checking.doubts.in_dubio import LOOSELY_WRONG
from treatywatch.checking.doubts.readings import other_treaties
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.reading.claim import Claim, ClaimType, Voice

Judge = Callable[[Claim, Knowledge], Judgement]

_UNBORNE = LOOSELY_WRONG | {Verdict.NOT_CHECKED}
_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})


def settled(judge: Judge, claim: Claim, knowledge: Knowledge) -> Claim:
    """The claim, of the treaty that the record points to where the words leave it open."""
    if not _is_a_dated_act(claim, knowledge.on):
        return claim
    if judge(claim, knowledge).verdict not in _UNBORNE:
        return claim
    others = (replace(claim, treaty=one) for one in other_treaties(claim, knowledge))
    bearing = [o for o in others if judge(o, knowledge).verdict is Verdict.BORNE_OUT]
    return bearing[0] if len(bearing) == 1 else claim


def _is_a_dated_act(claim: Claim, on: date) -> bool:
    """Whether a date tells it apart; the mere year of the report says nothing."""
    if claim.type not in _OF_STATES or claim.date is None or claim.negated:
        return False
    dated = claim.date.month is not None or claim.date.year != on.year
    return dated and bool(claim.participants) and claim.voice in (Voice.DID, Voice.WILL)
