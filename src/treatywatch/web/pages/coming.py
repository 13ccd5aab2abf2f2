"""What the law brings next, for everybody: effects of acts already done, and duties falling due."""

from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from treatywatch.status.coming import coming_effects
from treatywatch.status.deadlines import deadlines
from treatywatch.web.asking import AskedDays, Record
from treatywatch.web.rendering import page

router = APIRouter()
_AHEAD = timedelta(days=366)
_DEADLINES = 100  # the rest is in the calendar and in the table


@router.get("/coming")
def coming(request: Request, record: Record, days: AskedDays) -> HTMLResponse:
    """Effects still to come, however far, and the deadlines of a year."""
    until = days.on + _AHEAD
    due = deadlines(record, on=days.on, until=until, as_known_on=days.as_known_on)
    return page(
        request,
        "coming.html.j2",
        days=days,
        until=until,
        coming=coming_effects(record, on=days.on, as_known_on=days.as_known_on),
        deadlines=due[:_DEADLINES],
        further=max(0, len(due) - _DEADLINES),
        record=record,
    )
