"""The years at the head of the entries of a chronology: "1951 - Britain ratifies, on 8 March".

Such a year is that of every day and month that its entry tells without one.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.quantities.date_grammar import DateForm, DateWords
from treatywatch.values import frozen

_HEAD = re.compile(r"(?:^|\n)[ \t]*(?:[*•·▪–—|-][ \t]*)?[*(\[]*$")
_SET_APART = re.compile(r"[*)\]]*(?:\s*[:|]|\s*[-–—]{1,3}\s)")
_ALONE = re.compile(r"[*)\]:]*[ \t]*(?:\n|$)")
_GAP = re.compile(r"\n\s*\n")
_PRINTED = re.compile(r"\S")
_LEAD = 12  # characters of a bullet and marks before a year that heads a line
_FEWEST = 2  # entries: a single year at the head of a line heads no chronology
_LACKING = frozenset({DateForm.WRITTEN, DateForm.MONTH})


@frozen
class _Entry:
    start: int
    end: int
    year: str


def with_years_of_entries(text: str, found: Sequence[DateWords]) -> Sequence[DateWords]:
    """The dates, those without a year with that of the entry in which they stand."""
    entries = _entries(text, found)
    if len({entry.year for entry in entries}) < _FEWEST:
        return found
    starts = [entry.start for entry in entries]
    return [_dated(one, entries, starts) for one in found]


def _dated(one: DateWords, entries: Sequence[_Entry], starts: Sequence[int]) -> DateWords:
    place = bisect_right(starts, one.start) - 1
    within = place >= 0 and one.end <= entries[place].end
    lacks = one.form in _LACKING and not one.parts.keys() & {"year", "named_year", "same"}
    if not (within and lacks):
        return one
    parts = {**one.parts, "year": entries[place].year}
    return replace(one, form=DateForm.WRITTEN, parts=parts)


def _entries(text: str, found: Sequence[DateWords]) -> list[_Entry]:
    heads = [one for one in found if one.form is DateForm.YEAR and _heads(text, one)]
    nexts = (*(one.start for one in heads[1:]), len(text))
    return [
        _Entry(one.end, min(until, _end(text, one)), one.parts["year"])
        for one, until in zip(heads, nexts, strict=False)
    ]


def _heads(text: str, one: DateWords) -> bool:
    opens = "part" not in one.parts and _HEAD.search(text, max(0, one.start - _LEAD), one.start)
    apart = _SET_APART.match(text, one.end) or _ALONE.match(text, one.end)
    return bool(opens) and apart is not None


def _end(text: str, head: DateWords) -> int:
    """Where the paragraph of an entry ends; of a year alone on its line, the paragraph below."""
    alone = _ALONE.match(text, head.end)
    below = _PRINTED.search(text, alone.end()) if alone is not None else None
    gap = _GAP.search(text, below.start() if below is not None else head.end)
    return gap.start() if gap is not None else len(text)
