"""Words that tell when something will be, or what is untrue, and not that a step was taken.

"Once the exit has taken effect, mines may be laid": the sentence says of no State that it is out.
"""

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.terms import Stage
from treatywatch.reading.claim import Claim, ClaimType

_LEAD, _BEHIND = 40, 60  # signs
_OPENING = 2  # words of the claim itself
_SOON = 4  # words behind it: a bracket, and what leads to a day


def not_told_as_done(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> str:
    """Why an exit that is called too early is not told as done; empty where it is."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.negated:
        return ""
    if _is_called_untrue(claim, knowledge):
        return "The sentence calls it untrue."
    terms = knowledge.ledger.fact_words.terms
    if judgement.verdict is Verdict.PREMATURE and has_one(claim.quote, terms.put_off):
        return "The words tell what was stopped on its way."
    dateless = claim.stage == Stage.EFFECTIVE and claim.date is None
    if dateless and has_one(claim.quote, terms.would_be):
        return "The words tell what would be, or would have been."
    early = judgement.verdict is Verdict.PREMATURE and claim.stage == Stage.EFFECTIVE
    behind = line(around.behind(claim, knowledge, _BEHIND))[:_SOON]
    if early and find_any(behind, terms.with_effect):
        return "The words go on to the day on which it takes effect."
    if judgement.verdict is Verdict.PREMATURE and has_one(claim.quote, terms.before_long):
        return "The words tell of a time to come."
    if judgement.verdict is Verdict.PREMATURE and claim.stage == Stage.NOTIFIED:
        return (
            "The words tell of a paper at home." if has_one(claim.quote, terms.home_papers) else ""
        )
    return (
        "The words tell when, and not that it has been."
        if early and _opens(claim, knowledge)
        else ""
    )


def _opens(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Once it has left", "when Estonia leaves": a time to come; "when it left" is none."""
    terms = knowledge.ledger.fact_words.terms
    before = around.before(claim, knowledge, _LEAD)
    lead = line(before)
    opening = (*lead[-3:], *line(claim.quote)[:_OPENING])
    if find_any(opening, terms.once_it_is) or has_one(before, terms.imagined):
        return True
    lasting = claim.under_way or has_one(claim.quote, terms.perfect)
    near = (*lead[-1:], *line(claim.quote)[:_OPENING])
    return lasting and bool(find_any(near, terms.when_it_is))


def _is_called_untrue(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Reports that Finland has already left are wrong"."""
    behind = around.behind(claim, knowledge, _BEHIND)
    return has_one(f"{claim.quote}{behind}", knowledge.ledger.fact_words.terms.said_wrongly)
