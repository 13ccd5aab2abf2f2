"""When it is not sure enough what the words say of whom, nothing is contradicted."""

from collections.abc import Sequence

from treatywatch.checking.antecedent import is_only_one_told_of, points_to
from treatywatch.checking.count_words import has_one
from treatywatch.checking.finding import Verdict
from treatywatch.checking.judgement import Judgement, not_checked, together
from treatywatch.checking.knowledge import Knowledge
from treatywatch.checking.named_in import is_meant, names_participant
from treatywatch.checking.word_line import find, line
from treatywatch.law.terms import Stage
from treatywatch.reading.claim import Claim, Voice

_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.PREMATURE})
LOOSELY_WRONG = _WRONG | {Verdict.OUTDATED}


def over_all(claim: Claim, parts: Sequence[Judgement], knowledge: Knowledge) -> Judgement:
    """One judgement over all participants of the claim, in the order in which they are named.

    A State that the words do not name does not by itself make them wrong, for it may not be meant.
    Those of a group that the report has spelt out may still be found to be too early.
    """
    judgement = together(parts, [knowledge.name(p) for p in claim.participants])
    early = judgement.verdict is Verdict.PREMATURE and claim.named_group
    if judgement.verdict not in _WRONG or early:
        return judgement
    wrong = [
        participant
        for participant, part in zip(claim.participants, parts, strict=True)
        if part.verdict is judgement.verdict
    ]
    if len(wrong) == len(parts) or any(_is_named(claim, p, knowledge) for p in wrong):
        return judgement
    group = f'"{claim.named_group}"' if claim.named_group else "The words"
    soft = not_checked(f"{group} may not mean every State of the group.")
    return soft.noting(*judgement.reasons)


def of_somebody(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """The same, unless words that name neither a State nor a month are called wrong.

    They may be about no State at all: "how a country leaves the treaty".
    """
    left = claim.date is not None and claim.stage == Stage.EFFECTIVE  # "it left in 2019"
    dated = left or (claim.date is not None and claim.date.month is not None)
    if judgement.verdict not in _WRONG or claim.named_group or dated:
        return judgement
    if any(_is_named(claim, p, knowledge) for p in claim.participants):
        return judgement
    if all(is_only_one_told_of(claim, p, knowledge) for p in claim.participants):
        return judgement
    return not_checked("The words name no State.").noting(*judgement.reasons)


def of_sure_words(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """The same, unless loose words alone tell what is called wrong.

    Loose words are sure enough that name the States and the step of a treaty that is plainly meant.
    """
    if claim.sure or judgement.verdict not in LOOSELY_WRONG or _is_plain(claim, knowledge):
        return judgement
    return not_checked("The words tell it too loosely.").noting(*judgement.reasons)


def _is_plain(claim: Claim, knowledge: Knowledge) -> bool:
    if claim.treaty is None or not claim.participants or claim.hedged or claim.negated:
        return False
    terms = knowledge.ledger.fact_words.terms
    plain = {
        Stage.EFFECTIVE: terms.gone,
        Stage.NOTIFIED: terms.denouncing,
        "signed": terms.signing,
        "ratified": terms.ratifying,
        "acceded": terms.joining,
        "party": (*terms.parties, *terms.bound),
    }.get(claim.stage or "", ())
    if claim.voice is not Voice.DID or not has_one(claim.quote, plain):
        return False
    named = all(
        names_participant(claim, knowledge.ledger.participants[p]) for p in claim.participants
    )
    treaty = knowledge.treaty(claim.treaty)
    return named and not _names_a_body(claim, knowledge) and points_to(claim, treaty, knowledge)


def _names_a_body(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Out of the Council of Europe" is out of something else than a treaty."""
    bodies = (body for body in knowledge.ledger.bodies.values() if not body.participants)
    names = ((name.form, body.id) for body in bodies for name in body.names)
    return bool(find(line(claim.quote), names))


def _is_named(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    return is_meant(claim, knowledge.ledger.participants[participant], knowledge.text)
