"""What stands beside the way out: suspension, a ratification taken back, a notice revoked."""

from datetime import timedelta

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_steps import stage_words
from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    premature,
    silent_on,
)
from treatywatch.checking.grounds.knowledge import SIGNATURES
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.terms import ActKind, Stage, Standing
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim

_SLACK = 3
_HALF_A_YEAR = timedelta(days=184)  # within which a suspension that was notified begins
_UNSIGNED = frozenset({ActKind.SIGNATURE_WITHDRAWN})
_SUSPENDING = frozenset({ActKind.SUSPENSION_NOTICE})
_CONTESTED = (
    "It is contested whether a party may do so; a suspension ends no membership "
    "(VCLT Arts. 42(2), 57, 62)."
)


def judge_beside(question: ExitQuestion) -> Judgement:
    """Borne out by that very step; a dated act on another day contradicts."""
    taken = question.exactly(question.stage)
    if not taken:
        return _not_so(question)
    dated = [step for step in taken if agree(question.claimed, step.on, _SLACK)]
    if dated:
        found = borne_out(f"{question.name}: {dated[-1].words}.", dated[-1].basis)
        return found.noting(_CONTESTED) if question.stage is Stage.SUSPENDED else found
    assert question.claimed is not None
    if agree(question.claimed, taken[-1].on, 62):
        # An announcement, a law and a note of weeks before or after make one suspension.
        return silent_on(question.name, f"that day; it has {taken[-1].words}")
    if question.stage is Stage.SUSPENDED and _began_then(question):
        return borne_out(f"{question.name}: {taken[-1].words}.", taken[-1].basis).noting(_CONTESTED)
    begun = question.claimed.first() - taken[-1].on.first()
    if question.stage is Stage.SUSPENDED and timedelta(0) < begun <= _HALF_A_YEAR:
        return silent_on(question.name, f"when its suspension began; it has {taken[-1].words}")
    other = question.step_on_that_date(other_than=taken[-1])
    if other is not None:
        return silent_on(question.name, f"that then; it has {other.words}")
    return contradicted(
        f"{question.name}: {taken[-1].words}, not {at(question.claimed)}.", taken[-1].basis
    )


def _began_then(question: ExitQuestion) -> bool:
    """Whether the note of a suspension itself gives the claimed day as that of its beginning."""
    acts = question.knowledge.acts(question.participant, question.treaty, _SUSPENDING)
    printed = [act.effect_printed for act in acts if act.effect_printed is not None]
    return any(agree(question.claimed, day) for day in printed)


def of_its_signature(claim: Claim, question: ExitQuestion, terms: TermWords) -> Judgement | None:
    """ "Tore up its signature", of one that took back its ratification and remains a signatory."""
    told = has_one(claim.quote, terms.the_signature) and not has_one(claim.quote, terms.ratifying)
    taken = question.exactly(Stage.CONSENT_WITHDRAWN)
    if question.stage is not Stage.CONSENT_WITHDRAWN or not told or not taken:
        return None
    if question.knowledge.acts(question.participant, question.treaty, _UNSIGNED):
        return None
    stands = "its signature stands (VCLT Art. 18(a))"
    return contradicted(f"{question.name}: {taken[-1].words}; {stands}.", taken[-1].basis)


def judge_unsigned(question: ExitQuestion) -> Judgement | None:
    """ "Is no longer a signatory", of one whose signature stands or was taken back; else None."""
    knowledge, who, treaty = question.knowledge, question.participant, question.treaty
    unsigned = knowledge.acts(who, treaty, _UNSIGNED)
    if unsigned and not question.was_ever_bound:
        words = f"said {at(unsigned[-1].received_on)} that it does not intend to become a party"
        return borne_out(
            f"{question.name}: {words} (VCLT Art. 18(a)).",
            Basis(BasisKind.ACT, unsigned[-1].id, unsigned[-1].source),
        )
    signed = knowledge.acts(who, treaty, SIGNATURES)
    standing = knowledge.spell(who, treaty, knowledge.on).standing
    if standing is not Standing.SIGNATORY or not signed:
        return None
    return contradicted(
        f"{question.name}: signature {at(signed[-1].received_on)}, which stands.",
        Basis(BasisKind.ACT, signed[-1].id, signed[-1].source),
    )


def _not_so(question: ExitQuestion) -> Judgement:
    unsigned = _signature_withdrawn(question)
    if unsigned is not None:
        return unsigned
    later = question.first_later(question.stage)
    if later is not None and (later.on.first() - question.knowledge.on).days <= _SLACK:
        return borne_out(f"{question.name}: {later.words}, decided before.", later.basis)
    if later is not None:
        return premature(f"{question.name}: {later.words} and not before.", later.basis)
    return _it_left(question) or silent_on(
        question.name, f"such a step: {stage_words(question.stage)}"
    )


def _it_left(question: ExitQuestion) -> Judgement | None:
    """A suspension told of the very day on which the State gave notice, or was out."""
    if question.stage is not Stage.SUSPENDED or question.claimed is None:
        return None
    for stage in (Stage.NOTIFIED, Stage.EFFECTIVE):
        for step in question.exactly(stage):
            if agree(question.claimed, step.on, _SLACK):
                return contradicted(
                    f"{question.name}: {step.words}, which is a withdrawal and no suspension.",
                    step.basis,
                )
    return None


def _signature_withdrawn(question: ExitQuestion) -> Judgement | None:
    """Words for a consent taken back that are about a signature (VCLT Art. 18(a))."""
    acts = question.knowledge.acts(question.participant, question.treaty, _UNSIGNED)
    dated = [act for act in acts if agree(question.claimed, act.received_on, _SLACK)]
    if question.stage is not Stage.CONSENT_WITHDRAWN or question.was_ever_bound or not dated:
        return None
    return borne_out(
        f"{question.name}: said {at(dated[-1].received_on)} that it does not intend to become a "
        "party (VCLT Art. 18(a)); it had signed, and never consented to be bound.",
        Basis(BasisKind.ACT, dated[-1].id, dated[-1].source),
    )
