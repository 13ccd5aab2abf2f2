"""A day that a depositary printed beside the day that a clause gives."""

from datetime import date

from treatywatch.law.calendar import Interval, PartialDate, When, in_words
from treatywatch.law.effect import Reason


def prefer_printed(
    computed: When, printed: PartialDate | None, article: str | None
) -> tuple[When, tuple[Reason, ...]]:
    """The printed day where there is one, and a reason that shows the difference if they differ.

    A printed month or year that the computed day fits changes nothing.
    """
    day = printed.exact() if printed is not None else None
    if printed is None or computed == day:
        return computed, ()
    if day is None:
        fits = isinstance(computed, date) and printed.covers(computed)
        bounds = Interval(printed.first(), printed.last(), f"printed as {in_words(printed)}")
        when: When = computed if fits else bounds
        return when, () if fits else (_difference(computed, printed, article),)
    return day, (_difference(computed, printed, article),)


def _difference(computed: When, printed: PartialDate, article: str | None) -> Reason:
    given = f"the clause gives {in_words(computed)}" if isinstance(computed, date) else None
    words = f"the depositary printed {in_words(printed)}; {given or 'the clause gives no one day'}"
    return Reason(f"{words}; the printed date is used", article, day=printed.exact())
