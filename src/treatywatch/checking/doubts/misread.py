"""No claim is called wrong whose words bear a sign that they were read amiss.

The fault may be the reader's: another treaty, State, act or day may be meant, or none of it told.
"""

from collections.abc import Iterator

from treatywatch.checking.doubts import (
    another_act,
    another_day,
    another_state,
    another_treaty,
    not_told,
)
from treatywatch.checking.doubts.in_dubio import LOOSELY_WRONG
from treatywatch.checking.doubts.of_another_deed import dates_another_deed
from treatywatch.checking.doubts.sign import Judge
from treatywatch.checking.doubts.worded import worded
from treatywatch.checking.grounds.judgement import Judgement, not_checked
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.reading.claim import Claim

_SIGNS = (
    *another_treaty.SIGNS,
    *another_day.SIGNS,
    *not_told.SIGNS,
    *another_act.SIGNS,
    *another_state.SIGNS,
)
_TRIALS = (
    *another_act.TRIALS,
    *another_state.TRIALS,
    *another_treaty.TRIALS,
    *another_day.TRIALS,
)


def unless_misread(
    judge: Judge, claim: Claim, judgement: Judgement, knowledge: Knowledge
) -> Judgement:
    """The judgement; none where the words bear a sign that they were read amiss."""
    if judgement.verdict not in LOOSELY_WRONG or claim.treaty is None:
        return judgement
    doubt = next(filter(None, _doubts(judge, claim, judgement, knowledge)), "")
    return not_checked(doubt).noting(*judgement.reasons) if doubt else judgement


def _doubts(
    judge: Judge, claim: Claim, judgement: Judgement, knowledge: Knowledge
) -> Iterator[str]:
    """What each sign says of the claim, the plainest first; empty for those that do not stand."""
    yield worded(claim, judgement, knowledge)
    for sign in _SIGNS:
        yield sign(claim, knowledge)
    for trial in _TRIALS:
        yield trial(judge, claim, knowledge)
    yield not_told.only_told_when(claim, judgement, knowledge)
    yield dates_another_deed(claim, judgement, knowledge)
