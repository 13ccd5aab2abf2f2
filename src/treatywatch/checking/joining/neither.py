"""What "they have not signed" denies of States that signed and went no further."""

from collections.abc import Sequence

from treatywatch.checking.joining.part_question import PartQuestion
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_participant
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.reading.claim import Claim

_NOR = 20  # signs of " nor ratified it"


def may_be_of_ratifying(claim: Claim, questions: Sequence[PartQuestion]) -> bool:
    """Whether all signed and none consented, so that the words may be about ratifying.

    "Egypt and Syria have neither signed nor ratified it" is plain.
    """
    if any(not one.signatures or one.consents for one in questions):
        return False
    knowledge = questions[0].knowledge
    terms, people = knowledge.ledger.fact_words.terms, knowledge.ledger.participants
    told = f"{claim.quote} {around.behind(claim, knowledge, _NOR)}"
    words = line(claim.quote)
    denied, acts = find_any(words, terms.none), find_any(words, terms.signing)
    neither = bool(denied and acts) and denied[0].start < acts[0].start
    neither = neither and has_one(told, terms.ratifying)
    return not (neither and all(names_participant(claim, people[p]) for p in claim.participants))
