"""The sums of an explanation, done again from their words alone.

Every sum that an answer prints ("10 July 2025 + 6 months = 10 January 2026") can be read back and
worked out anew, so that a derivation is checked without trusting the code that made it.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from treatywatch.law.calendar import add_months, first_of_month, in_words
from treatywatch.values import frozen

_DAY = r"\d{1,2} [^\W\d]+ \d{1,4}"
_ADDED = re.compile(rf"({_DAY}) \+ (\d+) (day|month|year)s?")
_MONTH = re.compile(r"([^\W\d]+) (\d{1,4}) \+ (\d+) months?, day 1")
_YEAR_END = re.compile(rf"year ending ({_DAY}) \+ (\d+) years?")
_NEXT = re.compile(rf"({_DAY}), in time for ({_DAY}), next (\d{{1,2}} [^\W\d]+)")
_PLAIN = re.compile(rf"({_DAY})")
_NUMBERS = re.compile(r"(\d+) - (\d+) = (\d+)")
_THEN_FIRST = ", then the first of the month that follows"
_DAY_MORE = " + 1 day"


@frozen
class Redone:
    """Whether a sum holds; ``words`` say what it should give, or that it cannot be read."""

    holds: bool
    words: str


def redo(arithmetic: str) -> Redone:
    """Work out again what a sum says, and compare it with the result it gives."""
    numbers = _NUMBERS.fullmatch(arithmetic)
    if numbers is not None:
        minuend, subtrahend, result = map(int, numbers.groups())
        return _compared(minuend - subtrahend == result, arithmetic, str(minuend - subtrahend))
    sum_, _, result_words = arithmetic.rpartition(" = ")
    given = day_in_words(result_words if sum_ else arithmetic)
    results = list(_results(sum_ or arithmetic))
    if given is None or not results:
        return Redone(False, f'"{arithmetic}" is no sum that can be done again')
    return _compared(given in results, arithmetic, " or ".join(map(in_words, results)))


def _compared(holds: bool, arithmetic: str, result: str) -> Redone:  # noqa: FBT001 - the finding
    return Redone(holds, arithmetic if holds else f"{arithmetic}: it should give {result}")


def day_in_words(text: str) -> date | None:
    """Read "10 July 2025"; None for anything else."""
    parts = text.split()
    months = list(calendar.month_name)
    if len(parts) != 3 or parts[1] not in months[1:]:
        return None
    if not (parts[0].isdigit() and parts[2].isdigit()):
        return None
    month, year = months.index(parts[1]), int(parts[2])
    if not 1 <= int(parts[0]) <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, int(parts[0]))


def _results(sum_: str) -> Iterator[date]:
    """Every day that the sum can give: a short month has two, by its two conventions."""
    if sum_.endswith(_DAY_MORE) and not _ADDED.fullmatch(sum_):
        yield from (day + timedelta(days=1) for day in _results(sum_.removesuffix(_DAY_MORE)))
    elif sum_.endswith(_THEN_FIRST):
        inner = redo(sum_.removesuffix(_THEN_FIRST))
        moved = day_in_words(sum_.removesuffix(_THEN_FIRST).rpartition(" = ")[2])
        yield from (first_of_month(moved, 1),) if inner.holds and moved else ()
    else:
        for form, work_out in _FORMS:
            if (match := form.fullmatch(sum_)) is not None:
                yield from work_out(match)


def _added(match: re.Match[str]) -> Iterator[date]:
    start, amount, unit = day_in_words(match[1]), int(match[2]), match[3]
    if start is None:
        return
    if unit == "day":
        yield start + timedelta(days=amount)
        return
    moved = add_months(start, amount * (12 if unit == "year" else 1))
    yield moved.day
    if moved.clamped:
        yield first_of_month(moved.day, 1)


def _month(match: re.Match[str]) -> Iterator[date]:
    start = day_in_words(f"1 {match[1]} {match[2]}")
    yield from (first_of_month(start, int(match[3])),) if start else ()


def _year_end(match: re.Match[str]) -> Iterator[date]:
    ending = day_in_words(match[1])
    yield from (ending.replace(year=ending.year + int(match[2])),) if ending else ()


def _next(match: re.Match[str]) -> Iterator[date]:
    start, deadline = day_in_words(match[1]), day_in_words(match[2])
    if start is None or deadline is None or deadline < start:
        return
    for year in (deadline.year, deadline.year + 1):
        day = day_in_words(f"{match[3]} {year}")
        if day is not None and day >= deadline:
            yield day
            return


def _plain(match: re.Match[str]) -> Iterator[date]:
    day = day_in_words(match[1])
    yield from (day,) if day else ()


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[date]]], ...] = (
    (_ADDED, _added),
    (_MONTH, _month),
    (_YEAR_END, _year_end),
    (_NEXT, _next),
    (_PLAIN, _plain),
)
