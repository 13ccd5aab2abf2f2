"""Whom and what a row of a table tells of, by the cells that tell no act."""

import re
from collections.abc import Sequence
from dataclasses import field

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.tables.acts_in_cells import ActAndDay
from treatywatch.reading.claims.tables.columns import (
    ACTS,
    COUNTS,
    EXITS,
    FACTS,
    Column,
    Use,
    named_in,
)
from treatywatch.reading.claims.tables.grid import Cell, Row
from treatywatch.reading.claims.tables.marks import Marks
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import STRANGER, DateMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind
from treatywatch.values import frozen


@frozen
class Table:
    """Of a table what all its rows share: columns, its own treaty and State, whether of exits.

    ``roles`` are what days tell of exits, column by column. ``of_nobody`` tells that its days are
    those of consent, and of whose nobody says.
    """

    columns: Sequence[Column]
    roles: Sequence[Use | None]
    treaty: str | None
    above: tuple[str, ...]
    of_exits: bool
    names: ShortNames | None = None
    heads: Sequence[Claim | None] = ()  # what each tells of the States that its cells list
    marks: Marks = field(default_factory=dict)
    turned: bool = False
    of_nobody: bool = False
    binary: frozenset[int] = frozenset()  # the columns that answer by 0 and 1
    told_at: ActAndDay | None = None  # where a row tells its act, and where its day

    def leaves_open(self, column: Column) -> bool:
        """Whether a head says nothing known beside heads on treaties: its column may be on one."""
        plain = column.treaty is None and not (column.uses or column.cues or column.who)
        return plain and any(one.treaty for one in self.columns)


@frozen
class Subject:
    """Whom or what a row tells of, and in which of its cells that stands."""

    who: tuple[str, ...]
    treaty: str | None
    day: DateMention | None
    named_in: frozenset[int]


def subject_of(stage: Stage, table: Table, row: Row) -> Subject:
    """From the cells under heads that tell no act, the first of each kind."""
    context = stage.context
    who: tuple[str, ...] = ()
    treaty: str | None = None
    day: DateMention | None = None
    cells: set[int] = set()
    for at, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        if at and (_tells(column) or (table.heads and table.heads[at] is not None)):
            continue
        people = _coded(stage, table, at, cell) or context.participants_in(*cell)
        treaties = _headed(stage, table, column, cell) or named_in(stage, cell)
        if not treaties and Use.TREATY in column.uses:
            treaties = _in_short(stage, table, cell, known=bool(people))
        if both := _in_brackets(stage, table, cell):
            who, treaty, cells = people, both, cells | {at}
        elif people and not who and not treaties:
            who, cells = people, cells | {at}
        elif len(treaties) == 1 and treaty is None:
            treaty, cells = treaties[0], cells | {at}
        elif not at and _totals(stage.acts).fullmatch(stage.folded, *cell):
            cells |= {at}
        elif Use.YEAR in column.uses and day is None and len(context.dates_in(*cell)) == 1:
            day, cells = context.dates_in(*cell)[0], cells | {at}
    return Subject(who or (table.above if treaty else ()), treaty, day, frozenset(cells))


def _coded(stage: Stage, table: Table, at: int, cell: Cell) -> tuple[str, ...]:
    """The State that a cell for States gives by its code: "KIR", or "KI" in the first column."""
    if table.names is None or Use.STATE not in table.columns[at].uses:
        return ()
    code = stage.text[slice(*cell)]
    short = len(code) <= _SHORT_CODE
    known = table.names.codes.get(code) if not (short and at) else None
    return (known,) if known else ()


_SHORT_CODE = 2  # letters: behind the first column they may be a yes or a no


def _headed(stage: Stage, table: Table, column: Column, cell: Cell) -> list[str]:
    """The treaty that all of a cell for treaties is a heading of: "Optional Protocol (ICCPR)"."""
    if Use.TREATY not in column.uses or table.names is None:
        return []
    called = table.names.heading(stage.text[slice(*cell)])
    return [called] if called else []


def _in_brackets(stage: Stage, table: Table, cell: Cell) -> str | None:
    """The treaty behind the name of a State: "Canada (Kyoto Protocol)", "Latvia (landmines)"."""
    brackets = _BRACKETS.search(stage.text, *cell)
    people = stage.context.people_in(*cell)
    named = [one for one in people if one.role == "name"]  # "Ottawa (landmines)" names a treaty
    if brackets is None or len(people) != 1 or not named or table.names is None:
        return None
    before = Cell(cell.start, brackets.start())
    if people[0].start != cell.start or people[0].end > before.end or named_in(stage, before):
        return None
    inner = Cell(*brackets.span("words"))
    treaties = named_in(stage, inner)
    return treaties[0] if len(treaties) == 1 else table.names.treaty(stage.text[slice(*inner)])


_BRACKETS = re.compile(r"\s*[(,]\s*(?P<words>[^()]{3,60}?)\)?$")


def _in_short(stage: Stage, table: Table, cell: Cell, *, known: bool) -> list[str]:
    """The treaty that a cell for treaties calls in short; one of no record where nobody knows it.

    ``known`` tells that it names a State, as below "Treaty" where States stand in the rows.
    """
    if table.names is None or cell.end == cell.start:
        return []
    called = table.names.treaty(stage.text[cell.start : cell.end])
    return [called] if called else [] if known else [STRANGER]


@grammar
def _totals(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"{acts.any_of('cell_total')}:?")


def _tells(column: Column) -> bool:
    acts = ACTS.keys() | FACTS.keys() | COUNTS.keys() | EXITS
    acts |= {CueKind.DEPOSITARY}
    told = bool(column.cues & acts) and not column.uses & {Use.STATE, Use.TREATY}
    return told or column.treaty is not None or bool(column.uses & _DATED)


_DATED = frozenset(
    {
        Use.STANDING,
        Use.NOTICE,
        Use.OUT,
        Use.OPENED,
        Use.BACK,
        Use.CASUALTIES,
        Use.SINCE,
        Use.UNDONE,
    }
)
