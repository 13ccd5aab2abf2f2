"""The day that a machine wrote: ISO 8601 in its usual spellings, and dates of mail (RFC 5322)."""

import re
from datetime import date, timedelta
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T\s].*)?\s*$", re.DOTALL)
_RUN_ON = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?\s*$", re.DOTALL)
_SLASHED = re.compile(r"\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T\s].*)?\s*$", re.DOTALL)
_EARLIEST = 1800
_LONGEST = 80


def written_day(text: str | None) -> str | None:
    """The day as EDTF ("2025-03-18", "2025-03"), as it was written: no time zone moves it.

    None for what is no date, and for a day to come (a clock ahead of ours is given one day).
    """
    if not text or len(text) > _LONGEST:
        return None
    found = _iso(text) or _of_mail(text)
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    return found if found is not None and found[:10] <= tomorrow else None


def _iso(text: str) -> str | None:
    for form in (_ISO, _RUN_ON, _SLASHED):
        if found := form.match(text):
            year, month, day = int(found[1]), int(found[2]), found[3]
            return _edtf(year, month, int(day) if day else None)
    return None


def _edtf(year: int, month: int, day: int | None) -> str | None:
    try:
        exact = date(year, month, day or 1)
    except ValueError:
        return None
    if year < _EARLIEST:
        return None
    return exact.isoformat() if day else f"{year:04}-{month:02}"


def _of_mail(text: str) -> str | None:
    try:
        return _edtf(*parsedate_to_datetime(text.strip()).timetuple()[:3])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
