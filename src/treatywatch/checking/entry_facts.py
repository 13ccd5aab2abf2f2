"""What it takes for a treaty to enter into force: so many instruments, so long a wait."""

from treatywatch.checking.clause_facts import lasts_as_said
from treatywatch.checking.count_beside import numbers_needed
from treatywatch.checking.judgement import Judgement, article_of, borne_out, not_checked
from treatywatch.checking.knowledge import Knowledge
from treatywatch.reading.claim import Claim


def judge_condition(claim: Claim, knowledge: Knowledge) -> Judgement:
    """ "Fifty were needed", "ninety days after the deposit": the clauses on VCLT Art. 24(1), (3).

    A number that fits neither is not contradicted: it may count those that were still missing.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.of_the_treaty
    if claim.value in numbers_needed(treaty):
        return borne_out(
            f"{treaty.short_title}, Art. {clause.article}: {claim.value:g} are needed.",
            article_of(treaty.id, clause.article),
        )
    for one in (clause, treaty.final_clauses.for_a_later_participant):
        if one is not None and lasts_as_said(claim, one.takes_effect.rule):
            return borne_out(
                f"{treaty.short_title}, Art. {one.article}: {one.takes_effect.words}.",
                article_of(treaty.id, one.article),
            )
    return not_checked(
        f"{treaty.short_title}, Art. {clause.article}: {clause.takes_effect.words}; the number may "
        "be about something else."
    )
