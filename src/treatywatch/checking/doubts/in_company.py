"""One of several States named together of whom the same is told: the others bear the reading out.

Of "Australia, Samoa and Tonga are parties" two are right. So the words were read rightly, of the
right treaty and the right step, and they err about the third.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.named_in import is_meant
from treatywatch.reading.claim import Claim, Voice

_FEW = 3  # fewer may be right by chance
_REACH = 160  # signs: names before "which went more recently", or behind "four have left: "


def errs_about_one(claim: Claim, parts: Sequence[Judgement], knowledge: Knowledge) -> bool:
    """Whether all but one of those named together are right, so that the one is surely wrong.

    Of those that a group stands for ("Finland and the Baltic states") only this one must be named.
    """
    if len(parts) < _FEW or claim.hedged or claim.voice is not Voice.DID:
        return False
    each = zip(claim.participants, parts, strict=True)
    wrong = [one for one, part in each if part.verdict is not Verdict.BORNE_OUT]
    named = wrong if claim.named_group else claim.participants
    return len(wrong) == 1 and _are_named(named, claim, knowledge)


def all_but_one_hold(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, knowledge: Knowledge
) -> bool:
    """The same, asked of a judge for each participant by itself."""
    if len(claim.participants) < _FEW:
        return False
    each = [judge(replace(claim, participants=(one,)), knowledge) for one in claim.participants]
    return errs_about_one(claim, each, knowledge)


def _are_named(named: Sequence[str], claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the sentence names each of them."""
    lead, rest = (side(claim, knowledge, _REACH) for side in (around.before, around.behind))
    sentence = replace(claim, quote=f"{lead}{claim.quote}{rest}")
    people = knowledge.ledger.participants
    return all(is_meant(sentence, people[one], "") for one in named)
