"""Treaties of two that one party left: the other is out of them too, and has not left them."""

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_steps import effect_words
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, contradicted
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.terms import ActKind
from treatywatch.reading.claim import Claim
from treatywatch.status.docket import docket


def whoever_left(claim: Claim, question: ExitQuestion, judgement: Judgement) -> Judgement:
    """ "Russia withdrew from the ABM Treaty in 2002", which the United States did.

    Only where a word of leaving tells it of the one that gave no notice, and of that one alone:
    "both have left it" and "the treaty with Russia ended" are true.
    """
    words = question.knowledge.ledger.fact_words
    left = (*words.terms.left_then, *words.firsts.leaving)
    if judgement.verdict is not Verdict.BORNE_OUT or not has_one(claim.quote, left):
        return judgement
    end = docket(question.knowledge.ledger, question.treaty, question.knowledge.known_on)
    by = end.end_by_exit
    if by is None or by.participant in claim.participants or _has_given_notice(question):
        return judgement
    return contradicted(
        f"{question.name}: no notice of withdrawal received; the {question.title} ended "
        f"{effect_words(by)} with the exit of {question.knowledge.name(by.participant)}.",
        *judgement.basis,
    )


def _has_given_notice(question: ExitQuestion) -> bool:
    given = frozenset({ActKind.WITHDRAWAL_NOTICE})
    return bool(question.knowledge.acts(question.participant, question.treaty, given))
