"""Rows and end notes put together into acts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind
from treatywatch.ledger.imports.columns import Entry
from treatywatch.ledger.imports.fault_book import FaultBook
from treatywatch.ledger.imports.note_book import ReadNote
from treatywatch.ledger.imports.noted import NotedAct
from treatywatch.ledger.imports.status_table import StatusRow
from treatywatch.values import frozen


@frozen
class ActMaker:
    """Makes acts towards one treaty, all from one source."""

    treaty: str
    source: str

    def act(self, participant: str, kind: ActKind, day: PartialDate, note: str = "") -> Act:
        """An act done, received and known on that day."""
        return Act(self.treaty, participant, kind, day, day, day, self.source, note=note)

    def noted(self, told: NotedAct) -> Act:
        """An act that an end note or a statement tells of."""
        act = self.act(told.participant, told.kind, told.day, told.note)
        received = told.received or told.day
        return replace(act, received_on=received, learned_on=received, effect_printed=told.effect)


def acts_of(
    maker: ActMaker,
    rows: Sequence[StatusRow],
    notes: Mapping[str, ReadNote],
    further: Iterable[NotedAct],
    faults: FaultBook,
) -> tuple[Act, ...]:
    """Every act of the page once, in the order of the record."""
    acts = [act for row in rows for act in _acts_of_row(maker, row, notes)]
    acts += [maker.noted(told) for note in notes.values() for told in note.acts]
    acts += [maker.noted(told) for told in further]
    once = {act.id: act for act in reversed(acts)}
    return in_order(_with_targets(once.values(), faults))


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Acts by participant, day and kind: the order in which the record keeps them."""
    return tuple(sorted(acts, key=lambda a: (a.participant, str(a.done_on), a.kind, a.id)))


def _acts_of_row(maker: ActMaker, row: StatusRow, notes: Mapping[str, ReadNote]) -> Iterator[Act]:
    for entry in row.entries:
        note = "; ".join(_told(entry, row, notes))
        yield maker.act(row.participant, entry.heading.act, entry.day, note)


def _told(entry: Entry, row: StatusRow, notes: Mapping[str, ReadNote]) -> Iterator[str]:
    if entry.heading.note:
        yield entry.heading.note
    for number in row.notes:
        if number in notes and notes[number].told:
            yield f"end note {number}: {', '.join(notes[number].told)}"


def _with_targets(acts: Iterable[Act], faults: FaultBook) -> Iterator[Act]:
    """Revocations, each with the id of the latest earlier notice of the same participant."""
    known = tuple(acts)
    for act in known:
        if act.kind is not ActKind.WITHDRAWAL_REVOKED:
            yield act
            continue
        notices = [
            other
            for other in known
            if other.participant == act.participant
            and other.kind is ActKind.WITHDRAWAL_NOTICE
            and other.done_on.first() <= act.done_on.first()
        ]
        if not notices:
            told = f"{act.participant} revoked on {act.done_on} a notice that is not on the page"
            faults.add(0, "revocation-of-nothing", told)
            yield act
        else:
            yield replace(act, target=max(notices, key=lambda n: n.done_on.first()).id)
