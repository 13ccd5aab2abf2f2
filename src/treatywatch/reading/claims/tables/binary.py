"""Columns of files that answer by 0 and 1: "country,ctbt_ratified,apmbc_party".

A column on no treaty does so beside one of years: "country,year,in_force".
"""

from collections.abc import Sequence

from treatywatch.reading.claims.tables.columns import MEMBERS, Column, Use
from treatywatch.reading.claims.tables.grid import Row
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind

YES = "1"
STANDINGS = MEMBERS | {CueKind.EFFECT, CueKind.BIND}
_ANSWERS = frozenset({YES, "0"})
_FEWEST = 2  # rows


def binary_columns(stage: Stage, columns: Sequence[Column], rows: Sequence[Row]) -> frozenset[int]:
    """The columns on a treaty, or on a standing year by year, with nothing but 0 and 1."""
    yearly = any(Use.YEAR in column.uses for column in columns)
    return frozenset(
        at
        for at, column in enumerate(columns)
        if at
        and (column.treaty is not None or (yearly and column.cues & STANDINGS))
        and len(rows) >= _FEWEST
        and all(stage.text[slice(*row[at])] in _ANSWERS for row in rows)
    )
