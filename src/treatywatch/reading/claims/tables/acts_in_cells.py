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

_FEWEST = 2  # rows
_BESIDE = 2  # columns from one to the other, where both are told in one stretch
_OF_DAYS = frozenset({Use.DATE, Use.SINCE, Use.YEAR})


class ActAndDay(NamedTuple):
    """The columns of a table in which the act of a row and its day stand."""

    act: int
    day: int


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
    return ActAndDay(acts[0], days[0]) if len(acts) == len(days) == 1 else None


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
    both = abs(where.act - where.day) <= _BESIDE
    start, end = (min(act.start, day.start), max(act.end, day.end)) if both else day
    quote = stage.text[start:end]
    return replace(told, quote=quote, start=start, end=end, date=as_partial(on))


def _is_of_days(column: Column) -> bool:
    """Whether its head says no act of its own: "Date", "Deposited", or nothing."""
    return not (column.cues & MEANT or column.treaty) and column.uses <= _OF_DAYS


def _day(stage: Stage, cell: Cell) -> DateMention | None:
    days = stage.context.dates_in(*cell)
    return days[0] if len(days) == 1 and days[0].start == cell.start else None


def _most(told: Iterable[object]) -> bool:
    each = [one is not None for one in told]
    return len(each) >= _FEWEST and 2 * sum(each) > len(each)
