"""Claims and reports made by hand, for the tests of this folder and of publishing."""

import hashlib
from collections.abc import Mapping
from typing import Any

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Bound, Claim, ClaimType, ReadBy, Voice
from treatywatch.reports.report import Report


def a_report(text: str, dated: str | None = None, name: str = "a-report") -> Report:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(name, text, sha256, dated, "option" if dated else None, language="en")


def a_claim(text: str, fields: Mapping[str, Any]) -> Claim:
    """A claim on the words ``quote`` of the text, with the fields of a case file."""
    given = dict(fields)
    quote = given.pop("quote")
    start = text.index(quote)
    dated, until = given.pop("date", None), given.pop("until", None)
    return Claim(
        type=ClaimType(given.pop("type")),
        quote=quote,
        start=start,
        end=start + len(quote),
        treaty=given.pop("treaty", None),
        participants=tuple(given.pop("participants", ())),
        voice=Voice(given.pop("voice", "did")),
        bound=Bound(given.pop("bound", "exact")),
        read_by=ReadBy(given.pop("read_by", "first")),
        date=PartialDate.parse(str(dated)) if dated else None,
        until=PartialDate.parse(str(until)) if until else None,
        **given,
    )
