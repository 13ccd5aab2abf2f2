"""Whether a date that a report gives can be the date that the record has."""

from datetime import date, timedelta

from treatywatch.law.calendar import PartialDate, in_words


def agree(claimed: PartialDate | None, actual: PartialDate | date, slack: int = 0) -> bool:
    """Whether the two can mean the same day, give or take ``slack`` days.

    No date given agrees with every day. A month or a year has no slack: the end of March is not
    the first of April.
    """
    if claimed is None:
        return True
    slack = slack if claimed.day is not None else 0
    first, last = _bounds(actual)
    return claimed.first() <= last + timedelta(slack) and first - timedelta(slack) <= claimed.last()


def is_after(claimed: PartialDate | None, day: date) -> bool:
    """Whether the date given lies wholly after the day."""
    return claimed is not None and claimed.first() > day


def is_before(claimed: PartialDate | None, day: date) -> bool:
    """Whether the date given lies wholly before the day."""
    return claimed is not None and claimed.last() < day


def at(day: PartialDate | date) -> str:
    """ "on 10 July 2025", "in July 2025" """
    exact = isinstance(day, date) or day.day is not None
    return f"{'on' if exact else 'in'} {in_words(day)}"


def _bounds(day: PartialDate | date) -> tuple[date, date]:
    return (day, day) if isinstance(day, date) else (day.first(), day.last())
