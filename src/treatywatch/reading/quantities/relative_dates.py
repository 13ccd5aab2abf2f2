"""Dates that lean on another: the year of a bare "1 April", the day of "Friday", "last year"."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum, auto

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate, add_months
from treatywatch.reading.vocabulary.words_sections import RelativeDate, TimeUnit

Bounds = tuple[PartialDate, PartialDate]

_TOLD_LATE = timedelta(days=1)  # a day in one place may not have begun in another
_FAR = 3  # without a word of tense, the future must be so many times nearer than the past


class Lean(Enum):
    """Which way from the report's own date the words around a date point."""

    BACK = auto()
    AHEAD = auto()
    UNTOLD = auto()
    BEFORE = auto()  # "last April": never the present one
    AFTER = auto()  # "next April"


def day_near(
    month: int, day: int, weekday: int | None, published: PartialDate, lean: Lean
) -> PartialDate:
    """The year of a day and month; a weekday decides it, then the lean, then the distance."""
    days = list(_days(month, day, published.year))
    if weekday is not None:
        days = [one for one in days if one.weekday() == weekday] or days
    if not days:
        raise NotADate(f"{day}.{month}.")
    return PartialDate.of(_chosen(days, published, lean))


def month_near(month: int, published: PartialDate, lean: Lean) -> PartialDate:
    """The year of a month that is named without one."""
    if lean is Lean.BEFORE:
        over = published.month is None or month >= published.month
        return PartialDate(published.year - over, month)
    if lean is Lean.AFTER:
        over = published.month is not None and month <= published.month
        return PartialDate(published.year + over, month)
    if published.month == month:
        return PartialDate(published.year, month)
    middles = [date(published.year + shift, month, 15) for shift in (-1, 0, 1)]
    chosen = _chosen(middles, published, lean)
    return PartialDate(chosen.year, chosen.month)


def month_after(month: int, earlier: PartialDate) -> PartialDate:
    """What "that October" means after a date: the next month of that name, its own one too."""
    over = earlier.month is not None and month < earlier.month
    return PartialDate(earlier.year + over, month)


def month_before(month: int, earlier: PartialDate) -> PartialDate:
    """What "the October before" means before a date: the last month of that name, not its own."""
    over = earlier.month is None or month >= earlier.month
    return PartialDate(earlier.year - over, month)


def halved(unit: TimeUnit) -> TimeUnit:
    """Half of a span of years or more, to its grain: half a century is 50 years."""
    if unit.unit == "year" and unit.times == 1:
        return TimeUnit("month", 6)
    return TimeUnit(unit.unit, unit.times // 2)


def weekday_near(weekday: int, published: PartialDate, lean: Lean) -> PartialDate | None:
    """The day that a weekday means: the last one up to the report's day, or the next one."""
    today = published.exact()
    if today is None:
        return None
    back = (today.weekday() - weekday) % 7
    if lean is Lean.AFTER or (lean is Lean.AHEAD and back):
        return PartialDate.of(today + timedelta(days=7 - back))
    if lean is Lean.BEFORE and back == 0:
        back = 7
    return PartialDate.of(today - timedelta(days=back))


def relative_bounds(where: RelativeDate, published: PartialDate) -> Bounds | None:
    """What "last year" or "next week" spans; None where the report's date is not known so well."""
    bounds = _whole(where, published)
    if bounds is None or where.side is None:
        return bounds
    first, last = bounds
    return (first, published) if where.side == "before" else (published, last)


def ago_bounds(count: int, unit: TimeUnit, published: PartialDate) -> Bounds | None:
    """What "three years ago" spans, to the grain of its unit."""
    shift = -count * unit.times
    return _whole(RelativeDate(unit.unit, shift), published)


def years_before(day: PartialDate, years: int) -> PartialDate:
    """The same day or month so many years back; of 29 February the day before it."""
    exact = day.exact()
    if exact is None:
        return PartialDate(day.year - years, day.month)
    return PartialDate.of(add_months(exact, -12 * years).day)


def _whole(where: RelativeDate, published: PartialDate) -> Bounds | None:
    if where.unit == "year":
        return _same(PartialDate(published.year + where.shift))
    if published.month is None:
        return None
    if where.unit == "month":
        moved = add_months(published.first().replace(day=1), where.shift).day
        return _same(PartialDate(moved.year, moved.month))
    today = published.exact()
    if today is None:
        return _same(published) if where.shift == 0 else None
    if where.unit == "day":
        return _same(PartialDate.of(today + timedelta(days=where.shift)))
    monday = today + timedelta(days=7 * where.shift - today.weekday())
    return PartialDate.of(monday), PartialDate.of(monday + timedelta(days=6))


def _same(day: PartialDate) -> Bounds:
    return day, day


def _days(month: int, day: int, year: int) -> Iterable[date]:
    for near in (year - 1, year, year + 1):
        try:
            yield date(near, month, day)
        except ValueError:
            continue


def _chosen(days: list[date], published: PartialDate, lean: Lean) -> date:
    first, last = published.first(), published.last()
    inside = [day for day in days if first <= day <= last]
    if inside and lean not in (Lean.BEFORE, Lean.AFTER):
        return inside[0]
    past = [day for day in days if day <= last + _TOLD_LATE]
    ahead = [day for day in days if day > first]
    if lean is Lean.BEFORE:
        past = [day for day in past if day < first] or past
    if lean in (Lean.AHEAD, Lean.AFTER) and ahead:
        return ahead[0]
    if not past or not ahead or lean in (Lean.BACK, Lean.BEFORE):
        return past[-1] if past else ahead[0]
    much_nearer = (ahead[0] - last) * _FAR < first - past[-1]
    return ahead[0] if much_nearer else past[-1]
