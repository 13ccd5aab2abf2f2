"""Columns of days whose heads say nothing known, told by the days beside them.

What comes behind each notice of exit is its effect ("Letter | Goes"), what comes before each effect
the notice, and what comes on the day of each signature or behind it the consent.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from treatywatch.reading.claims.tables.columns import (
    ACTS,
    EXITS,
    TELLING,
    Column,
    Use,
    exit_roles,
)
from treatywatch.reading.claims.tables.grid import Cell, Row
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind
from treatywatch.values import frozen

_FEWEST = 2  # rows that have both days
_TOLD = (ACTS.keys() | EXITS) | {
    CueKind.ADOPT,
    CueKind.OPEN_SIGNATURE,
    CueKind.NOTICE,
    CueKind.SUSPEND,
    CueKind.ANNOUNCE,
    CueKind.ENACT,
    CueKind.PRESIDENT,
    CueKind.PARLIAMENT,
    CueKind.GOVERNMENT,
    CueKind.NEEDED,
}
_CONSENTS = frozenset({CueKind.RATIFY, CueKind.ACCEDE, CueKind.EFFECT})

_RATIFIED = frozenset({CueKind.RATIFY})

_Compared = Callable[[date, date], bool]


def with_uses_by_order(
    stage: Stage, columns: Sequence[Column], rows: Sequence[Row], *, of_exits: bool
) -> tuple[Column, ...]:
    """The columns; the one of days that tells nothing is told by the one that tells its act."""
    signed = [at for at, one in enumerate(columns) if CueKind.SIGN in one.cues]
    exits = of_exits or any(one.cues & EXITS for one in columns)
    if signed and not exits:
        columns = [_without_receipt(one) for one in columns]
    silent = [at for at, one in enumerate(columns) if at and _is_silent(one)]
    silent = [at for at in silent if _is_of_days(stage, [row[at] for row in rows])]
    if len(silent) != 1:
        return tuple(columns)
    untold = silent[0]
    roles = exit_roles(columns, of_exits=of_exits)
    told = [at for at, role in enumerate(roles) if role is not None and at != untold]
    if len(told) == 1:
        days = _Days(stage, rows, untold, told[0])
        changed = _beside_exit(days, columns, roles[told[0]])
    else:
        consents = any(one.cues & _CONSENTS or Use.SINCE in one.uses for one in columns)
        to_consent = len(signed) == 1 and not (told or consents)
        behind = to_consent and _Days(stage, rows, untold, signed[0]).come(date.__ge__)
        changed = replace(columns[untold], cues=_RATIFIED) if behind else columns[untold]
    return (*columns[:untold], changed, *columns[untold + 1 :])


@frozen
class _Days:
    """The days of a column that tells nothing, beside those of another."""

    stage: Stage
    rows: Sequence[Row]
    untold: int
    told: int

    def come(self, compared: _Compared) -> bool:
        """Whether they so compare to the others in all rows with both."""
        pairs = [(self._day(row[self.untold]), self._day(row[self.told])) for row in self.rows]
        both = [compared(ours, theirs) for ours, theirs in pairs if ours and theirs]
        return len(both) >= _FEWEST and all(both)

    def _day(self, cell: Cell) -> date | None:
        return _day(self.stage, cell)


def _beside_exit(days: _Days, columns: Sequence[Column], role: Use | None) -> Column:
    """The column beside the one that tells of an exit: of the effect behind it, or the notice."""
    untold, told = columns[days.untold], columns[days.told]
    last = role is Use.UNDONE or Use.OUT in told.uses
    if not last and days.come(date.__gt__):
        return replace(untold, uses=frozenset({Use.OUT}), cues=frozenset())
    if role is Use.OUT and days.come(date.__lt__):
        return replace(untold, uses=frozenset({Use.NOTICE}), cues=frozenset())
    return untold


def _without_receipt(column: Column) -> Column:
    """What is received from those who signed is no notice, unless its head says so."""
    received = Use.NOTICE in column.uses and not column.cues & _NOTICES
    return replace(column, uses=column.uses - {Use.NOTICE}) if received else column


_NOTICES = frozenset({CueKind.NOTICE, CueKind.NOTIFY, CueKind.EXIT_NOTICE})


def _is_silent(column: Column) -> bool:
    told = column.cues & _TOLD or column.uses & (TELLING - {Use.STANDING} | {Use.STATE, Use.YEAR})
    return not (told or column.treaty or column.who or column.day or column.unit)


def _is_of_days(stage: Stage, cells: Sequence[Cell]) -> bool:
    """Whether a day and no more stands in most of the cells that say anything."""
    filled = [cell for cell in cells if cell.end > cell.start]
    days = sum(_day(stage, cell) is not None for cell in filled)
    return days >= _FEWEST and 2 * days > len(filled)


def _day(stage: Stage, cell: Cell) -> date | None:
    days = stage.context.dates_in(*cell)
    whole = len(days) == 1 and (days[0].start, days[0].end) == tuple(cell)
    return days[0].first.first() if whole else None
