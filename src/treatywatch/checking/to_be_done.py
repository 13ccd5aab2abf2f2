"""An act that the words leave to be done: "intends to ratify", "still have to sign".

Nothing says that it was done; of a State that has done it by then, the words are wrong.
"""

from treatywatch.checking.count_words import has_one
from treatywatch.checking.in_line import has_ordinal
from treatywatch.checking.knowledge import Knowledge
from treatywatch.reading.claim import Claim


def is_to_be_done(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Intends to ratify", "on course to join"; but not "the first to ratify"."""
    words = knowledge.ledger.fact_words.terms
    done = has_one(claim.quote, words.done_by_now) or has_ordinal(claim.quote, knowledge)
    last = has_one(claim.quote, knowledge.ledger.fact_words.places.last)
    only = has_one(claim.quote, knowledge.ledger.fact_words.places.only)
    return has_one(claim.quote, words.to_be_done) and not (done or last or only)
