"""Whether a treaty was prolonged, by how long, and when it was to end before that."""

import re
from collections.abc import Sequence

from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    nothing_recorded,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.calendar import in_words
from treatywatch.law.treaty import Milestone, MilestoneKind, Treaty
from treatywatch.reading.claim import Bound, Claim

_WEEK = 7  # days
_SENTENCE = re.compile(r"[.!?]\s|\n")
_BEHIND = 90  # signs


def judge_extension(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Prolonged: an extension on record at that date, or the only one where its length is told."""
    treaty = knowledge.treaty(claim.treaty or "")
    hits = _told_of(claim, treaty, knowledge)
    another = _another_length(claim, treaty, hits)
    if another:
        return contradicted(another, _basis(treaty, hits[0]))
    if hits and not claim.negated:
        return borne_out(
            f"The {treaty.short_title} was extended {at(hits[0].on)}.", _basis(treaty, hits[0])
        )
    return nothing_recorded(f"an extension of the {treaty.short_title} at that date")


def is_of_the_past(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Was due to run out in 2021 but was extended": an end that the words tell as moved."""
    terms = knowledge.ledger.fact_words.terms
    behind = _SENTENCE.split(knowledge.text[claim.end : claim.end + _BEHIND])[0]
    return has_one(claim.quote, terms.was_due) or has_one(behind, terms.extending)


def _told_of(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> list[Milestone]:
    extended = [m for m in treaty.milestones if m.kind is MilestoneKind.EXTENDED]
    known = [m for m in extended if m.on.first() <= knowledge.on]
    if claim.date is None:
        return known if len(extended) == 1 and claim.value is not None else []
    return [m for m in extended if agree(claim.date, m.on, slack=_WEEK)]


def _another_length(claim: Claim, treaty: Treaty, hits: Sequence[Milestone]) -> str:
    """ "Extended for ten years" where the end was moved by five; empty where the words fit."""
    duration = treaty.final_clauses.duration
    if not hits or claim.negated or claim.unit != "years" or claim.bound is not Bound.EXACT:
        return ""
    begun = duration.expires_on
    if begun is None and not duration.extensions:
        what = hits[0].what or "extended without end"
        return f"The {treaty.short_title}: {what} {at(hits[0].on)}, not by {claim.value:g} years."
    for one in duration.extensions:
        if begun is not None and agree(hits[0].on, one.on, slack=_WEEK):
            years = one.until.year - begun.year
            moved = f"from {in_words(begun)} to {in_words(one.until)}"
            words = f"The {treaty.short_title} was extended by {years} years, {moved}"
            return "" if claim.value == years else f"{words}, not by {claim.value:g}."
        begun = one.until
    return ""


def _basis(treaty: Treaty, milestone: Milestone) -> Basis:
    named = f"{treaty.id} {milestone.kind} {milestone.on}"
    return Basis(BasisKind.MILESTONE, named, milestone.source)
