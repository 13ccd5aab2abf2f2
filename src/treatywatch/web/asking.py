"""What every question may say of time and view, read in one place for pages and for programs."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request

from treatywatch import api
from treatywatch.ledger.ledger import Ledger
from treatywatch.values import frozen


@frozen
class Days:
    """The day the law is asked about, and the day whose knowledge is used (None: all there is)."""

    on: date
    as_known_on: date | None


def days(
    on: Annotated[str | None, Query(description="The day asked about, ISO 8601; today")] = None,
    as_known_on: Annotated[
        str | None, Query(description="Answer with what was known on this day, ISO 8601")
    ] = None,
) -> Days:
    """The two days of a question; an empty field of a form is as good as none."""
    return Days(api.as_day(on or None) or date.today(), api.as_day(as_known_on or None))


def ledger_of(
    request: Request,
    view: Annotated[
        str | None,
        Query(description="Whose view is taken where views differ: depositary, own, or a code"),
    ] = None,
) -> Ledger:
    """The record that answers this request, with what the desk has accepted, in the view asked."""
    known: Ledger = request.app.state.ledger()
    return known.seen_by(view or None)


AskedDays = Annotated[Days, Depends(days)]
Record = Annotated[Ledger, Depends(ledger_of)]
