"""Signs that the words deny what the reader took, or tell of a time to come.

A claim is called wrong only where none of them stands; see :mod:`misread`.
"""

from treatywatch.checking.doubts.another_act import joining_words
from treatywatch.checking.doubts.sign import Sign
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.joining.outside import opens_with_denial
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.terms import Stage
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim, ClaimType, ReadBy

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_ACTS = frozenset({"signed", "ratified", "acceded"})
_LEAD, _RIGHT_BEHIND = 120, 16  # signs
_BEFORE = 40  # signs
_OPENING = 2  # words of the claim itself
_A_DENIAL = 3  # words: "not one of"


def _not_told_as_done(claim: Claim, knowledge: Knowledge) -> str:
    """ "Before the Statute was in force for it"; "Norway is not", after others that are leaving."""
    if claim.type is not ClaimType.PARTICIPATION:
        return ""
    words = knowledge.ledger.fact_words
    lead = line(around.before(claim, knowledge, _LEAD))[-1:] or ("",)
    opens = find_any((*lead, *line(claim.quote)[:2]), words.terms.not_yet_opens)
    if opens and opens[0].start <= 1 and not claim.negated:
        return "The words tell what had not come about."
    after = line(around.behind(claim, knowledge, _RIGHT_BEHIND))[:1]
    if claim.negated and find_any(after, words.terms.none):
        return "What the words deny stands behind them."  # "is in | no danger"
    told_itself = (*joining_words(words.terms), *words.terms.for_good)
    if not claim.negated or has_one(claim.quote, told_itself):
        return ""
    leaving = has_one(around.before(claim, knowledge, _LEAD), words.firsts.leaving)
    return "The words may deny an exit that was told of before." if leaving else ""


def _denied_in_so_many_words(claim: Claim, knowledge: Knowledge) -> str:
    """ "Russia never signed anything", read by likeness, which knows no denial."""
    if _denies_the_act(claim, knowledge.ledger.fact_words.terms):
        return "The words may deny what was read."
    unread = claim.read_by is ReadBy.LIKENESS and not claim.negated
    terms = knowledge.ledger.fact_words.terms
    if claim.read_by is ReadBy.LIKENESS and _is_of_none_of_others(claim, terms, knowledge):
        return "The words deny it of those whom they do not name."
    denials = (*terms.denying, *terms.denying_after, *terms.none)
    heard = opens_with_denial(claim, terms) or has_one(claim.quote, terms.not_ratifying)
    if claim.type in _OF_STATES and unread and not heard and has_one(claim.quote, denials):
        return "The words may deny what was read."
    return ""


def _is_of_none_of_others(claim: Claim, terms: TermWords, knowledge: Knowledge) -> bool:
    """ "None of the great powers is a party", read of the State that was told of before."""
    opening = find_any(line(claim.quote)[:_A_DENIAL], terms.no_one_of)
    named = participants_named(claim.quote, knowledge) & set(claim.participants)
    return claim.type in _OF_STATES and bool(opening) and not named


def _denies_the_act(claim: Claim, terms: TermWords) -> bool:
    """ "But hasn't ratified", read as told."""
    if claim.type is not ClaimType.PARTICIPATION or claim.negated or claim.stage not in _ACTS:
        return False
    if claim.date is not None and has_one(claim.quote, terms.by_then):
        return False  # "did not ratify until 1988" tells when it did
    words = line(claim.quote)
    if claim.stage != "signed" and has_one(claim.quote, terms.not_ratifying):
        return True  # "whose signatures of 1972 still await ratification"
    denied = find_any(words, terms.denying)
    acts = {one.start for one in find_any(words, (*terms.signing, *terms.ratifying))}
    return len(denied) == 1 and denied[0].end in acts and len(acts) == 1


def only_told_when(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> str:
    """ "Once the exit has taken effect, mines may be laid": of no State is said that it is out."""
    effective = claim.type is ClaimType.WITHDRAWAL and claim.stage == Stage.EFFECTIVE
    early = effective and judgement.verdict is Verdict.PREMATURE and not claim.negated
    told = early and _opens(claim, knowledge)
    return "The words tell when, and not that it has been." if told else ""


def _opens(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Once it has left", "when Estonia leaves": a time to come; "when it left" is none."""
    terms = knowledge.ledger.fact_words.terms
    before = around.before(claim, knowledge, _BEFORE)
    lead = line(before)
    opening = (*lead[-3:], *line(claim.quote)[:_OPENING])
    if find_any(opening, terms.once_it_is) or has_one(before, terms.imagined):
        return True
    lasting = claim.under_way or has_one(claim.quote, terms.perfect)
    near = (*lead[-1:], *line(claim.quote)[:_OPENING])
    return lasting and bool(find_any(near, terms.when_it_is))


SIGNS: tuple[Sign, ...] = (
    _not_told_as_done,
    _denied_in_so_many_words,
)
