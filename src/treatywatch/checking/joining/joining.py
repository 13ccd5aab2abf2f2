"""Has it signed, ratified, acceded, become a party; and on the day that the report gives?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    outdated,
    premature,
    undetermined,
)
from treatywatch.checking.grounds.knowledge import BOUND, CONSENTS, SIGNATURES
from treatywatch.checking.joining.part_question import (
    PartQuestion,
    act_words,
    basis_of,
    unkept_signature,
)
from treatywatch.law.act import Act
from treatywatch.law.terms import ActKind, Standing
from treatywatch.law.treaty import NOBODY, MilestoneKind

# A signature in one capital and its record in another may lie a day or two apart.
_SLACK = 2
_YEARS = timedelta(days=3 * 365)
_IN = BOUND | {Standing.CONTRACTING_STATE}


def judge_signed(question: PartQuestion) -> Judgement:
    """Signed: a signature, not merely an accession (VCLT Arts. 12, 15, 18)."""
    if question.signatures:
        return _dated(question, question.signatures)
    later = question.later(SIGNATURES)
    if later is not None and question.is_soon(later):
        return premature(
            f"{question.name}: signed {at(later.received_on)} and not before.", basis_of(later)
        )
    if question.signature_not_kept:
        return undetermined(f"{question.name}: {unkept_signature(question)}.")
    if question.consents and question.knowledge.is_complete(question.treaty):
        act = question.consents[0]
        return contradicted(
            f"{question.name}: never signed the {question.title}; bound by {act_words(act)}.",
            basis_of(act),
        )
    if not question.can_be_denied:
        return question.silent()
    since = f"; it did so only {at(later.received_on)}" if later else ""
    never = "had not signed" if later else "never signed"
    return contradicted(f"{question.name}: {never} the {question.title}{since}.", question.absence)


def judge_ratified(question: PartQuestion) -> Judgement:
    """Ratified, said generously: any act of consent; which one it was is told."""
    if question.consents:
        return _dated(question, question.consents)
    return _ratified_without_exchange(question) or _no_consent(question)


def _ratified_without_exchange(question: PartQuestion) -> Judgement | None:
    """What a State ratified of a treaty of two that never came to an exchange, and binds nobody."""
    treaty = question.knowledge.treaty(question.treaty)
    begun = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    if treaty.depositary != NOBODY or begun is not None or not question.signatures:
        return None
    return undetermined(
        f"{question.name}: signed the {question.title}, whose instruments were never exchanged "
        "(VCLT Art. 16(a)); what was ratified at home is not in the record.",
        basis_of(question.signatures[-1]),
    )


def judge_joined(question: PartQuestion) -> Judgement:
    """Joined, acceded: any act of consent, or the day on which it became a party."""
    if not question.consents:
        return _no_consent(question)
    judgement = _in_force_then(question)
    return judgement or _dated(question, (*question.consents, *_signed_that_day(question)))


def judge_acceded(question: PartQuestion) -> Judgement:
    """Acceded: as "joined", but that no signature will do for it (VCLT Art. 15)."""
    if not question.consents:
        return _no_consent(question)
    return _in_force_then(question) or _dated(question, question.consents)


def judge_signed_up(question: PartQuestion) -> Judgement:
    """Signed up: joined, or signed where nothing more was done by then."""
    if question.signatures and not question.consents:
        return _dated(question, question.signatures)
    return judge_joined(question)


def judge_party_since(question: PartQuestion) -> Judgement:
    """A party since that day, and still one on the day of the report."""
    joined = judge_joined(question) if not question.consents else _consented(question)
    if joined.verdict is not Verdict.BORNE_OUT:
        return joined
    today = judge_party(replace(question, claimed=None))
    if today.verdict is not Verdict.CONTRADICTED:
        return joined if today.verdict is Verdict.BORNE_OUT else today
    return contradicted(f"{joined.reasons[0]} It is no party today.", *joined.basis)


def judge_party_from(question: PartQuestion) -> Judgement:
    """A party on that day, which is the one on which it became a party or consented."""
    then = judge_party(question)
    joined = _consented(question) if then.verdict is Verdict.BORNE_OUT else then
    return joined if joined.verdict is Verdict.CONTRADICTED else then


def _consented(question: PartQuestion) -> Judgement:
    """Its consent, or the day on which it became a party: a signature makes no party."""
    return _in_force_then(question) or _dated(question, question.consents)


def judge_party(question: PartQuestion) -> Judgement:
    """A party: bound, whether or not under notice (VCLT Art. 2(1)(g))."""
    standing = question.spell.standing
    words = f"{question.name}: {question.standing_words}"
    if standing is Standing.UNDETERMINED:
        return undetermined(f"{words}.")
    if standing is Standing.FORMER_PARTY and question.consents:
        return outdated(f"{words}.", basis_of(question.consents[-1]))
    if standing in _IN:
        return (
            borne_out(
                f"{words}, by {act_words(question.consents[-1])}.", basis_of(question.consents[-1])
            )
            if question.consents
            else question.silent()
        )
    if question.claimed is not None and question.consents:
        return _dated(question, question.consents)
    return _by_its_heir(question) or _no_consent(question)


def _by_its_heir(question: PartQuestion) -> Judgement | None:
    """What it did itself and stands under the State that continues it: "the Soviet Union was"."""
    own = [act for act in question.consents if act.participant != question.participant]
    if not own:
        return None
    return borne_out(f"{question.name}: {act_words(own[-1])}.", basis_of(own[-1]))


def not_bound_yet(question: PartQuestion) -> Judgement | None:
    """Too early, where it has consented and the treaty is not in force for it (VCLT Art. 24(3))."""
    if question.spell.standing is not Standing.CONTRACTING_STATE or not question.consents:
        return None
    return premature(
        f"{question.name}: {question.standing_words}, by {act_words(question.consents[-1])}; the "
        f"{question.title} is not in force for it yet.",
        basis_of(question.consents[-1]),
    )


def joined_later(question: PartQuestion) -> Judgement | None:
    """What a State is said to be that became it some years after the report."""
    later = None if question.consents else question.later(CONSENTS)
    if later is None or not question.is_soon(later, _YEARS):
        return None
    return premature(f"{question.name}: {act_words(later)} and not before.", basis_of(later))


def judge_in_force(question: PartQuestion) -> Judgement:
    """In force for it: the first day as a party (VCLT Art. 24)."""
    begun = [
        s.since
        for s in question.knowledge.timeline(question.participant, question.treaty).spells
        if s.standing is Standing.PARTY and s.since is not None
    ]
    if not begun or not question.consents:
        return _no_consent(question)
    basis = basis_of(question.consents[-1])
    words = f"{question.name}: the {question.title} is in force for it since"
    if any(agree(question.claimed, day, _SLACK) for day in begun):
        day = next(d for d in begun if agree(question.claimed, d, _SLACK))
        return borne_out(f"{words} {at(day).removeprefix('on ')}.", basis)
    assert question.claimed is not None
    return contradicted(
        f"{words} {at(begun[0]).removeprefix('on ')}, not {at(question.claimed)}.", basis
    )


def _in_force_then(question: PartQuestion) -> Judgement | None:
    if question.claimed is None:
        return None
    judgement = judge_in_force(question)
    return judgement if judgement.verdict.value == "borne_out" else None


def _signed_that_day(question: PartQuestion) -> tuple[Act, ...]:
    """ "Joined in 1997" may mean the signature, where consent came later."""
    return tuple(a for a in question.signatures if agree(question.claimed, a.received_on))


def _dated(question: PartQuestion, acts: Sequence[Act]) -> Judgement:
    for act in acts:
        slack = question.slack if act.kind in SIGNATURES else _SLACK
        if agree(question.claimed, act.received_on, slack) or agree(question.claimed, act.done_on):
            return borne_out(f"{question.name}: {act_words(act)}.", basis_of(act))
    assert question.claimed is not None
    if _was_ratified_at_home(question, acts):
        act = acts[0]
        words = f"{question.name}: {act_words(act)}; what came before it may be the vote at home."
        return undetermined(words, basis_of(act))
    done = ", ".join(act_words(act) for act in acts)
    return contradicted(f"{question.name}: {done}, not {at(question.claimed)}.", basis_of(acts[0]))


def _was_ratified_at_home(question: PartQuestion, acts: Sequence[Act]) -> bool:
    """ "Ratified in 2023" of a State whose instrument was deposited early in 2024 (VCLT Art. 2)."""
    said = question.claimed
    if said is None or said.month is not None or len(acts) != 1:
        return False
    wait = acts[0].received_on.first() - said.last()
    return acts[0].kind in _AFTER_A_VOTE and timedelta(0) < wait <= _AT_HOME


_AFTER_A_VOTE = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL})
_AT_HOME = timedelta(days=31)  # between a vote at the end of a year and the deposit


def _no_consent(question: PartQuestion) -> Judgement:
    later = question.later(CONSENTS)
    if later is not None and question.is_soon(later):
        return premature(
            f"{question.name}: {act_words(later)} and not before.",
            basis_of(later),
        )
    if question.signatures and not question.may_have_ratified_since:
        act = question.signatures[-1]
        return contradicted(
            f"{question.name}: only signed the {question.title} ({act_words(act)}), without "
            "consenting to be bound.",
            basis_of(act),
        )
    ended = question.only_provisionally
    if ended is not None:
        return contradicted(
            f"{question.name}: {act_words(ended)}, by which it told that it does not intend to "
            "become a party (VCLT Art. 25(2)).",
            basis_of(ended),
        )
    if not question.can_be_denied:
        return question.silent()
    if question.heir_of is not None:
        return undetermined(f"{question.name}: the {question.title} bound {question.heir_of}.")
    return contradicted(
        f"{question.name}: neither signed nor joined the {question.title}.", question.absence
    )
