"""Who left and came back, or never did: "Israel left in 2018 and has since rejoined".

The accession with which it first joined bears out no return: consent is given anew (VCLT Art. 15).
That the record has an exit of the State from that very treaty tells that the words were read
rightly, though they name neither.
"""

from datetime import date

from treatywatch.checking.exits.exit_steps import exits, notices
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.judgement import Judgement, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.joining.joining import judge_joined
from treatywatch.checking.joining.part_question import PartQuestion, act_words, basis_of
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty
from treatywatch.law.act import Act
from treatywatch.law.terms import Standing
from treatywatch.reading.claim import Claim, ClaimType, Voice

_OF_RETURNS = frozenset({"acceded", "not_party"})


def tells_of_return(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether it tells as done that somebody came back, or did not.

    "Was back" alone may be said of a fleet.
    """
    terms = knowledge.ledger.fact_words.terms
    told = claim.voice is Voice.DID and claim.stage in _OF_RETURNS
    plain = claim.date is not None or has_one(claim.quote, terms.joined_again)
    plain = plain or _to_what_it_left(claim, knowledge)
    if claim.negated:  # and not by "sin embargo, regresó"
        plain = has_one(claim.quote, (*terms.denying, *terms.for_good))
    back = (*terms.returning, *terms.joined_again, *(terms.for_good if claim.negated else ()))
    return told and plain and has_one(claim.quote, back)


def _to_what_it_left(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Has returned to UNESCO"; "which left in 2018, | has come back": from the exit just told."""
    if claim.treaty is None or len(claim.participants) != 1:
        return False
    if names_treaty(claim, knowledge.treaty(claim.treaty)):
        return True
    return any(
        one.type is ClaimType.WITHDRAWAL
        and claim.start - _CLAUSE <= one.end <= claim.start
        and one.treaty == claim.treaty
        and set(claim.participants) <= set(one.participants)
        for one in knowledge.told_before(claim)
    )


_CLAUSE = 6  # signs of " and " between the exit and the return


def judge_return(question: PartQuestion, *, negated: bool) -> Judgement | None:
    """What became of a State that left; none where the record knows of no exit."""
    left = _first_exit(question)
    if left is None:
        return question.silent() if not negated and _stayed_away(question) else None
    dated = question.claimed is not None
    anew = [act for act in question.consents if act.received_on.last() > left]
    if negated and any(agree(question.claimed, act.received_on) for act in anew if dated):
        return None  # the day of the return itself: the words may tell that it came back
    if negated:
        return contradicted(_since(question, anew[-1]), basis_of(anew[-1])) if anew else None
    if anew:
        return judge_joined(question)
    if not question.can_be_denied or not question.consents:
        return None
    words = f"{question.name}: {question.standing_words}; it has not joined again"
    return contradicted(f"{words}.", basis_of(question.consents[-1]))


def _stayed_away(question: PartQuestion) -> bool:
    """Whether it once gave notice, and is a party all the same: it resumed its part by no act.

    The Soviet Union and the health organisation, 1949 and 1956.
    """
    given = notices(question.knowledge, question.participant, question.treaty)
    return bool(given) and not any(
        act.received_on.last() > given[-1].on.first() for act in question.consents
    )


def _since(question: PartQuestion, act: Act) -> str:
    return f"{question.name}: {act_words(act)} after its exit."


def _first_exit(question: PartQuestion) -> date | None:
    """The day on which it first ceased to be a party, up to the day of the report.

    Not that on which the State itself came to its end.
    """
    if not exits(question.knowledge, question.participant, question.treaty):
        return None
    spells = question.knowledge.timeline(question.participant, question.treaty).spells
    gone = (s.since for s in spells if s.standing is Standing.FORMER_PARTY and s.since)
    return next((day for day in gone if day <= question.knowledge.on), None)
