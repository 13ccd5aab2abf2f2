"""Days as a depositary prints them: "11 Sep 2002", "3 December 1997"."""

import re
from collections.abc import Mapping

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate
from treatywatch.values import frozen

PRINTED_DAY = r"\d{1,2}\s+[A-Za-z]+\.?,?\s+\d{4}"
_PRINTED = re.compile(rf"(?<!\d)({PRINTED_DAY})(?!\d)")


@frozen
class PrintedDay:
    """A day found in a text, and where it stands."""

    start: int
    day: PartialDate


def read_day(text: str, months: Mapping[str, int]) -> PartialDate:
    """The day that "11 Sep 2002" names; :class:`NotADate` where there is no such day."""
    number, month, year = text.replace(",", " ").split()
    known = months.get(month.rstrip(".").casefold())
    if known is None:
        raise NotADate(text, f'there is no month "{month}"')
    return PartialDate.parse(f"{int(year):04d}-{known:02d}-{int(number):02d}")


def days_in(text: str, months: Mapping[str, int]) -> tuple[PrintedDay, ...]:
    """Every day printed in a text, in order; :class:`NotADate` for one that does not exist.

    A number, a word and a year that are no date ("20 States 2010") are passed over.
    """
    return tuple(
        PrintedDay(match.start(), read_day(match[1], months))
        for match in _PRINTED.finditer(text)
        if match[1].replace(",", " ").split()[1].rstrip(".").casefold() in months
    )
