"""When a treaty of two ended, which cannot survive the exit of one of them."""

from datetime import date

from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.law.calendar import in_words
from treatywatch.law.treaty import Treaty
from treatywatch.reading.claim import Claim
from treatywatch.status.docket import docket


def judge_end_by_exit(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Judgement | None:
    """ "Ceased to be in force on 13 June 2002": the day of the exit that ended it, if one did."""
    end = docket(knowledge.ledger, treaty.id, knowledge.known_on).end_by_exit
    plain = claim.date is not None and not claim.negated and not claim.hedged
    if end is None or not isinstance(end.when, date) or not plain:
        return None
    basis = tuple(Basis(BasisKind.ACT, act) for reason in end.reasons for act in reason.acts)
    ends = "ended" if end.when <= knowledge.on else "ends"
    who = knowledge.name(end.participant)
    words = f"The {treaty.short_title} {ends} on {in_words(end.when)}, with the exit of {who}"
    if claim.date is not None and not agree(claim.date, end.when, slack=1):
        return contradicted(f"{words}, not {at(claim.date)}.", *basis)
    return borne_out(f"{words}.", *basis)
