"""From a rule and a day to the day of effect, with the sum written out. One function a rule kind.

The list is closed: a new kind is a new class here, a new function, a new key in the schema and a
property test. Every other treaty is a change of data.
"""

import calendar
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from treatywatch.errors import NotADate
from treatywatch.law.calendar import add_days, add_months, first_of_month, in_words
from treatywatch.values import frozen


class Unit(StrEnum):
    """What a period is counted in; three months are not ninety days."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class ShortMonth(StrEnum):
    """Which day is taken where the month of effect lacks the day number (31 August + 6 months)."""

    LAST_DAY = "last-day"
    FIRST_OF_NEXT = "first-of-next"


class Anchor(StrEnum):
    """The day from which a rule counts."""

    DEPOSIT = "deposit"
    MONTH_OF_DEPOSIT = "month-of-deposit"
    RECEIPT_BY_DEPOSITARY = "receipt-by-depositary"
    RECEIPT_BY_PARTIES = "receipt-by-other-parties"
    NOTICE = "notice"  # the day of the notice itself, not of its receipt
    DAY_NAMED_IN_NOTICE = "day-named-in-notice"  # as of which it is given: the act's named date
    NOTIFICATION_BY_DEPOSITARY = "notification-by-depositary"  # the act's named date
    STATE_SUCCESSION = "state-succession"  # the act's named date
    WAIVER = "waiver-of-conditions"  # the act's named date
    ENTRY_INTO_FORCE = "entry-into-force-of-the-treaty"
    ENTRY_INTO_FORCE_FOR_PARTY = "entry-into-force-for-the-party"
    OPENING_FOR_SIGNATURE = "opening-for-signature"
    EVENT = "event"  # what brings the end about: an expulsion, the exit from a parent treaty
    END_OF_HOSTILITIES = "end-of-hostilities"

    @property
    def words(self) -> str:
        """As a reader says it: "the month of deposit", "entry into force for the party"."""
        return _ANCHOR_WORDS.get(self) or self.value.replace("-", " ")


_ANCHOR_WORDS = {
    Anchor.MONTH_OF_DEPOSIT: "the month of deposit",
    Anchor.RECEIPT_BY_DEPOSITARY: "receipt",
    Anchor.RECEIPT_BY_PARTIES: "receipt by the other parties",
    Anchor.NOTICE: "the notice",
    Anchor.DAY_NAMED_IN_NOTICE: "the day as of which notice is given",
    Anchor.NOTIFICATION_BY_DEPOSITARY: "notification by the depositary",
    Anchor.STATE_SUCCESSION: "State succession",
    Anchor.WAIVER: "the waiver of conditions",
    Anchor.EVENT: "the event",
    Anchor.END_OF_HOSTILITIES: "the end of hostilities",
}


@frozen
class MonthDay:
    """A day of every year, written "30 April"."""

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> "MonthDay":
        """Read "30 April"; raise :class:`NotADate` for a day that no year has."""
        number, _, name = text.strip().partition(" ")
        months = list(calendar.month_name)
        if not number.isdigit() or name not in months[1:]:
            raise NotADate(text, 'write a day of the year as "30 April"')
        month = months.index(name)
        if not 1 <= int(number) <= calendar.monthrange(2023, month)[1]:
            raise NotADate(text, f"{name} has no day {number} in every year")
        return cls(month, int(number))

    def in_year(self, year: int) -> date:
        """That day in that year."""
        return date(year, self.month, self.day)

    def on_or_after(self, day: date) -> date:
        """The first such day that is not before ``day``."""
        here = self.in_year(day.year)
        return here if here >= day else self.in_year(day.year + 1)

    def __str__(self) -> str:
        return f"{self.day} {calendar.month_name[self.month]}"


@frozen
class SameDay:
    """Effect on the very day."""


@frozen(slots=False)
class Period:
    """So many days, months or years after the anchor; the anchor day itself is not counted.

    ``then_first_of_next_month`` moves the result to the first day of the month that follows it: a
    result that already is a first day moves too (Rome Statute Art. 126).
    """

    amount: int
    unit: Unit
    short_month: ShortMonth = ShortMonth.LAST_DAY
    then_first_of_next_month: bool = False

    @cached_property
    def words(self) -> str:
        """ "6 months", "1 year"."""
        return count_of(self.amount, self.unit.value.removesuffix("s"))


@frozen
class FirstOfMonth:
    """The first day of the so-manieth month after the month of the anchor."""

    months: int


@frozen
class EndOfYear:
    """The last day of the year that lies ``years`` after that of the anchor (0: the same year)."""

    years: int
    ends: MonthDay = MonthDay(12, 31)


@frozen
class Yearly:
    """A fixed day of the year, the next one after a yearly deadline that the act has met."""

    on: MonthDay
    if_received_by: MonthDay


@frozen
class FixedDate:
    """A day that the treaty itself names."""

    day: date


Rule = SameDay | Period | FirstOfMonth | EndOfYear | Yearly | FixedDate


@frozen(slots=False)
class TakesEffect:
    """When something takes effect: a rule, the day it counts from, and the depositary's habit.

    ``one_day_more`` is the habit of some depositaries to print the day after the period has run
    out. Months are added first, a short month is settled, and only then is the day added.
    """

    rule: Rule
    after: Anchor
    one_day_more: bool = False

    @cached_property
    def words(self) -> str:
        """The rule as a reader says it, after a verb: "6 months after receipt"."""
        return _in_words(self.rule, self.after)


@frozen
class Reckoning:
    """A day, the sum that gives it, and what had to be taken for granted."""

    day: date
    arithmetic: str
    assumption: str | None = None


def reckon(takes_effect: TakesEffect, start: date) -> Reckoning:
    """The day of effect counted from ``start``; the first day on which things are different."""
    reckoning = _by_kind(takes_effect.rule, start)
    if not takes_effect.one_day_more:
        return reckoning
    day = reckoning.day + timedelta(days=1)
    before, equals, _ = reckoning.arithmetic.rpartition(" = ")
    sum_so_far = before if equals else reckoning.arithmetic
    return Reckoning(day, f"{sum_so_far} + 1 day = {in_words(day)}", reckoning.assumption)


def _by_kind(rule: Rule, start: date) -> Reckoning:
    match rule:
        case SameDay():
            return Reckoning(start, in_words(start))
        case Period():
            return _period(rule, start)
        case FirstOfMonth():
            return _first_of_month(rule, start)
        case EndOfYear():
            return _end_of_year(rule, start)
        case Yearly():
            return _yearly(rule, start)
        case FixedDate():
            return Reckoning(rule.day, in_words(rule.day))


def _period(rule: Period, start: date) -> Reckoning:
    day, assumption = _add(rule, start)
    arithmetic = f"{in_words(start)} + {rule.words}"
    if rule.then_first_of_next_month:
        arithmetic += f" = {in_words(day)}, then the first of the month that follows"
        day = first_of_month(day, 1)
    return Reckoning(day, f"{arithmetic} = {in_words(day)}", assumption)


def _add(rule: Period, start: date) -> tuple[date, str | None]:
    if rule.unit is Unit.DAYS:
        return add_days(start, rule.amount), None
    moved = add_months(start, rule.amount * (12 if rule.unit is Unit.YEARS else 1))
    if not moved.clamped:
        return moved.day, None
    lacks = f"{moved.day:%B} {moved.day.year} has no day {start.day}"
    if rule.short_month is ShortMonth.FIRST_OF_NEXT:
        return first_of_month(moved.day, 1), f"{lacks}; by convention the next day is taken"
    return moved.day, f"{lacks}; by convention its last day is taken"


def _first_of_month(rule: FirstOfMonth, start: date) -> Reckoning:
    day = first_of_month(start, rule.months)
    months = count_of(rule.months, "month")
    return Reckoning(day, f"{start:%B} {start.year} + {months}, day 1 = {in_words(day)}")


def _end_of_year(rule: EndOfYear, start: date) -> Reckoning:
    ending = rule.ends.on_or_after(start)
    day = rule.ends.in_year(ending.year + rule.years)
    arithmetic = f"year ending {in_words(ending)} + {count_of(rule.years, 'year')}"
    return Reckoning(day, f"{arithmetic} = {in_words(day)}")


def _yearly(rule: Yearly, start: date) -> Reckoning:
    deadline = rule.if_received_by.on_or_after(start)
    day = rule.on.on_or_after(deadline)
    arithmetic = f"{in_words(start)}, in time for {in_words(deadline)}, next {rule.on}"
    return Reckoning(day, f"{arithmetic} = {in_words(day)}")


def _in_words(rule: Rule, after: Anchor) -> str:
    match rule:
        case SameDay():
            return f"on the day of {after.words}"
        case Period():
            then = ", then the first of the month that follows"
            last = then if rule.then_first_of_next_month else ""
            return f"{rule.words} after {after.words}{last}"
        case FirstOfMonth():
            return f"on the first day of the {ordinal(rule.months)} month after {after.words}"
        case EndOfYear():
            later = f", {count_of(rule.years, 'year')} on" if rule.years else ""
            return f"on {rule.ends} at the end of the year of {after.words}{later}"
        case Yearly():
            return f"on {rule.on}, if received by {rule.if_received_by}"
        case FixedDate():
            return f"on {in_words(rule.day)}"


def count_of(number: int, noun: str) -> str:
    """ "1 year", "6 months"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def ordinal(number: int) -> str:
    """ "1st", "2nd", "11th", "40th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
