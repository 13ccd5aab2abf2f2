"""Plain questions to the acts by which participants leave."""

from collections.abc import Iterator, Sequence
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.entry import TreatyStart, entry_for
from treatywatch.law.clauses.exit import ArmedConflict, Circumstances, Void, exit_by_notice
from treatywatch.law.terms import ActKind, Answer
from treatywatch.law.treaty import Holds, Treaty
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.printed_lint import act_fault, printed_fault, unprinted

# What is only applied provisionally can be suspended as well: Belarus and the Energy Charter.
_APPLIED = CONSENT_KINDS | {ActKind.PROVISIONAL_APPLICATION}
_PRESUPPOSED = {
    ActKind.WITHDRAWAL_NOTICE: CONSENT_KINDS,
    ActKind.EXPULSION: CONSENT_KINDS,
    ActKind.SUSPENSION_NOTICE: _APPLIED,
    ActKind.CONSENT_WITHDRAWN: CONSENT_KINDS,
    ActKind.WITHDRAWAL_REVOKED: frozenset({ActKind.WITHDRAWAL_NOTICE}),
    ActKind.SIGNATURE_WITHDRAWN: frozenset({ActKind.SIGNATURE}),
}


def exit_faults(treaty: Treaty, acts: Sequence[Act], start: TreatyStart) -> Iterator[Fault]:
    """Faults in the exits of one participant; ``acts`` are its acts by day of receipt."""
    for act in acts:
        yield from _without_what_it_presupposes(treaty, act, acts)
        if act.kind is ActKind.WITHDRAWAL_NOTICE and act.effect_printed is not None:
            yield from _printed_exit(treaty, act, acts, start)


def _without_what_it_presupposes(treaty: Treaty, act: Act, acts: Sequence[Act]) -> Iterator[Fault]:
    kinds = _PRESUPPOSED.get(act.kind)
    if kinds is None or (
        kinds in (CONSENT_KINDS, _APPLIED) and treaty.coverage.holds is Holds.EXITS_ONLY
    ):
        return
    last = act.received_on.last()
    if not any(other.kind in kinds and other.received_on.first() <= last for other in acts):
        words = f"{act.id} presupposes an earlier act that is not in the record; add it"
        yield act_fault(treaty, "exit-without-entry", words)


def _printed_exit(
    treaty: Treaty, act: Act, acts: Sequence[Act], start: TreatyStart
) -> Iterator[Fault]:
    """The comparison takes it that the State was in no armed conflict: the printed day says so."""
    consents = [
        a for a in acts if a.kind in CONSENT_KINDS and a.received_on.last() < act.received_on.last()
    ]
    since = entry_for(treaty, consents[-1], start).when if consents else None
    around = Circumstances(
        lambda _: ArmedConflict(Answer.NO, "as printed"),
        since if isinstance(since, date) else None,
        start.earliest,
    )
    leaving = exit_by_notice(treaty, unprinted(act), around)
    if isinstance(leaving, Void):
        words = f"{act.id} is printed with an effect, but the clause gives none: {leaving.why}"
        yield act_fault(treaty, "printed-differs", words)
    elif act.effect_printed is not None:
        yield from printed_fault(treaty, act, leaving.when, act.effect_printed)
