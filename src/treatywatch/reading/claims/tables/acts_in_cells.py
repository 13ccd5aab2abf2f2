"""Rows whose act has a cell of its own, beside its day: "Chile | 18 May 2018 | Ratification".

So registers list what they receive ("Type of action | Date"), and so do files of events.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.cells import act_alone
from treatywatch.reading.claims.tables.columns import MEANT, Column, Use
from treatywatch.reading.claims.tables.grid import Cell, Row
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import CueKind

_FEWEST = 2  # rows
_BESIDE = 2  # columns from one to the other, where both are told in one stretch
_OF_DAYS = frozenset({Use.DATE, Use.SINCE, Use.YEAR, Use.NOTICE})


class ActAndDay(NamedTuple):
    """The columns of a table in which the act of a row and its day stand.

    ``effect`` is the one for the day on which the act took effect, if there is any; ``received``
    tells that the other day is that of a deposit.
    """

    act: int
    day: int
    effect: int | None = None
    received: bool = False


def act_and_day(
    stage: Stage, words: InOrder[CueHit], columns: Sequence[Column], rows: Sequence[Row]
) -> ActAndDay | None:
    """Where the rows tell their act, and where its day; None where no one column does either."""
    acts = [
        at
        for at, column in enumerate(columns)
        if column.treaty is None and _most(act_alone(stage, row[at], words) for row in rows)
    ]
    days = [
        at
        for at, column in enumerate(columns)
        if at not in acts and _is_of_days(column) and _most(_day(stage, row[at]) for row in rows)
    ]
    if len(acts) != 1 or len(days) != 1:
        return None
    effects = [
        at for at, column in enumerate(columns) if at not in (*acts, *days) and _ends(column)
    ]
    effect = effects[0] if len(effects) == 1 else None
    return ActAndDay(acts[0], days[0], effect, Use.NOTICE in columns[days[0]].uses)


def of_act_and_day(
    stage: Stage, words: InOrder[CueHit], where: ActAndDay | None, row: Row
) -> Claim | None:
    """What the act of a row tells, on its day; the claim has no State and no treaty yet."""
    if where is None:
        return None
    act, day = row[where.act], row[where.day]
    told = act_alone(stage, act, words)
    on = _day(stage, day)
    if told is None or on is None:
        return None
    later = where.effect is not None and _day(stage, row[where.effect]) is not None
    if told.stage == "effective" and (later or where.received):
        told = replace(told, stage="notified")
    both = abs(where.act - where.day) <= _BESIDE
    start, end = (min(act.start, day.start), max(act.end, day.end)) if both else day
    quote = stage.text[start:end]
    return replace(told, quote=quote, start=start, end=end, date=as_partial(on))


def told_beside(
    stage: Stage, where: ActAndDay, told: Claim, at: int, cell: Cell
) -> Sequence[Claim]:
    """What a cell of such a row tells: its act in that of the day, and when it took effect."""
    if at == where.day:
        return [told]
    on = _day(stage, cell) if at == where.effect else None
    if on is None or told.stage not in _IN_EFFECT:
        return []
    quote = stage.text[slice(*cell)]
    effect = replace(told, quote=quote, start=cell.start, end=cell.end, date=as_partial(on))
    return [replace(effect, stage=_IN_EFFECT[told.stage])]


_IN_EFFECT = {
    "notified": "effective",
    "ratified": "entry_into_force",
    "acceded": "entry_into_force",
}


def _ends(column: Column) -> bool:
    """Whether its head tells of a day of effect and of no other: "Effect", "Date of effect"."""
    return CueKind.EFFECT in column.cues or Use.OUT in column.uses


def _is_of_days(column: Column) -> bool:
    """Whether its head says no act of its own: "Date", "Notification/Deposit", or nothing."""
    deposited = CueKind.HAND_IN in column.cues  # whatever the instrument
    told = column.cues & (MEANT - (_PAPERS if deposited else _PAPERS - {CueKind.RATIFY}))
    return not (told or column.treaty) and column.uses <= _OF_DAYS


_PAPERS = frozenset({CueKind.NOTICE, CueKind.RATIFY})


def _day(stage: Stage, cell: Cell) -> DateMention | None:
    days = stage.context.dates_in(*cell)
    return days[0] if len(days) == 1 and days[0].start == cell.start else None


def _most(told: Iterable[object]) -> bool:
    each = [one is not None for one in told]
    return len(each) >= _FEWEST and 2 * sum(each) > len(each)
