"""Which act or standing a claim tells of, where its words say more than its reading.

"A party since 1998" tells when it became one, "among the signatories" a signature.
"""

from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim

DENIED = {
    "party": "not_party",
    "acceded": "not_party",
    "party_since": "not_party",
    "ratified": "not_ratified",
    "signed": "not_signed",
}
OUTSIDE = frozenset({"not_signed", "not_ratified", "never_party", "not_party"})
"""Kinds of claim that a State has not taken part, or not yet."""

_NEVER_OR_NOT = frozenset({"not_party", "never_party"})
_SINCE_REACH = 3  # words: "since May 1998", "seit dem 1. Mai 1998"


def what_is_claimed(claim: Claim, terms: TermWords) -> str:
    """The kind of participation that is to be judged."""
    stage = claim.stage or ""
    if stage == "acceded" and _is_since(claim, terms):
        stage = "party_since"
    if _stands_since(claim, terms):
        stage = "party_from"
    if stage in OUTSIDE and has_one(claim.quote, terms.returning):
        return "not_party"
    unsigned = has_one(claim.quote, terms.not_signing) and not has_one(claim.quote, terms.ratifying)
    if unsigned and (stage in _NEVER_OR_NOT or (stage == "signed" and not claim.negated)):
        stage = "not_signed"
    names_signing = has_one(claim.quote, terms.signing) and not has_one(claim.quote, terms.parties)
    if stage == "party" and names_signing:
        stage = "signed"  # "among the signatories"
    return DENIED.get(stage, stage) if claim.negated else stage


def _is_since(claim: Claim, terms: TermWords) -> bool:
    """ "Has been a party since 2013", "has been a party to the treaty since 2013"."""
    if has_one(claim.quote, terms.since_then):
        return True
    words = line(claim.quote)
    inside = find_any(words, (*terms.belonging, *terms.a_party))
    since = find_any(words, terms.since)
    lasting = has_one(claim.quote, terms.perfect)  # "a member since 1989" tells when it joined
    return lasting and bool(inside) and any(one.start >= inside[0].end for one in since)


def _stands_since(claim: Claim, terms: TermWords) -> bool:
    """ "A State party since 1998": the year that "since" opens is that in which it became one."""
    alone = claim.stage == "party" and len(claim.participants) == 1 and not claim.negated
    if not alone or claim.date is None:
        return False
    words, year = line(claim.quote), str(claim.date.year)
    opened = (words[one.end : one.end + _SINCE_REACH] for one in find_any(words, terms.since))
    return any(year in after for after in opened)
