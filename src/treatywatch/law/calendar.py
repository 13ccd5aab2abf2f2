"""Days, and dates of honest precision. The one place where months and years are added.

An effect date is the first day on which things are different: a withdrawal effective on
10 January leaves the State bound until the end of 9 January.
"""

import re
from calendar import month_name, monthrange
from datetime import date, timedelta
from enum import StrEnum

from treatywatch.errors import NotADate
from treatywatch.values import frozen

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTHS = tuple(month_name)


@frozen
class PartialDate:
    """A year, a month of a year, or a day: 2021, 2021-02 and 2021-02-16 are different facts.

    Written as in ISO 8601-2 (EDTF) without its wider forms.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read "2021", "2021-02" or "2021-02-16"; raise :class:`NotADate` for anything else."""
        match = _EDTF.fullmatch(text.strip())
        if match is None:
            raise NotADate(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls._checked(text, year, month, day)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The full day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def _checked(cls, text: str, year: int, month: int | None, day: int | None) -> "PartialDate":
        if month is not None and not 1 <= month <= 12:
            raise NotADate(text, f"there is no month {month}")
        if year < 1:
            raise NotADate(text, "there is no year 0")
        if day is not None and month is not None and not 1 <= day <= monthrange(year, month)[1]:
            raise NotADate(text, f"month {month} of {year} has no day {day}")
        return cls(year, month, day)

    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def exact(self) -> date | None:
        """The day, where it is one; None for a month or a year."""
        return self.first() if self.day is not None else None

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first() <= day <= self.last()

    def overlaps(self, other: "PartialDate") -> bool:
        """Whether the two can mean the same day."""
        return self.first() <= other.last() and other.first() <= self.last()

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04d}"
        month = f"{self.year:04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"


@frozen
class Interval:
    """A day that is known only within bounds; ``not_after`` None means it is open."""

    not_before: date
    not_after: date | None
    why: str


@frozen
class Undetermined:
    """What cannot be said, and what would settle it. A value, never None.

    ``since`` is the day from which it cannot be said; None means that no day can be given at all.
    """

    why: str
    what_would_settle_it: str
    since: date | None = None


@frozen
class NoEffect(Undetermined):
    """That there is no day of effect, because the act has none: nothing about it is in doubt."""


When = date | Interval | Undetermined


class Come(StrEnum):
    """Whether a moment has come by a day."""

    YES = "yes"
    NO = "no"
    CANNOT_BE_SAID = "cannot-be-said"


def has_come(when: "When | PartialDate", day: date) -> Come:
    """Whether it has come by that day, the day itself included.

    An interval with an open end has not come: nothing says that it ever will.
    """
    match when:
        case date():
            return Come.YES if when <= day else Come.NO
        case PartialDate():
            first = when.first()
            last = first if when.day is not None else when.last()
        case Interval(not_before, None):
            return Come.NO
        case Interval(not_before, not_after):
            first, last = not_before, not_after or not_before
        case Undetermined(since=None):
            return Come.NO
        case Undetermined(since=since):
            return Come.CANNOT_BE_SAID if since is not None and since <= day else Come.NO
    if last <= day:
        return Come.YES
    return Come.CANNOT_BE_SAID if first <= day else Come.NO


def turning_days(when: "When | PartialDate") -> tuple[date, ...]:
    """The days on which the answer of :func:`has_come` changes."""
    match when:
        case date():
            return (when,)
        case PartialDate():
            return (when.first(), when.last())
        case Interval(not_before, None):
            return (not_before,)
        case Interval(not_before, not_after):
            return (not_before, not_after) if not_after else (not_before,)
        case Undetermined(since=None):
            return ()
        case Undetermined(since=since):
            return (since,) if since else ()


@frozen
class MonthSum:
    """The result of adding months: ``clamped`` tells that the month lacks the day number."""

    day: date
    clamped: bool


def parse_day(text: str) -> date:
    """Read "2025-07-10" as a day; raise :class:`NotADate` for less than a day or no date."""
    partial = PartialDate.parse(text)
    exact = partial.exact()
    if exact is None:
        raise NotADate(text)
    return exact


def add_months(day: date, months: int) -> MonthSum:
    """The same day number so many months on.

    Where the month has no such day its last day is taken and ``clamped`` is set: whoever asked must
    say so to the reader (31 August plus six months is 28 February, by a convention).
    """
    first = first_of_month(day, months)
    moved = first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
    return MonthSum(moved, moved.day != day.day)


def add_days(day: date, days: int) -> date:
    """So many days on, not counting the day itself."""
    return day + timedelta(days=days)


def first_of_month(day: date, months: int) -> date:
    """The first day of the month that lies so many months after the month of ``day``."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def in_words(day: date | PartialDate) -> str:
    """A date as a lawyer writes it: 10 July 2025, July 2025, 2025."""
    if isinstance(day, date):
        return f"{day.day} {_MONTHS[day.month]} {day.year}"
    if day.month is None:
        return str(day.year)
    month = f"{_MONTHS[day.month]} {day.year}"
    return month if day.day is None else f"{day.day} {month}"
