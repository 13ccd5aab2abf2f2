"""Treaties that have ended and are said to be in force: "the INF Treaty is still in force"."""

from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import Judgement, outdated
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.antecedent import points_to
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.calendar import in_words
from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.treaty import Treaty
from treatywatch.reading.claim import Claim, Voice
from treatywatch.status.docket import docket


def has_ended(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Judgement | None:
    """The judgement on a treaty that is told to be in force today and has ended before.

    None for one that lasts, or where the words may tell of the day on which it began.
    """
    ended = docket(knowledge.ledger, treaty.id, knowledge.known_on).ended_from
    if ended is None or ended > knowledge.on:
        return None
    now = has_one(claim.quote, knowledge.ledger.fact_words.terms.in_force_now)
    plain = now and claim.voice is Voice.DID and not claim.hedged
    if not plain or claim.date is not None or not points_to(claim, treaty, knowledge):
        return None
    return outdated(f"The {treaty.short_title} ended on {in_words(ended)}.", _basis(treaty))


def _basis(treaty: Treaty) -> Basis:
    clauses = treaty.final_clauses
    exit_clause = clauses.withdrawal if isinstance(clauses.withdrawal, Withdrawal) else None
    article = (exit_clause or clauses.of_the_treaty).article
    return Basis(BasisKind.ARTICLE, f"{treaty.id} {article}")
