"""What words on an exit tell beside the step that was read: of nobody, of another day, to whom."""

from dataclasses import replace

from treatywatch.checking.facts.depositary import called_depositary, keepers_of
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, article_of, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import PAUSE, find_any, line
from treatywatch.law.clauses.final import Silence
from treatywatch.law.terms import Stage
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim, ClaimType, Voice

_LEAVING = frozenset({Stage.NOTIFIED, Stage.EFFECTIVE})
_KEEPER = "depositary"
_OF_A_NOTICE = frozenset({Stage.NOTIFIED, "notice_period"})


def tells_of_nobody(claim: Claim, knowledge: Knowledge) -> bool:
    """ "No state had ever left before", although a State was read from elsewhere."""
    told = has_one(claim.quote, knowledge.ledger.fact_words.firsts.nobody)
    leaving = claim.type is ClaimType.WITHDRAWAL and claim.stage in _LEAVING
    undated = leaving and claim.date is None
    return undated and told and not participants_named(claim.quote, knowledge)


def without_a_day_to_come(claim: Claim, knowledge: Knowledge) -> Claim:
    """ "Have withdrawn, unwilling to take on targets after 2012": no day on which they left.

    What is told as over was not done in a year that the report has yet to see.
    """
    day, terms = claim.date, knowledge.ledger.fact_words.terms
    if day is None or day.month is not None or day.first() <= knowledge.on:
        return claim
    over = claim.voice is Voice.DID and claim.stage == Stage.EFFECTIVE and not claim.negated
    said = has_one(claim.quote, (*terms.left_then, *terms.told_as_over))
    return replace(claim, date=None) if over and said else claim


def is_told_as_over(claim: Claim, terms: TermWords) -> bool:
    """ "Is out of the commission, and will hunt again": what stands before the pause is done."""
    words = line(claim.quote)
    first = words[: words.index(PAUSE)] if PAUSE in words else ()
    return has_one(" ".join(first), terms.told_as_over)


def lasts_since(claim: Claim, terms: TermWords) -> bool:
    """ "Has been absent since January": not of the notice that was given then."""
    if claim.date is None or claim.stage != Stage.EFFECTIVE:
        return False
    words = line(claim.quote)
    return any(one.start >= _SUBJECT for one in find_any(words, terms.out_since))


_SUBJECT = 2  # words: "America's has been shut | since"


def is_told_for_good(claim: Claim, terms: TermWords) -> bool:
    """ "Norway left for good", "and never came back", unless it goes on "until 2002"."""
    words = line(claim.quote)
    told = find_any(words, terms.for_good)
    return bool(told) and not find_any(words[told[-1].end :], terms.by_then)


def handed_to_another(claim: Claim, knowledge: Knowledge, judgement: Judgement) -> Judgement:
    """The judgement, unless the notice is said to be with one who does not keep the treaty."""
    if judgement.verdict is not Verdict.BORNE_OUT or claim.stage not in _OF_A_NOTICE:
        return judgement
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.withdrawal
    if isinstance(clause, Silence) or set(clause.notice_to) != {_KEEPER} or claim.negated:
        return judgement
    called = called_depositary(claim.quote, knowledge.ledger)
    right = keepers_of(treaty, knowledge.ledger)
    if not called or any(one.owners & right for one in called):
        return judgement
    basis = article_of(treaty.id, treaty.depositary_article or _KEEPER)
    words = f"Notice of leaving the {treaty.short_title} goes to its depositary, which that is not."
    return contradicted(words, basis).noting(*judgement.reasons)
