"""A treaty told as in force from the day on which it was made.

"It was signed in March 1992 and has been in force ever since", "it entered into force on the spot":
the words give no date of their own, and mean that of the making which stands before them.
"""

import re

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.antecedent import points_to, sentence_before
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.calendar import PartialDate
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.reading.claim import Claim, ClaimType

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REACH = 220  # signs back to the making
_TOLD_OF = frozenset({None, "content", "entry_into_force"})
_MADE = (MilestoneKind.ADOPTED, MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED)


def year_of_making(claim: Claim, knowledge: Knowledge) -> PartialDate | None:
    """The year in which the treaty was made, where the words have it in force from then on.

    The last year named before must be that of the making: else they may point to another day.
    """
    if claim.type is not ClaimType.TREATY_FACT or claim.treaty is None or claim.negated:
        return None
    if claim.stage not in _TOLD_OF or not _tells_of_then(claim.quote, knowledge):
        return None
    begins = knowledge.ledger.fact_words.terms.takes_force_too
    if has_one(sentence_before(claim, knowledge), begins):
        return None  # "suspended it by decree in 2007. It took effect at once"
    treaty = knowledge.treaty(claim.treaty)
    year = _last_year(claim, knowledge)
    if year is None or year not in _years_of_making(treaty):
        return None
    return PartialDate(year) if points_to(claim, treaty, knowledge) else None


def _tells_of_then(quote: str, knowledge: Knowledge) -> bool:
    """ "In force ever since", and no year behind it."""
    terms = knowledge.ledger.fact_words.terms
    words = line(quote)
    then = find_any(words, terms.from_then_on)
    told = has_one(quote, (*terms.in_force, *terms.has_begun))
    other = has_one(quote, (*terms.takes_force_too, *terms.none, *terms.for_whom))
    if not then or not told or other:
        return False
    return not any(_YEAR.fullmatch(word) for word in words[then[-1].end :])


def _last_year(claim: Claim, knowledge: Knowledge) -> int | None:
    """The year that was named last, in the words or before them."""
    before = knowledge.text[max(0, claim.start - _REACH) : claim.start]
    years = _YEAR.findall(claim.quote) or _YEAR.findall(before)
    return int(years[-1]) if years else None


def _years_of_making(treaty: Treaty) -> frozenset[int]:
    return frozenset(one.on.year for one in treaty.milestones if one.kind in _MADE)
