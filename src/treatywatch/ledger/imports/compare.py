"""A fresh page held against the packaged record, in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from treatywatch.law.act import Act
from treatywatch.law.calendar import in_words
from treatywatch.ledger.imports.assemble import in_order
from treatywatch.values import frozen


class DifferenceKind(StrEnum):
    """How a fresh act and a packaged one differ."""

    NEW = "new"
    VANISHED = "vanished"
    CHANGED = "changed"


@frozen
class Difference:
    """One difference; ``act`` is the id of the fresh act, or of the packaged one that vanished."""

    kind: DifferenceKind
    act: str
    words: str


def compare_with(acts: Iterable[Act], packaged: Iterable[Act]) -> tuple[Difference, ...]:
    """What is new, gone or different in ``acts`` as against ``packaged`` (of the same treaty).

    Sources and notes are not compared. Two acts of one kind by one participant that stand alone on
    either side under different days are one act whose day has changed.
    """
    fresh, known = _grouped(acts), _grouped(packaged)
    found: list[Difference] = []
    for key in sorted(fresh.keys() | known.keys()):
        found += _differences(fresh.get(key, []), known.get(key, []))
    return tuple(found)


def _grouped(acts: Iterable[Act]) -> dict[tuple[str, str], list[Act]]:
    groups: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in in_order(acts):
        groups[act.participant, act.kind].append(act)
    return groups


def _differences(fresh: Sequence[Act], known: Sequence[Act]) -> Iterator[Difference]:
    by_day = {act.done_on: act for act in known}
    added = [act for act in fresh if act.done_on not in by_day]
    days = {act.done_on for act in fresh}
    gone = [act for act in known if act.done_on not in days]
    if len(added) == len(gone) == 1:
        yield _changed(added[0], f"its day was {in_words(gone[0].done_on)}")
    else:
        for act in added:
            yield Difference(DifferenceKind.NEW, act.id, f"new: {_told(act)}")
        for act in gone:
            yield Difference(DifferenceKind.VANISHED, act.id, f"no longer there: {_told(act)}")
    for act in fresh:
        if act.done_on in by_day:
            yield from _changes(act, by_day[act.done_on])


def _changes(act: Act, known: Act) -> Iterator[Difference]:
    for name in ("received_on", "effect_printed", "named_date"):
        now, before = getattr(act, name), getattr(known, name)
        if now != before:
            was = "not given" if before is None else in_words(before)
            new = "no longer given" if now is None else f"now {in_words(now)}"
            yield _changed(act, f"{name.replace('_', ' ')} was {was}, {new}")


def _changed(act: Act, how: str) -> Difference:
    return Difference(DifferenceKind.CHANGED, act.id, f"changed: {_told(act)}; {how}")


def _told(act: Act) -> str:
    return f"{act.kind} by {act.participant}, {in_words(act.done_on)}"
