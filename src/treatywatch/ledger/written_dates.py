"""Dates as tables write them: ISO 8601, with the month in letters, or in figures."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.table_words import table_words

_CLOCK = r"(?:[T\s]\s*\d{1,2}:\d{2}.*)?"  # a spreadsheet writes midnight behind a day
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?" + _CLOCK)
_RUN_ON = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR = re.compile(r"\d{4}")
_DAY_MONTH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s,/-]*)?([^\W\d_]{3,10})\.?[\s,/-]*(\d{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})")
_OF = re.compile(r"\b(?:of|de|del)\b", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _CLOCK)
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ]\w{1,10}[-/. ]\d{2}")
_SERIAL = re.compile(r"\d{5}(?:\.0*)?")
_LAST_MONTH = 12
_LONGEST = 60
_ISO_DAY = len("2025-07-10")


def day_stands_first(cells: Iterable[str]) -> bool | None:
    """Whether days stand before months in figures, by cells that can be read one way only.

    "18/11/2016" tells how "06/09/2024" beside it is meant; None where none tells, or both do.
    """
    orders: set[bool] = set()
    for cell in cells:
        if cell[4:5] == "-":  # 2024-09-06, as most tables write it
            continue
        figures = _FIGURES.fullmatch(" ".join(cell.split()))
        if figures is not None and figures[2] != "." and figures[1] != figures[3]:
            first, second = int(figures[1]) > _LAST_MONTH, int(figures[3]) > _LAST_MONTH
            orders |= {first} if first != second else set()
    return orders.pop() if len(orders) == 1 else None


def written_date(text: str, *, day_first: bool | None = None) -> PartialDate:
    """The date that a cell of a table gives, as precisely as it is written.

    Raises :class:`NotADate` for what is none, and for what could be two: 03/04/2025 is a day of
    March or of April, and nothing in the cell says which; ``day_first`` says so where it is known
    (:func:`day_stands_first`). With points the day stands first.
    """
    if len(text) == _ISO_DAY and text[4] == text[7] == "-":  # as most tables write it
        try:
            return PartialDate.of(date.fromisoformat(text))
        except ValueError:
            pass  # the complaint below says more
    cell = " ".join(text.split())
    if not cell or len(cell) > _LONGEST:
        raise NotADate(text)
    found = next(_readings(cell, day_first=day_first), None)
    if found is not None:
        return found
    if _SHORT_YEAR.fullmatch(cell):
        raise NotADate(text, "write the year with four figures")
    if _SERIAL.fullmatch(cell):
        raise NotADate(text, "a spreadsheet's number of days; format the column as a date")
    raise NotADate(text)


def _readings(cell: str, *, day_first: bool | None) -> Iterator[PartialDate]:
    if _YEAR.fullmatch(cell):
        yield PartialDate.parse(cell)
    if year_first := _YEAR_FIRST.fullmatch(cell):
        yield _date(cell, year_first[1], year_first[3], year_first[4])
    if run_on := _RUN_ON.fullmatch(cell):
        yield _date(cell, run_on[1], run_on[2], run_on[3])
    if figures := _FIGURES.fullmatch(cell):
        yield _in_figures(cell, figures, day_first=day_first)
    worded = _OF.sub(" ", cell)
    if day_month := _DAY_MONTH.fullmatch(worded):
        yield from _with_month(cell, day_month[3], day_month[2], day_month[1])
    if month_day := _MONTH_DAY.fullmatch(worded):
        yield from _with_month(cell, month_day[3], month_day[1], month_day[2])


def _in_figures(cell: str, figures: re.Match[str], *, day_first: bool | None) -> PartialDate:
    first, second, year = int(figures[1]), int(figures[3]), figures[4]
    if figures[2] == "." or first > _LAST_MONTH or first == second:
        return _date(cell, year, second, first)
    if second > _LAST_MONTH or day_first is False:
        return _date(cell, year, first, second)
    if day_first:
        return _date(cell, year, second, first)
    raise NotADate(
        cell,
        f"it could be {year}-{second:02d}-{first:02d} or {year}-{first:02d}-{second:02d}; "
        "write the one that is meant",
    )


def _with_month(cell: str, year: str, month: str, day: str | None) -> Iterator[PartialDate]:
    number = table_words().months.get(month.casefold())
    if number is not None:
        yield _date(cell, year, number, day)


def _date(cell: str, year: str, month: str | int, day: str | int | None) -> PartialDate:
    """The date of these figures; the complaint about one that cannot be names the whole cell."""
    parts = [int(year), int(month), *([int(day)] if day is not None else [])]
    try:
        return PartialDate.parse(
            "-".join(f"{n:04d}" if at == 0 else f"{n:02d}" for at, n in enumerate(parts))
        )
    except NotADate as error:
        raise NotADate(cell, error.why) from error
