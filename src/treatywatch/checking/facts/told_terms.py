"""What a treaty lays down beside dates and numbers: reservations, how long it lives, what survives.

None of it is judged where the text is silent or leaves it to a test of fact: that a treaty says
nothing of reservations makes no claim about them wrong (VCLT Art. 19(c)).
"""

from treatywatch.checking.facts.treaty_dates import judge_expiry
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    nothing_recorded,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.spans_of_time import fits
from treatywatch.checking.words.antecedent import points_to
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.calendar import in_words
from treatywatch.law.clauses.final import Silence
from treatywatch.law.clauses.reckoning import Period, Unit
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.reading.claim import Claim

_NONE = "none"


def judge_told_term(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """The judgement of the term that the words are about; None where they are about none."""
    terms = knowledge.ledger.fact_words.terms
    if has_one(claim.quote, terms.reservations):
        return judge_reservations(claim, knowledge)
    if claim.date is not None and has_one(claim.quote, terms.running_out):
        told = judge_expiry(claim, knowledge)
        return told if told.basis else None
    return judge_survival(claim, knowledge)


def judge_reservations(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Whether reservations may be made (VCLT Art. 19), where the treaty forbids them all."""
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.reservations
    if clause is None or clause.allowed != _NONE or clause.article is None:
        return nothing_recorded(f"reservations under the {treaty.short_title}")
    terms = knowledge.ledger.fact_words.terms
    barred = claim.negated or has_one(claim.quote, (*terms.none, *terms.barring))
    words = f"{treaty.short_title}, Art. {clause.article}: no reservations may be made."
    basis = article_of(treaty.id, clause.article)
    return borne_out(words, basis) if barred else contradicted(words, basis)


def judge_duration(claim: Claim, knowledge: Knowledge) -> Judgement:
    """ "Concluded for an unlimited time", "a term of a hundred years": the clause on duration.

    A treaty that sets no end lasts until its parties agree otherwise or all leave (VCLT Art. 54).
    """
    treaty = knowledge.treaty(claim.treaty or "")
    terms = knowledge.ledger.fact_words.terms
    if claim.date is not None and has_one(claim.quote, terms.running_out):
        return judge_expiry(claim, knowledge)
    duration = treaty.final_clauses.duration
    endless = has_one(claim.quote, terms.endless) and not claim.negated
    if duration.expires_on is not None:
        return _for_so_long(claim, treaty, knowledge)
    if not points_to(claim, treaty, knowledge):
        return nothing_recorded(f"such a term of the {treaty.short_title}")
    cited = f", Art. {duration.article}" if duration.article else ""
    words = f"{treaty.short_title}{cited}: it sets itself no end."
    basis = Basis(BasisKind.ARTICLE, f"{treaty.id} {duration.article or 'duration'}")
    if endless:
        return borne_out(words, basis)
    first = _first_life(claim, treaty)
    if first is not None:
        return first
    counted = claim.value is not None and claim.unit is not None and not claim.negated
    if counted and has_one(claim.quote, terms.lifetime):
        return contradicted(words, basis)
    return nothing_recorded(f"such a term of the {treaty.short_title}")


def _first_life(claim: Claim, treaty: Treaty) -> Judgement | None:
    """ "Was concluded for 25 years", of one that its parties have since made unlimited."""
    begun = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    extended = treaty.milestone(MilestoneKind.EXTENDED)
    if begun is None or extended is None or claim.unit != Unit.YEARS:
        return None
    years = extended.on.year - begun.on.year
    if claim.value != years or claim.negated:
        return None
    words = f"The {treaty.short_title}: {extended.what or 'extended'}, after {years} years"
    return borne_out(f"{words}.", Basis(BasisKind.MILESTONE, f"{treaty.id} extended {extended.on}"))


def _for_so_long(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Judgement:
    """ "Runs for ten years": from the entry into force to the end that the treaty first set."""
    duration, silent = treaty.final_clauses.duration, f"such a term of the {treaty.short_title}"
    begun = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    end = duration.expires_on
    told = claim.value is not None and claim.unit == Unit.YEARS and not claim.negated
    plain = has_one(claim.quote, knowledge.ledger.fact_words.terms.lifetime)
    if begun is None or end is None or not told or not plain or claim.date is not None:
        return nothing_recorded(silent)
    years = end.year - begun.on.year
    words = f"The {treaty.short_title} was made for {years} years, to {in_words(end)}"
    basis = Basis(BasisKind.ARTICLE, f"{treaty.id} {duration.article or 'duration'}")
    if claim.value == years:
        return borne_out(f"{words}.", basis)
    if not points_to(claim, treaty, knowledge):
        return nothing_recorded(silent)
    return contradicted(f"{words}, not for {claim.value:g}.", basis)


def judge_survival(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """ "Investments stay protected for ten years after an exit": what binds one that has left.

    None where the words are about something else, or the treaty counts no such years.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.withdrawal
    told = has_one(claim.quote, knowledge.ledger.fact_words.terms.surviving)
    if isinstance(clause, Silence) or not clause.survives_years or not told or claim.negated:
        return None
    if claim.value is None or claim.unit is None:
        return None
    basis = article_of(treaty.id, clause.article)
    words = f"{treaty.short_title}: what binds after the exit is {clause.survives}"
    if fits(claim, Period(clause.survives_years, Unit.YEARS)):
        return borne_out(f"{words}.", basis)
    return contradicted(f"{words}, not for {claim.value:g} {claim.unit}.", basis)
