"""Heads of tables: whether a row is one, and which treaty each of its columns is on.

A head names a treaty as sentences do, in short beside others ("Cluster munitions"), by a word that
only one treaty of the report has ("Convention | Protocol"), or in the line above.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claims.tables.above import is_whole
from treatywatch.reading.claims.tables.cells import is_since
from treatywatch.reading.claims.tables.columns import (
    ACTS,
    EXITS,
    MEANT,
    TELLING,
    Column,
    Use,
    columns_of,
    named_in,
)
from treatywatch.reading.claims.tables.columns import heads as heads_of
from treatywatch.reading.claims.tables.grid import Cell, Row
from treatywatch.reading.claims.tables.lasting import has_bounds
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import STRANGER

_SEVERAL = 2
_SUBJECTS = frozenset({Use.STATE, Use.TREATY})  # "Date | State | Type of action"


def read_head(
    stage: Stage,
    words: InOrder[CueHit],
    names: ShortNames,
    head: Row,
    above: Sequence[Cell | None] = (),
) -> tuple[Column, ...]:
    """The columns under a head, each with its treaty; ``above`` are the cells over them."""
    columns = columns_of(stage, words, head)
    columns = _with_short_names(stage, names, columns, head)
    columns = _with_those_of_report(stage, words, names, columns, head)
    columns = _with_treaties_before(_with_strangers(stage, words, columns, head))
    return _with_treaties_above(stage, names, columns, above) if above else columns


def is_head(
    stage: Stage, words: InOrder[CueHit], names: ShortNames, cells: Row, below: Row
) -> bool:
    """Whether the cells are heads of columns: words for acts, and no State or day of their own."""
    context = stage.context
    columns = columns_of(stage, words, cells)
    if not below and (
        _on_states(stage, columns, cells) or _on_treaties(columns) or _on_years(columns, cells)
    ):
        return True
    if len(below) == len(cells) and columns[0].treaty:
        (first,) = columns_of(stage, words, below[:1])
        if Use.TREATY in first.uses or below[0].start == below[0].end:
            return False  # "CWC | yes | signed", below "Treaty | Iran | Israel"
    for cell in cells:
        if names.treaty(stage.text[slice(*cell)]) is not None:
            continue  # "1951 Convention"
        told = any(cue.kind in MEANT for cue in words.within(*cell))
        named = any(mention.ids for mention in context.people_in(*cell))
        if named and not told and Use.TREATY not in columns[0].uses:
            return False
        days = context.dates_in(*cell)
        if any(day.start == cell.start or is_since(stage, cell, day) for day in days):
            return False
        if any(number.start == cell.start for number in context.numbers_in(*cell)):
            return False
    blank = cells[0].start == cells[0].end
    if blank or columns[0].uses & {Use.STATE, Use.TREATY}:
        columns = read_head(stage, words, names, cells)
    of_rows = bool(columns[0].uses & _SUBJECTS)
    return _tells_rows(columns, blank=blank) or (of_rows and has_bounds(stage, cells))


def is_label(stage: Stage, words: InOrder[CueHit], line: Cell) -> bool:
    """Whether a line among the rows says of which treaty or act those below are: "Notified"."""
    if stage.context.dates_in(*line) or stage.context.numbers_in(*line):
        return False
    acts = any(cue.kind in ACTS or cue.kind in EXITS for cue in words.within(*line))
    notice = heads_of(stage.acts).get(Use.NOTICE)
    told = notice.search(stage.folded, *line) if notice is not None else None
    if told is not None and is_whole(stage, line, told.span()):
        return True
    return acts or len(named_in(stage, line)) == 1


def _on_states(stage: Stage, columns: Sequence[Column], cells: Row) -> bool:
    """Whether a State and no more stands in each column behind the first: " | Finland | Norway"."""
    first, *behind = columns
    if first.who or first.treaty or stage.context.dates_in(*cells[0]) or len(behind) < _SEVERAL:
        return False
    names = stage.context.people_in(cells[1].start, cells[-1].end)
    whole = [(one.start, one.end) for one in names if len(one.ids) == 1]
    return whole == [tuple(cell) for cell in cells[1:]]


def _on_treaties(columns: Sequence[Column]) -> bool:
    """Whether treaties stand behind the name of one State: "China | NPT | CTBT"."""
    first, *behind = columns
    named = {column.treaty for column in behind}
    return bool(first.who) and not first.treaty and len(named) >= _SEVERAL and None not in named


def _on_years(columns: Sequence[Column], cells: Row) -> bool:
    """Whether each column behind the names of treaties is on a year: "Treaty | 2000 | 2005"."""
    first, *behind = columns
    of_names = cells[0].start == cells[0].end or Use.TREATY in first.uses
    years = all(one.day and one.day.first.day is None and not one.cues for one in behind)
    return of_names and len(behind) >= _SEVERAL and years


def _tells_rows(columns: Sequence[Column], *, blank: bool) -> bool:
    """Whether a column behind the first tells an act or a standing, or several a treaty or a State.

    ``blank`` tells that nothing stands above the names of the rows.
    """
    first, *behind = columns
    of_treaties = [column for column in behind if column.treaty is not None]
    told = any(column.cues & MEANT or column.uses & TELLING for column in behind)
    dated = bool(first.uses & {Use.DATE, Use.NOTICE, Use.OUT} or first.cues & EXITS)
    dated = dated and any(one.uses & _SUBJECTS for one in behind)  # "Letter received | From"
    told = told or dated
    named = blank or bool(first.uses & {Use.STATE, Use.TREATY, Use.YEAR})
    if not (named or dated or behind[1:]):
        return False  # "Condition | Ratification by 40 states" is a label with what stands to it
    of_states = Use.TREATY in first.uses and any(one.who for one in behind)
    return told or of_states or bool(of_treaties and (named or behind[1:]))


def _with_short_names(
    stage: Stage, names: ShortNames, columns: Sequence[Column], head: Row
) -> tuple[Column, ...]:
    """The columns, beside others on treaties those that call theirs in short."""
    called = [
        column.treaty or (None if _is_told(column) else names.treaty(stage.text[slice(*cell)]))
        for column, cell in zip(columns[1:], head[1:], strict=True)
    ]
    alone = not any(column.treaty for column in columns[1:])
    if alone and len(set(filter(None, called))) < _SEVERAL:
        return tuple(columns)
    named = zip(columns[1:], called, strict=True)
    return (columns[0], *(replace(column, treaty=treaty) for column, treaty in named))


def _is_told(column: Column) -> bool:
    """Whether the head says otherwise what its column is for, so that no name is looked up."""
    return bool(column.uses - {Use.TREATY} or column.cues & MEANT)


def _with_those_of_report(
    stage: Stage,
    words: InOrder[CueHit],
    names: ShortNames,
    columns: Sequence[Column],
    head: Row,
) -> tuple[Column, ...]:
    """The columns, with a treaty of the report for each word that no other of them is called by."""
    mentions = stage.context.treaty_mentions
    told = tuple(dict.fromkeys(one for mention in mentions for one in mention.ids))
    if len(told) < _SEVERAL:
        return tuple(columns)
    found: list[str | None] = [
        column.treaty or names.among(told, _bare(stage, words, cell))
        for column, cell in zip(columns[1:], head[1:], strict=True)
    ]
    if len(set(filter(None, found))) < _SEVERAL:
        return tuple(columns)
    named = zip(columns[1:], found, strict=True)
    return (columns[0], *(replace(column, treaty=treaty) for column, treaty in named))


def _bare(stage: Stage, words: InOrder[CueHit], cell: Cell) -> str:
    """The words of a head without those for acts: "Protocol" of "Protocol signed"."""
    bare = list(stage.text[cell.start : cell.end])
    for cue in words.within(*cell):
        if cue.kind in MEANT:
            bare[cue.start - cell.start : cue.end - cell.start] = " " * (cue.end - cue.start)
    return "".join(bare)


def _with_strangers(
    stage: Stage, words: InOrder[CueHit], columns: Sequence[Column], head: Row
) -> tuple[Column, ...]:
    """The columns, beside acts of named treaties those of initials that name none known.

    "AP signed | AP ratified | CCM signed | CCM ratified": the first two are of another treaty.
    """
    if not any(column.treaty and column.cues & ACTS.keys() for column in columns):
        return tuple(columns)
    return tuple(
        replace(column, treaty=STRANGER)
        if not column.treaty
        and column.cues & ACTS.keys()
        and _INITIALS.search(_bare(stage, words, cell))
        else column
        for column, cell in zip(columns, head, strict=True)
    )


_INITIALS = re.compile(r"\b[A-ZÀ-Þ]{2,}\b")


def _with_treaties_before(columns: Sequence[Column]) -> tuple[Column, ...]:
    """ "CCM signed | ratified | ATT signed | ratified": the second is of the first's treaty."""
    if not any(column.treaty and column.cues & MEANT for column in columns[1:]):
        return tuple(columns)
    treaty: str | None = None
    found: list[Column] = []
    for column in columns:
        treaty = column.treaty or treaty
        goes_on = column.treaty is None and column.cues & ACTS.keys()
        found.append(replace(column, treaty=treaty) if goes_on else column)
    return tuple(found)


def _with_treaties_above(
    stage: Stage, names: ShortNames, columns: Sequence[Column], above: Sequence[Cell | None]
) -> tuple[Column, ...]:
    """The columns of acts, each of the treaty in the line above the head that reaches over it."""
    over = [_named_above(stage, names, cell) for cell in above]
    if len({one for one in over if one}) < _SEVERAL:
        return tuple(columns)
    return tuple(
        replace(column, treaty=treaty) if treaty and not column.treaty and column.cues else column
        for column, treaty in zip(columns, over, strict=True)
    )


def _named_above(stage: Stage, names: ShortNames, cell: Cell | None) -> str | None:
    if cell is None:
        return None
    named = named_in(stage, cell)
    if named:
        return named[0] if len(named) == 1 else None
    return names.treaty(stage.text[cell.start : cell.end])
