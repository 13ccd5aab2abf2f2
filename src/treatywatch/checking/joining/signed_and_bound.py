"""Two acts in one breath: "signed in 1992 and is now a party", "without ever having signed it".

The one that was read is right; the other stands beside it in the sentence and is not.
"""

import re

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.joining.joining import judge_party, judge_ratified
from treatywatch.checking.joining.part_question import PartQuestion, act_words, basis_of
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.reading.claim import Claim, ClaimType

_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_BESIDE = 60  # signs
_OPENING = 7  # words: "and is now also a state party"


def bound_as_well(claim: Claim, question: PartQuestion) -> Judgement | None:
    """ "Signed in 1992 and is now also a party" of a State that never consented; None else."""
    knowledge = question.knowledge
    terms = knowledge.ledger.fact_words.terms
    behind = _SENTENCE_END.split(knowledge.text[claim.end : claim.end + _BESIDE])[0]
    words = line(behind)[:_OPENING]
    told = find_any(words, terms.bound_too)
    denied = has_one(behind, (*terms.none, *terms.not_ratifying))
    if not told or denied or participants_named(behind, knowledge) or len(claim.participants) > 1:
        return None
    if question.taken_back is not None or _is_told_apart(claim, behind, knowledge):
        return None
    plain = PartQuestion(knowledge, question.participant, question.treaty, None, False)
    judged = judge_party(plain)
    if judged.verdict is not Verdict.CONTRADICTED:
        judged = judge_ratified(plain)
    return judged if judged.verdict is Verdict.CONTRADICTED else None


def _is_told_apart(claim: Claim, behind: str, knowledge: Knowledge) -> bool:
    """Whether the act behind is a claim of its own, which is judged: "and ratified it in 2001"."""
    end = claim.end + len(behind)
    return any(
        one.participants == claim.participants
        for one in knowledge.told_within(claim.end, end)
        if one.type is ClaimType.PARTICIPATION
    )


def signed_beside(claim: Claim, question: PartQuestion) -> Judgement | None:
    """ "Without ever having signed it" of one that signed, "having signed" of one that did not."""
    knowledge = question.knowledge
    terms = knowledge.ledger.fact_words.terms
    sentence = f"{_before(claim, knowledge)} {claim.quote} {_behind(claim, knowledge)}"
    named = participants_named(sentence, knowledge)
    if not question.consents or len(claim.participants) > 1 or named - set(claim.participants):
        return None
    if has_one(sentence, terms.without_signing) and question.signatures:
        signed = question.signatures[0]
        return contradicted(f"{question.name}: {act_words(signed)}.", basis_of(signed))
    if has_one(sentence, terms.having_signed) and not question.signatures:
        if question.signature_not_kept:
            return None
        act = question.consents[0]
        return contradicted(
            f"{question.name}: never signed the {question.title}; bound by {act_words(act)}.",
            basis_of(act),
        )
    return None


def _before(claim: Claim, knowledge: Knowledge) -> str:
    before = knowledge.text[max(0, claim.start - _BESIDE) : claim.start]
    return _SENTENCE_END.split(before)[-1]


def _behind(claim: Claim, knowledge: Knowledge) -> str:
    return _SENTENCE_END.split(knowledge.text[claim.end : claim.end + _BESIDE])[0]
