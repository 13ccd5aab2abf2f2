"""How long a treaty took from its making to its entry into force.

"It took effect in 1994, ten years after its adoption", "it was opened for signature in April 1972
and entered into force three months later": a span that no clause sets, and its milestones give.
"""

from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.spans_of_time import days_told
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import points_to, sentence_before
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.calendar import in_words
from treatywatch.law.treaty import Milestone, MilestoneKind, Treaty
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Bound, Claim

_MADE = (MilestoneKind.ADOPTED, MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED)
_REACH = 160  # signs
_NEAR = 4  # words: "after it was first signed"
_OF_A_SPAN = {"months": 46, "years": 380}  # days by which a span so told may be off


def judge_wait(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """The span held against those from the making to the beginning; None where it tells none."""
    treaty = knowledge.treaty(claim.treaty or "")
    begun = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    made = [one for kind in _MADE if (one := treaty.milestone(kind)) is not None]
    if begun is None or not made or not tells_a_wait(claim, knowledge):
        return None
    days, off = days_told(claim) or 0.0, _OF_A_SPAN[claim.unit or ""]
    spans = {one: (begun.on.first() - one.on.first()).days for one in made}
    right = next((one for one, span in spans.items() if abs(span - days) <= off), None)
    words = (
        f"The {treaty.short_title} was made on "
        f"{' and '.join(dict.fromkeys(in_words(one.on) for one in made))}, "
        f"and entered into force on {in_words(begun.on)}"
    )
    if right is not None:
        return borne_out(f"{words}.", *_basis(treaty, right, begun))
    if not points_to(claim, treaty, knowledge):
        return None
    return contradicted(
        f"{words}, not {claim.value:g} {claim.unit} later.", *_basis(treaty, made[0], begun)
    )


def tells_a_wait(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the words tell a span of months or years between the two."""
    terms = knowledge.ledger.fact_words.terms
    exact = claim.value is not None and claim.bound is Bound.EXACT and not claim.negated
    if not exact or claim.unit not in _OF_A_SPAN or claim.treaty is None:
        return False
    named = names_treaty(claim, knowledge.treaty(claim.treaty))  # "the Convention on the Law of"
    if has_one(claim.quote, terms.takes_force_too) and not named:
        return False
    sentence = around.before(claim, knowledge, _REACH)
    begins = has_one(f"{sentence} {claim.quote}", (*terms.has_begun, *terms.in_force))
    if not begins:
        return False
    rest = around.behind(claim, knowledge, _REACH)
    return _after_its_making(f"{claim.quote} {rest}", terms) or _later_than_made(claim, knowledge)


def _after_its_making(words: str, terms: TermWords) -> bool:
    """ "Ten years after its adoption", "five years after it was opened for signature"."""
    said = line(words)
    made = find_any(said, (*terms.the_making, *terms.adopting, *terms.signing, *terms.opening))
    after = find_any(said, terms.counted_from)
    return any(0 <= m.start - a.end < _NEAR for a in after[:1] for m in made[:1])


def _later_than_made(claim: Claim, knowledge: Knowledge) -> bool:
    """ "It was signed in Moscow. It entered into force three months later": no act in between."""
    terms = knowledge.ledger.fact_words.terms
    if not has_one(claim.quote, terms.later_on) or not has_one(claim.quote, terms.has_begun):
        return False
    before = around.before(claim, knowledge, _REACH) or sentence_before(claim, knowledge)
    made = has_one(before, (*terms.the_making, *terms.adopting, *terms.signing, *terms.opening))
    others = (*terms.ratifying, *terms.ratifications, *terms.joining)
    return made and not has_one(f"{before} {claim.quote}", others)


def _basis(treaty: Treaty, *milestones: Milestone) -> list[Basis]:
    return [
        Basis(BasisKind.MILESTONE, f"{treaty.id} {one.kind} {one.on}", one.source)
        for one in milestones
    ]
