"""What is wrong of whichever State "the country" may be: none of those told of did it then."""

from collections.abc import Callable
from dataclasses import replace

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.joining.part_question import PartQuestion
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.namings import text_before
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.reading.claim import Claim, Voice

_ACTS = frozenset({"signed", "ratified", "acceded"})


def wrong_of_whoever(
    claim: Claim, judge: Callable[[PartQuestion], Judgement], question: PartQuestion
) -> bool:
    """ "The country had acceded in 1991" is wrong of each State that the report told of so far."""
    knowledge = question.knowledge
    if not _is_told_plainly(claim) or not _opens_with_a_noun(claim, knowledge):
        return False
    told = participants_named(text_before(knowledge.text, claim.start), knowledge)
    asked = (replace(question, participant=one) for one in sorted(told))
    return question.participant in told and all(
        judge(one).verdict is Verdict.CONTRADICTED for one in asked
    )


def _is_told_plainly(claim: Claim) -> bool:
    in_a_year = claim.date is not None and str(claim.date.year) in claim.quote
    done = claim.sure and claim.voice is Voice.DID and not claim.negated
    return in_a_year and done and claim.stage in _ACTS and len(claim.participants) == 1


def _opens_with_a_noun(claim: Claim, knowledge: Knowledge) -> bool:
    """ "The country", and no name, nor another treaty; "it" may take up something else."""
    terms = knowledge.ledger.fact_words.terms
    found = find_any(line(claim.quote), terms.same_one)
    opens = any(not one.start and one.end - one.start > 1 for one in found)
    named = participants_named(claim.quote, knowledge) or has_one(claim.quote, terms.treaty_nouns)
    return opens and not named
