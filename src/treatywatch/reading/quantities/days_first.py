"""Days in figures: whether "06/09/2024" is in September or June, as other days of the text show."""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.quantities.date_grammar import DateWords

_MONTHS = 12


def with_days_first(found: Sequence[DateWords]) -> Sequence[DateWords]:
    """The dates, days in figures in the one order in which all of the text can be read."""
    figures = [(int(one.parts["either"]), int(one.parts["or"])) for one in found if _open(one)]
    first = any(either > _MONTHS for either, _ in figures)
    last = any(other > _MONTHS for _, other in figures)
    if first == last:
        return found  # nothing tells, or both orders stand there
    return [_told(one, first=first) if _open(one) else one for one in found]


def _open(one: DateWords) -> bool:
    return "either" in one.parts


def _told(one: DateWords, *, first: bool) -> DateWords:
    day, month = ("either", "or") if first else ("or", "either")
    parts = {name: part for name, part in one.parts.items() if name not in ("either", "or")}
    return replace(one, parts={**parts, "day": one.parts[day], "month": one.parts[month]})
