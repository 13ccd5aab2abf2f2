"""What else a treaty sets: numbers, who checks that it is kept, and rules on leaving in words."""

from collections.abc import Sequence

from treatywatch.checking.grounds.finding import Basis
from treatywatch.checking.grounds.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    listed,
    nothing_recorded,
    undetermined,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.spans_of_time import lasts_as_said
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.clauses.final import Silence, Withdrawal
from treatywatch.law.clauses.reckoning import Period, Unit
from treatywatch.law.treaty import Limit, Treaty, Verification
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Bound, Claim


def judge_limit(claim: Claim, knowledge: Knowledge) -> Judgement:
    """A number that the treaty sets: borne out by it, contradicted by another for that thing."""
    treaty = knowledge.treaty(claim.treaty or "")
    about = limits_for(claim, treaty)
    at_most = claim.bound is Bound.AT_MOST  # "no more than 700" denies nothing
    if claim.value is None or not about or (claim.negated and not at_most):
        return nothing_recorded(f"that number in the {treaty.short_title}")
    claimed = {claim.value, claim.value_high or claim.value}  # of a range both ends must be right
    right = [one for one in about if one.number in claimed]
    if claimed <= {one.number for one in about}:
        return borne_out(f"{_limit(treaty, right[0])}.", article_of(treaty.id, right[0].article))
    kindred = _kindred(claim, about, treaty)
    if kindred is not None:
        return undetermined(f"{_limit(treaty, kindred)}.", article_of(treaty.id, kindred.article))
    at_least = claim.bound is Bound.AT_LEAST and claim.unit in _TIME  # "records for at least five"
    if claim.bound is not Bound.EXACT and not (at_most or at_least):
        return nothing_recorded(f"that number in the {treaty.short_title}")
    words = "; ".join(_limit(treaty, one) for one in about)
    articles = (article_of(treaty.id, one.article) for one in about)
    return contradicted(f"{words}, not {claim.value:g}.", *articles)


_TIME = frozenset(unit.value for unit in Unit)


def _kindred(claim: Claim, about: Sequence[Limit], treaty: Treaty) -> Limit | None:
    """The limit for a narrower thing of the same noun: 700 of "launchers" that are deployed."""
    nouns = {one for limit in about for one in limit.of if has_one(claim.quote, (one,))}
    narrower = (
        limit
        for limit in treaty.limits
        if limit.number == claim.value and limit not in about
        if any(one.endswith(f" {noun}") for one in limit.of for noun in nouns)
    )
    return next(narrower, None)


def limits_for(claim: Claim, treaty: Treaty) -> list[Limit]:
    """The numbers of the treaty for what the words name."""
    return [one for one in treaty.limits if has_one(claim.quote, one.of)]


def _limit(treaty: Treaty, limit: Limit) -> str:
    return f"{treaty.short_title}, Art. {limit.article}: {limit.number:g} ({limit.of[0]})"


def judge_content(claim: Claim, knowledge: Knowledge) -> Judgement:
    """What a treaty says otherwise: only who checks that it is kept is compared."""
    treaty = knowledge.treaty(claim.treaty or "")
    terms = knowledge.ledger.fact_words.terms
    found = treaty.verification
    if has_one(claim.quote, terms.suspension) and has_one(claim.quote, terms.pointing):
        told = judge_leaving_words(claim, knowledge)
        if told is not None:
            return told
    if found is None or not has_one(claim.quote, terms.checks):
        return nothing_recorded(f"such a term of the {treaty.short_title}")
    denied = claim.negated or has_one(claim.quote, terms.none)
    basis = article_of(treaty.id, found.article)
    words = f"{_checked_by(treaty, found, knowledge)}."
    others = _others_named(claim, treaty, knowledge)
    if denied is bool(found.bodies) or (others and not denied):
        return contradicted(words, basis)
    return borne_out(words, basis)


def _others_named(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> bool:
    """Whether the words give it those who check another treaty, or their place."""
    ledger, own = knowledge.ledger, treaty.verification
    rest = [one.verification for one in ledger.treaties.values() if one.verification]
    places = {place for one in rest for place in one.places} - set(own.places if own else ())
    bodies = {body for one in rest for body in one.bodies} - set(own.bodies if own else ())
    names = [n.form for b in bodies if b in ledger.bodies for n in ledger.bodies[b].names]
    return bool(find_any(line(claim.quote), (*places, *names)))


def _checked_by(treaty: Treaty, found: Verification, knowledge: Knowledge) -> str:
    if not found.bodies:
        return f"Nobody checks the {treaty.short_title} (Art. {found.article})"
    bodies = knowledge.ledger.bodies
    names = [bodies[one].name if one in bodies else one.replace("-", " ") for one in found.bodies]
    return f"The {treaty.short_title} is checked by {listed(names)} (Art. {found.article})"


def judge_leaving_words(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """A rule on leaving in words: suspension, a war, a way out at all, at once; None if none."""
    treaty = knowledge.treaty(claim.treaty or "")
    terms = knowledge.ledger.fact_words.terms
    clause = treaty.final_clauses.withdrawal
    denied = claim.negated or has_one(claim.quote, terms.none)
    if has_one(claim.quote, terms.suspension):
        return _suspension(treaty, denied=denied)
    if isinstance(clause, Silence):
        return _no_way_out(claim, treaty, clause, terms) if denied else None
    words = f"{treaty.short_title}, Art. {clause.article}: {clause.takes_effect.words}"
    basis = article_of(treaty.id, clause.article)
    if has_one(claim.quote, terms.war):
        return _in_war(claim, f"{words}, not while it is at war.", basis, clause, terms)
    there = has_one(claim.quote, terms.way_out)
    if there or _at_once(claim, clause, terms):
        right = denied is not there
        return borne_out(f"{words}.", basis) if right else contradicted(f"{words}.", basis)
    return None


def _no_way_out(
    claim: Claim, treaty: Treaty, clause: Silence, terms: TermWords
) -> Judgement | None:
    """ "The Covenant has no withdrawal clause": so it is where its text is silent."""
    if not has_one(claim.quote, terms.way_out):
        return None
    return borne_out(f"{treaty.short_title}: {clause.words}.", article_of(treaty.id, "withdrawal"))


def _in_war(
    claim: Claim, words: str, basis: Basis, clause: Withdrawal, terms: TermWords
) -> Judgement | None:
    """A war keeps a State in until it is over: it gives no span of its own, and no way out."""
    if clause.postponed is None:
        return None
    other = has_one(claim.quote, (*terms.at_once, *terms.same_day)) or has_one(
        claim.quote, terms.shortened
    )
    if other or (claim.value is not None and not lasts_as_said(claim, clause.takes_effect.rule)):
        return contradicted(words, basis)
    return borne_out(words, basis)


def _at_once(claim: Claim, clause: Withdrawal, terms: TermWords) -> bool:
    return has_one(claim.quote, (*terms.at_once, *terms.same_day)) and isinstance(
        clause.takes_effect.rule, Period
    )


def _suspension(treaty: Treaty, *, denied: bool) -> Judgement | None:
    clause = treaty.final_clauses.suspension
    if not isinstance(clause, Silence):
        return None
    basis = article_of(treaty.id, "suspension")
    words = f"On suspension: {clause.words}."
    return borne_out(words, basis) if denied else contradicted(words, basis)
