"""Faults between files: codes that nobody bears, sources that nobody lists, acts written twice."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from treatywatch.law.act import Act, Step
from treatywatch.law.extension import DeadlineExtension
from treatywatch.law.participant import Conflict, Participant
from treatywatch.law.state_system import SystemSpell
from treatywatch.law.unit import Territory
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.indicator import Indicator, Source
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.table import Row
from treatywatch.ledger.unit_lint import unit_faults


def crossreference_faults(ledger: Ledger, places: Sequence[tuple[Row, object]]) -> Iterator[Fault]:
    """Every fault that shows only when the files are held against each other."""
    seen: dict[str, Row] = {}
    for row, value in places:
        for participant in _participants(value):
            if participant not in ledger.participants:
                words = f'"{participant}" is in no row of participants/participants.csv'
                yield row.fault("unknown-participant", words)
        for source in _sources(value):
            if source not in ledger.sources:
                yield row.fault("unknown-source", f'"{source}" is in no file of sources/')
        if isinstance(value, DeadlineExtension):
            yield from _no_such_duty(row, value, ledger)
        if isinstance(value, Act):
            yield from unit_faults(row, value, ledger)
        yield from _twice(row, value, seen)


def _no_such_duty(row: Row, value: DeadlineExtension, ledger: Ledger) -> Iterator[Fault]:
    treaty = ledger.treaties.get(value.treaty)
    articles = [duty.article for duty in treaty.duties if duty.due] if treaty else []
    if value.article not in articles:
        known = ", ".join(articles) or "none"
        words = f'no dated duty stands in article "{value.article}"; the treaty file has {known}'
        yield row.fault("unknown-duty", words)


def _twice(row: Row, value: object, seen: dict[str, Row]) -> Iterator[Fault]:
    key = _key(value)
    if key is None:
        return
    first = seen.setdefault(key, row)
    if first is not row:
        words = f"{key} stands already at {first.file}:{first.line}; keep one of the two"
        yield row.fault("written-twice", words)


@singledispatch
def _participants(value: object) -> Iterable[str]:
    """The participants that a value speaks of."""
    return (value[0],) if isinstance(value, tuple) else ()


@_participants.register(Act)
@_participants.register(Step)
@_participants.register(Conflict)
@_participants.register(DeadlineExtension)
@_participants.register(SystemSpell)
@_participants.register(Territory)
def _one_participant(
    value: Act | Step | Conflict | DeadlineExtension | SystemSpell | Territory,
) -> Iterable[str]:
    return (value.participant,)


@_participants.register
def _participant_of_figure(value: Indicator) -> Iterable[str]:
    return () if value.participant is None else (value.participant,)


@_participants.register
def _predecessors(value: Participant) -> Iterable[str]:
    return value.predecessors


def _sources(value: object) -> Iterable[str]:
    """The ids of the sources that a value rests on; a cell may name several."""
    sourced = Act | Step | Conflict | DeadlineExtension | SystemSpell | Indicator | Territory
    if isinstance(value, sourced):
        return (source.strip() for source in value.source.split(";"))
    return ()


def _key(value: object) -> str | None:
    """What must not stand twice in the record."""
    if isinstance(value, Act | DeadlineExtension):
        return value.id
    if isinstance(value, Participant | Source | Territory):
        return f"{type(value).__name__.lower()} {value.id}"
    return None
