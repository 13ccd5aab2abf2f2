"""Which clauses of a treaty no example shows at work."""

from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.final import Example, Outcome, Withdrawal
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Treaty

Clause = tuple[str, ...]


def clauses_without_example(treaty: Treaty) -> tuple[Clause, ...]:
    """The paths below ``final_clauses`` of the clauses that no example of the file is about."""
    shown = _shown(treaty)
    return tuple(clause for clause in _present(treaty) if clause not in shown)


def _present(treaty: Treaty) -> list[Clause]:
    clauses = treaty.final_clauses
    present: list[Clause] = [("entry_into_force", "of_the_treaty")]
    if clauses.for_a_later_participant:
        present.append(("entry_into_force", "for_a_later_participant"))
    withdrawal = clauses.withdrawal
    if isinstance(withdrawal, Withdrawal):
        present.append(("withdrawal",))
        present += [("withdrawal", "postponed")] if withdrawal.postponed else []
        present += [("withdrawal", "not_before")] if withdrawal.lock else []
        present += [("withdrawal", "only_within")] if withdrawal.window else []
    present += [("succession",)] if clauses.succession else []
    present += [("provisional_application",)] if clauses.provisional_application else []
    present += [("expulsion",)] if clauses.expulsion else []
    present += [("ends_with",)] if clauses.ends_with else []
    return present


def _shown(treaty: Treaty) -> set[Clause]:
    shown: set[Clause] = set()
    for example in treaty.examples:
        if example.event is not None:
            shown.add(("ends_with",))
        elif example.act is None:
            shown.add(("entry_into_force", "of_the_treaty"))
        elif example.act is ActKind.SUCCESSION:
            shown.add(("succession",))
        elif example.act in CONSENT_KINDS:
            shown.add(("entry_into_force", "for_a_later_participant"))
        elif example.act is ActKind.PROVISIONAL_APPLICATION:
            shown.add(("provisional_application",))
        elif example.act is ActKind.EXPULSION:
            shown.add(("expulsion",))
        elif example.act is ActKind.WITHDRAWAL_NOTICE:
            shown |= _shown_of_withdrawal(treaty, example)
    return shown


def _shown_of_withdrawal(treaty: Treaty, example: Example) -> set[Clause]:
    shown: set[Clause] = {("withdrawal",)}
    if example.in_armed_conflict_on or example.outcome is Outcome.UNDETERMINED:
        shown.add(("withdrawal", "postponed"))
    withdrawal = treaty.final_clauses.withdrawal
    if example.outcome is Outcome.WITHOUT_EFFECT and isinstance(withdrawal, Withdrawal):
        if withdrawal.lock is not None:
            shown.add(("withdrawal", "not_before"))
        if withdrawal.window is not None:
            shown.add(("withdrawal", "only_within"))
    return shown
