"""Cells that list the States of a standing: "Parties | Signed only | Outside", treaty by treaty."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.claim import Claim, ReadBy
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.beside import day_behind
from treatywatch.reading.claims.tables.cells import told_in_words
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_NAMED = frozenset({"name", "group"})  # no capital of a State


def act_of_head(stage: Stage, words: InOrder[CueHit], head: Cell) -> Claim | None:
    """The one act or standing that a head tells of the States below it."""
    told = told_in_words(stage, head, words.within(*head))
    return told[0] if len(told) == 1 else None


def of_names(stage: Stage, cell: Cell, act: Claim, treaty: str) -> Iterator[Claim]:
    """What the head tells of each State of the cell, on the day beside its name if there is one."""
    for name in stage.context.people_in(*cell):
        if not name.ids or name.role not in _NAMED:
            continue
        day = day_behind(stage, name, cell.end)
        end = name.end if day is None else day.end
        yield replace(
            act,
            quote=stage.text[name.start : end],
            start=name.start,
            end=end,
            treaty=treaty,
            participants=name.ids,
            date=act.date if day is None else as_partial(day),
            read_by=ReadBy.TABLE,
        )
