"""What kind of fact words tell whose reader left it open: a notice, a depositary, a beginning.

"Six months must go by before a denunciation counts" is a rule on leaving, "the depositary,
Switzerland, might ask" names a keeper, "has been in force since 1997" gives a year: each is then
held against what the record has of that kind.
"""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.checking.count_words import has_one
from treatywatch.checking.depositary import called_depositary
from treatywatch.checking.knowledge import Knowledge
from treatywatch.checking.word_line import line
from treatywatch.law.clauses.final import Silence
from treatywatch.reading.claim import Bound, Claim, ClaimType

_OPEN = frozenset({None, "content"})
_OF_LEAVING = frozenset({None, "content", "withdrawal_rule"})
_NOTICE, _KEEPER, _BEGINNING = "notice_period", "depositary", "entry_into_force"


def with_its_kind(claim: Claim, knowledge: Knowledge) -> Claim:
    """The claim, with the kind of fact that its own words tell plainly where none was read."""
    if claim.type is not ClaimType.TREATY_FACT or claim.treaty is None:
        return claim
    if claim.stage in _OF_LEAVING and _tells_a_notice(claim, knowledge):
        return replace(claim, stage=_NOTICE, date=None)
    if claim.stage in _OF_LEAVING and _names_a_keeper(claim, knowledge):
        return replace(claim, stage=_KEEPER)
    if claim.stage not in _OPEN:
        return claim
    if not _tells_a_beginning(claim, knowledge):
        return claim
    return replace(claim, stage=_BEGINNING, value=None, unit=None)


def _names_a_keeper(claim: Claim, knowledge: Knowledge) -> bool:
    """ "The depositary, Switzerland"; "notices go to the Secretary-General", where they go to him.

    Of a treaty whose parties tell each other nobody is named by those whom a notice reaches.
    """
    clause = knowledge.treaty(claim.treaty or "").final_clauses.withdrawal
    to_it = isinstance(clause, Silence) or set(clause.notice_to) == {_KEEPER}
    named = called_depositary(claim.quote, knowledge.ledger, denied=claim.negated)
    return bool(named) and (to_it or claim.stage in _OPEN)


def tells_of_notice(quote: str, knowledge: Knowledge) -> bool:
    """Whether the words tell of leaving, or of the paper that announces it, and no other duty."""
    firsts, terms = knowledge.ledger.fact_words.firsts, knowledge.ledger.fact_words.terms
    told = has_one(quote, (*firsts.act_of_leaving, *terms.wishing_out, *terms.notice_runs))
    return told and not has_one(quote, (*terms.checks, *terms.surviving, *terms.war))


def _tells_a_notice(claim: Claim, knowledge: Knowledge) -> bool:
    """A span of time beside words of leaving."""
    exact = claim.value is not None and claim.unit is not None and claim.bound is Bound.EXACT
    return exact and not claim.negated and tells_of_notice(claim.quote, knowledge)


def _tells_a_beginning(claim: Claim, knowledge: Knowledge) -> bool:
    """ "In force since 1997": the year closes the words, and they name nobody but the treaty."""
    terms = knowledge.ledger.fact_words.terms
    words = line(claim.quote)
    dated = claim.date is not None and words[-1:] == (str(claim.date.year),)
    told = has_one(claim.quote, (*terms.in_force, *terms.has_begun))
    others = (*terms.signing, *terms.adopting, *terms.annexed, *terms.none)
    if not dated or not told or claim.negated or has_one(claim.quote, others):
        return False
    return not _names_another(words[:-_A_DATE], claim, knowledge)


_A_DATE = 2  # words: "December 2008"


def _names_another(words: Sequence[str], claim: Claim, knowledge: Knowledge) -> bool:
    """ "The South Pacific's has been in force since 1986": a name that the treaty has not."""
    treaty = knowledge.treaty(claim.treaty or "")
    forms = (treaty.title, treaty.short_title, *(name.form for name in treaty.names))
    own = {word for form in forms for word in line(form)}
    return any(word[0].isupper() and word not in own for word in words[1:])
