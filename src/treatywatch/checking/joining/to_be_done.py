"""An act that the words leave to be done: "intends to ratify", "still have to sign".

Nothing says that it was done; of a State that has done it by then, the words are wrong.
"""

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.joining.in_line import has_ordinal
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.reading.claim import Claim


def is_to_be_done(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Intends to ratify", "on course to join"; but not "the first to ratify"."""
    words = knowledge.ledger.fact_words.terms
    done = has_one(claim.quote, words.done_by_now) or has_ordinal(claim.quote, knowledge)
    last = has_one(claim.quote, knowledge.ledger.fact_words.places.last)
    only = has_one(claim.quote, knowledge.ledger.fact_words.places.only)
    return has_one(claim.quote, words.to_be_done) and not (done or last or only)


def is_only_weighed(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Is thinking about ratification", "its accession has stalled": nobody says that it came."""
    words, terms = line(claim.quote), knowledge.ledger.fact_words.terms
    consents = find_any(words, terms.consent_nouns)
    weighed = [one.end for one in find_any(words, terms.weighing)]
    stalled = {one.start for one in find_any(words, terms.unfinished)}
    return any(
        one.end in stalled or any(0 <= one.start - end <= _ITS for end in weighed)
        for one in consents
    )


_ITS = 2  # words of "its early" before "ratification"
