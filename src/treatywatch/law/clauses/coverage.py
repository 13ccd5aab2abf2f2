"""Which clauses of a treaty no example shows at work."""

from collections.abc import Mapping

from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.final import (
    Accession,
    Duty,
    Example,
    Outcome,
    Signature,
    Until,
    Withdrawal,
)
from treatywatch.law.clauses.reckoning import reckon
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Treaty

Clause = tuple[str, ...]

_LATER_DATE: Clause = ("withdrawal", "later_date_in_notice")
_NO_WAY_OUT: Clause = ("withdrawal", "silent")


def _of_kind(kind: ActKind) -> Clause:
    return ("entry_into_force", "for_a_later_participant", "of_kinds", kind.value)


def clauses_without_example(treaty: Treaty) -> tuple[Clause, ...]:
    """The paths below ``final_clauses`` of the clauses that no example of the file is about."""
    shown = _shown(treaty)
    return tuple(clause for clause in _present(treaty) if clause not in shown)


def _present(treaty: Treaty) -> list[Clause]:
    clauses = treaty.final_clauses
    present: list[Clause] = [("entry_into_force", "of_the_treaty")]
    later = clauses.for_a_later_participant
    if later:
        present.append(("entry_into_force", "for_a_later_participant"))
        present += [_of_kind(kind) for kind in later.of_kinds]
    withdrawal = clauses.withdrawal
    if isinstance(withdrawal, Withdrawal):
        present.append(("withdrawal",))
        present += [_LATER_DATE] if withdrawal.later_date_in_notice else []
        present += [("withdrawal", "postponed")] if withdrawal.postponed else []
        present += [("withdrawal", "not_before")] if withdrawal.lock else []
        present += [("withdrawal", "only_within")] if withdrawal.window else []
        present += [("withdrawal", "only_at_end_of_term")] if withdrawal.terms else []
    else:
        present.append(_NO_WAY_OUT)
    present += [("signature",)] if _closes(clauses.signature) else []
    present += [("accession",)] if _limited(clauses.accession) else []
    present += [("ratification",)] if clauses.ratification else []
    present += [("duration",)] if clauses.duration.expires_on else []
    present += [("succession",)] if clauses.succession else []
    present += [("provisional_application",)] if clauses.provisional_application else []
    present += [("expulsion",)] if clauses.expulsion else []
    present += [("ends_with",)] if clauses.ends_with else []
    return present


def _closes(signature: Signature | None) -> bool:
    """A treaty open for signature for ever needs no example of that."""
    return signature is not None and signature.until is not Until.ANY_TIME


def _limited(accession: Accession | None) -> bool:
    limits = accession is not None and accession.from_when is not Until.ANY_TIME
    return limits or (accession is not None and accession.only_for is not None)


def duties_without_example(treaty: Treaty) -> tuple[Duty, ...]:
    """The dated duties that no example reckons; one article may have several."""
    return tuple(
        duty
        for duty in treaty.duties
        if duty.due
        and not any(
            example.duty == duty.article
            and example.outcome_day == reckon(duty.due, example.day).day
            for example in treaty.examples
        )
    )


_SHOWN_BY_ACT: Mapping[ActKind | None, Clause] = {
    None: ("entry_into_force", "of_the_treaty"),
    ActKind.SIGNATURE: ("signature",),
    ActKind.SUCCESSION: ("succession",),
    ActKind.PROVISIONAL_APPLICATION: ("provisional_application",),
    ActKind.EXPULSION: ("expulsion",),
}


def _shown(treaty: Treaty) -> set[Clause]:
    shown: set[Clause] = set()
    for example in treaty.examples:
        shown |= _shown_by(treaty, example)
    return shown


def _shown_by(treaty: Treaty, example: Example) -> set[Clause]:
    if example.duty is not None:
        return set()
    if example.as_known_on:
        return {("duration",)}
    if example.event is not None:
        return {("ends_with",)}
    if example.outcome is Outcome.NOT_OPEN and example.act in CONSENT_KINDS:
        return {("accession",) if example.act is ActKind.ACCESSION else ("ratification",)}
    if example.act is ActKind.WITHDRAWAL_NOTICE:
        return _shown_of_withdrawal(treaty, example)
    if example.act is ActKind.SUCCESSION:
        return {_SHOWN_BY_ACT[example.act], _of_kind(example.act)}
    if example.act in _SHOWN_BY_ACT:
        return {_SHOWN_BY_ACT[example.act]}
    if example.act in CONSENT_KINDS:
        return {("entry_into_force", "for_a_later_participant"), _of_kind(example.act)}
    return set()


def _shown_of_withdrawal(treaty: Treaty, example: Example) -> set[Clause]:
    withdrawal = treaty.final_clauses.withdrawal
    if not isinstance(withdrawal, Withdrawal):
        return {_NO_WAY_OUT}
    shown: set[Clause] = {("withdrawal",)}
    if example.named_date is not None:
        shown.add(_LATER_DATE)
    if example.in_armed_conflict_on or example.outcome is Outcome.UNDETERMINED:
        shown.add(("withdrawal", "postponed"))
    if withdrawal.terms is not None:
        shown.add(("withdrawal", "only_at_end_of_term"))
    if example.outcome is Outcome.WITHOUT_EFFECT:
        if withdrawal.lock is not None:
            shown.add(("withdrawal", "not_before"))
        if withdrawal.window is not None:
            shown.add(("withdrawal", "only_within"))
    return shown
