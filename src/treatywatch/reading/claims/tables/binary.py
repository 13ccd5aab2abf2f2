"""Columns of files that answer by 0 and 1: "country,ctbt_ratified,apmbc_party"."""

from collections.abc import Sequence

from treatywatch.reading.claims.tables.columns import Column
from treatywatch.reading.claims.tables.grid import Row
from treatywatch.reading.syntax.scenes import Stage

YES = "1"
_ANSWERS = frozenset({YES, "0"})
_FEWEST = 2  # rows


def binary_columns(stage: Stage, columns: Sequence[Column], rows: Sequence[Row]) -> frozenset[int]:
    """The columns on a treaty in which nothing but 0 and 1 stands."""
    return frozenset(
        at
        for at, column in enumerate(columns)
        if at
        and column.treaty is not None
        and len(rows) >= _FEWEST
        and all(stage.text[slice(*row[at])] in _ANSWERS for row in rows)
    )
