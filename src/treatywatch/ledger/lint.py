"""Plain questions to the record: do the examples hold, and do the acts make sense together?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, in_words
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.coverage import (
    clauses_without_example,
    duties_without_example,
)
from treatywatch.law.clauses.entry import TreatyStart, entry_for, treaty_start
from treatywatch.law.clauses.examples import failure
from treatywatch.law.clauses.final import Share
from treatywatch.law.clauses.openness import not_open
from treatywatch.law.clauses.thresholds import codes_of, conditions
from treatywatch.law.effect import Reason
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import NOBODY, Holds, MilestoneKind, Treaty
from treatywatch.ledger.exit_lint import exit_faults
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.printed_lint import (
    act_fault,
    is_as_listed,
    printed_fault,
    unprinted,
)
from treatywatch.ledger.text_lint import comparison_faults


def lint(ledger: Ledger) -> tuple[Fault, ...]:
    """Every fault that shows only when the law is applied to the record, in order.

    Runs each treaty file's examples and asks plain questions of the acts. Faults about acts carry
    no line: the act is named in the words. The codes are listed in docs/data-files.md.
    """
    faults = [
        fault
        for treaty in ledger.treaties.values()
        for fault in (
            *_example_faults(treaty),
            *_milestone_faults(treaty, ledger),
            *_depositary_faults(treaty, ledger),
            *_code_faults(treaty, ledger),
            *comparison_faults(treaty, ledger),
            *_act_faults(treaty, ledger),
        )
    ]
    return tuple(sorted(faults))


def _file(treaty: Treaty) -> str:
    return f"treaties/{treaty.id}.yaml"


def _example_faults(treaty: Treaty) -> Iterator[Fault]:
    for clause in clauses_without_example(treaty):
        words = f"{'.'.join(clause)} has no example; add one below examples:"
        yield Fault(_file(treaty), 0, "clause-without-example", words)
    for duty in duties_without_example(treaty):
        words = f"the duty of article {duty.article} has no example; add one below examples:"
        yield Fault(_file(treaty), 0, "clause-without-example", words)
    for example in treaty.examples:
        wrong = failure(treaty, example)
        if wrong is not None:
            words = f"the example of {in_words(example.day)} fails: {wrong}; correct one of the two"
            yield Fault(_file(treaty), example.line, "example-fails", words)


def _milestone_faults(treaty: Treaty, ledger: Ledger) -> Iterator[Fault]:
    for milestone in treaty.milestones:
        if milestone.source not in ledger.sources:
            words = f'the source "{milestone.source}" is in no file of sources/; add it there'
            yield Fault(_file(treaty), 0, "unknown-source", words)
    for clause in treaty.final_clauses.ends_with:
        if clause.treaty not in ledger.treaties:
            words = f'ends_with names "{clause.treaty}", which is no treaty of the record'
            yield Fault(_file(treaty), 0, "unknown-treaty", words)


def _depositary_faults(treaty: Treaty, ledger: Ledger) -> Iterator[Fault]:
    for one in treaty.depositaries:
        if ledger.bodies and one != NOBODY and one not in ledger.bodies:
            words = f'the depositary "{one}" is not in depositaries/bodies.yaml; add it there'
            yield Fault(_file(treaty), 0, "unknown-body", words)


def _code_faults(treaty: Treaty, ledger: Ledger) -> Iterator[Fault]:
    """Participants and sources that a clause names and the record does not have."""
    needs = treaty.final_clauses.of_the_treaty.needs
    named = {code for condition in conditions(needs) for code in codes_of(condition)}
    named |= {example.participant for example in treaty.examples if example.participant}
    named |= {dispute.participant for dispute in treaty.disputes}
    for code in sorted(named - set(ledger.participants)):
        words = f'"{code}" is in no row of participants/participants.csv'
        yield Fault(_file(treaty), 0, "unknown-participant", words)
    for condition in conditions(needs):
        source = condition.source if isinstance(condition, Share) else ""
        if source and source not in ledger.sources:
            words = f'the source "{source}" is in no file of sources/; add it there'
            yield Fault(_file(treaty), 0, "unknown-source", words)


def _act_faults(treaty: Treaty, ledger: Ledger) -> Iterator[Fault]:
    acts = ledger.acts.get(treaty.id, ())
    start = treaty_start(treaty, acts)
    printed = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    explained = printed is not None and printed.why_it_differs
    if treaty.coverage.holds is Holds.ALL_ACTS and not explained:
        yield from (act_fault(treaty, "treaty-start-differs", r.words) for r in _differing(start))
    by_participant: dict[str, list[Act]] = {}
    for act in acts:
        by_participant.setdefault(act.participant, []).append(act)
    for of_one in by_participant.values():
        of_one.sort(key=lambda a: (a.received_on.first(), a.id))
        yield from _joining_faults(treaty, of_one, start, ledger)
        yield from exit_faults(treaty, of_one, start)


def _differing(start: TreatyStart) -> Iterator[Reason]:
    return (r for r in start.effect.reasons if r.words.startswith("the depositary printed"))


def _joining_faults(
    treaty: Treaty, acts: Sequence[Act], start: TreatyStart, ledger: Ledger
) -> Iterator[Fault]:
    for act in _second_signatures(acts):
        words = f"{act.id} is a second signature by the same participant; keep one"
        yield act_fault(treaty, "second-signature", words)
    opened = _first_signing(treaty)
    for act in acts:
        if act.kind not in {*CONSENT_KINDS, ActKind.SIGNATURE}:
            continue
        if opened and act.received_on.last() < opened:
            words = f"{act.id} came before the opening for signature, {in_words(opened)}"
            yield act_fault(treaty, "before-opening", words)
        yield from _closed_on_the_day(treaty, act, acts, start)
        if act.kind is ActKind.SIGNATURE:
            continue
        yield from _printed_entry(treaty, act, start, ledger)


def _second_signatures(acts: Sequence[Act]) -> Iterator[Act]:
    """Signatures by one that has signed; who has left signs anew: Ecuador and ICSID."""
    signed = False
    for act in acts:
        if act.kind is ActKind.SIGNATURE:
            if signed:
                yield act
            signed = True
        elif act.kind in _LEAVING:
            signed = False


_LEAVING = frozenset({ActKind.WITHDRAWAL_NOTICE, ActKind.EXPULSION, ActKind.SIGNATURE_WITHDRAWN})


def _first_signing(treaty: Treaty) -> date | None:
    """A treaty may be signed by those who made it before it is opened to others."""
    kinds = (MilestoneKind.SIGNED, MilestoneKind.OPENED_FOR_SIGNATURE)
    return min((m.on.first() for kind in kinds if (m := treaty.milestone(kind))), default=None)


_CLOSED_CODES = {
    ActKind.SIGNATURE: "signature-after-closing",
    ActKind.ACCESSION: "accession-too-early",
}


def _closed_on_the_day(
    treaty: Treaty, act: Act, acts: Sequence[Act], start: TreatyStart
) -> Iterator[Fault]:
    """A way of joining that the text did not open on that day, or to this participant.

    Of a day that is known only as a month or a year the record is given the better of the doubt.
    """
    signing = act.kind is ActKind.SIGNATURE
    day = act.received_on.first() if signing else act.received_on.last()
    begun = start.earliest is not None and start.earliest < day + timedelta(days=not signing)
    found = not_open(
        treaty.final_clauses,
        act.kind,
        day,
        begun=Come.YES if begun else Come.NO,
        signed=_has_signed(treaty, act, acts),
    )
    if found is None or (not found.bars and is_as_listed(act)):
        return
    code = _CLOSED_CODES.get(act.kind, "other-way") if found.bars else "other-way"
    yield act_fault(treaty, code, f"{act.id}: {found.words} ({found.article}); check day and kind")


def _has_signed(treaty: Treaty, act: Act, acts: Sequence[Act]) -> bool | None:
    if treaty.coverage.holds is Holds.EXITS_ONLY:
        return None
    last = act.received_on.last()
    return any(a.kind is ActKind.SIGNATURE and a.received_on.first() <= last for a in acts)


def _printed_entry(treaty: Treaty, act: Act, start: TreatyStart, ledger: Ledger) -> Iterator[Fault]:
    """A successor's own date, where the record of acts names none, is no rival to a printed one."""
    if act.effect_printed is None:
        return
    if act.kind is ActKind.SUCCESSION and act.named_date is None:
        return
    known = ledger.participants.get(act.participant)
    since = known.exists_from if known else None
    computed = entry_for(treaty, unprinted(act), start, since).when
    yield from printed_fault(treaty, act, computed, act.effect_printed)
