"""The end of provisional application by one that never consented: it leaves, and was no party."""

from datetime import date

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    silent_on,
)
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.clauses.provisional import end_of_provisional_application
from treatywatch.law.terms import ActKind
from treatywatch.reading.claim import Claim

_ENDED = frozenset({ActKind.PROVISIONAL_APPLICATION_ENDED})


def judge_provisional_end(claim: Claim, question: ExitQuestion) -> Judgement | None:
    """ "Ended its provisional application in 2009": the notice, or the day on which it worked.

    None where the words speak of no such thing, or of one that did consent (VCLT Art. 25(2)).
    """
    told = question.knowledge.ledger.fact_words.terms.provisionally
    if question.was_ever_bound or not has_one(claim.quote, told):
        return None
    acts = question.knowledge.acts(question.participant, question.treaty, _ENDED)
    if not acts:
        return silent_on(question.name, "the end of its provisional application")
    notice, basis = acts[-1], Basis(BasisKind.ACT, acts[-1].id, acts[-1].source)
    ending = end_of_provisional_application(question.knowledge.treaty(question.treaty), notice)
    sums = "; ".join(reason.arithmetic or reason.words for reason in ending.reasons)
    words = (
        f"{question.name}: told {at(notice.received_on)} that it does not intend to become a "
        f"party, which ended provisional application ({sums})"
    )
    ends = isinstance(ending.when, date) and agree(question.claimed, ending.when)
    if ends or agree(question.claimed, notice.received_on):
        return borne_out(f"{words}.", basis)
    assert question.claimed is not None
    return contradicted(f"{words}, not {at(question.claimed)}.", basis)
