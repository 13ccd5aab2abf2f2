"""What stands beside the names in a cell or behind a label: a day, or words of their own."""

import re
from collections.abc import Sequence

from treatywatch.reading.claims.tables.columns import Use, heads
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.spans import DateMention, Mention

_WORD = re.compile(r"[^\W\d_]{2,}")
_BETWEEN = " (,-–—[:"  # signs between a name and its day


def day_behind(stage: Stage, name: Mention, until: int) -> DateMention | None:
    """The day right behind the name: "Burundi (2017)", "Sweden (since 2014)"."""
    days = stage.context.dates_in(name.end, until)
    if not days:
        return None
    between = stage.folded[name.end : days[0].start].strip(_BETWEEN)
    since = heads(stage.acts).get(Use.SINCE)
    near = not between or (since is not None and since.fullmatch(between) is not None)
    return days[0] if near else None


def words_beside(stage: Stage, cell: Cell, taken: Sequence[Mention | DateMention]) -> int:
    """How many words of the cell belong to none of these names and days."""
    found = _WORD.finditer(stage.text, *cell)
    return sum(not any(t.start <= word.start() < t.end for t in taken) for word in found)
