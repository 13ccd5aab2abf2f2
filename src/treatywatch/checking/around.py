"""What the sentence of a claim says beside it."""

import re

from treatywatch.checking.knowledge import Knowledge
from treatywatch.reading.claim import Claim

_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def before(claim: Claim, knowledge: Knowledge, reach: int) -> str:
    """What its sentence says before the claim, of so many signs."""
    return _SENTENCE_END.split(knowledge.text[max(0, claim.start - reach) : claim.start])[-1]


def behind(claim: Claim, knowledge: Knowledge, reach: int) -> str:
    """What its sentence says behind the claim, of so many signs."""
    return _SENTENCE_END.split(knowledge.text[claim.end : claim.end + reach])[0]
