"""Columns in which memberships begin and end: "Treaty | State | From | To", "start_year,end_year".

A war or a sanction begins and ends too: only where the rows name treaties, or the line above tells
of parties or members, is it membership.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claims.tables.columns import Column, Use
from treatywatch.reading.claims.tables.grid import Row
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind


def with_spans(
    stage: Stage, columns: Sequence[Column], head: Row, *, of_members: bool
) -> tuple[Column, ...]:
    """The columns; the one that tells where spans begin is for joining, the other for leaving."""
    if not (of_members or any(Use.TREATY in column.uses for column in columns)):
        return tuple(columns)
    told = _bounds(stage, head)
    if not has_bounds(stage, head):
        return tuple(columns)
    return tuple(
        replace(column, cues=frozenset({act}), uses=frozenset()) if act is not None else column
        for column, act in zip(columns, told, strict=True)
    )


def has_bounds(stage: Stage, head: Row) -> bool:
    """Whether spans begin in one column and end in another."""
    return {CueKind.ACCEDE, CueKind.OUT_OF} <= set(_bounds(stage, head))


def _bounds(stage: Stage, head: Row) -> list[CueKind | None]:
    forms = _forms(stage.acts)
    return [
        next((act for act, form in forms if form.fullmatch(stage.folded, *cell)), None)
        for cell in head
    ]


@grammar
def _forms(acts: ActWords) -> tuple[tuple[CueKind, re.Pattern[str]], ...]:
    uses = ((CueKind.ACCEDE, "head_from"), (CueKind.OUT_OF, "head_until"))
    return tuple((act, re.compile(acts.any_of(use) or "(?!)")) for act, use in uses)
