"""Map and time: one treaty, one day; the map, the counts with their rules, and the list."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from treatywatch.law.terms import Standing
from treatywatch.status.counting import count
from treatywatch.web.asking import AskedDays, Record
from treatywatch.web.mapping import RULES, is_a_full_count, outlines, treaty_map
from treatywatch.web.rendering import page
from treatywatch.web.supposed import Supposed, with_suppositions

router = APIRouter()


@router.get("/map")
def show_map(
    request: Request,
    days: AskedDays,
    record: Record,
    supposed: Supposed,
    treaty: Annotated[str, Query()] = "apmbc",
) -> HTMLResponse:
    """The map of a treaty on a day, suppositions included."""
    ledger, consequences = with_suppositions(record, supposed, days)
    drawn = treaty_map(ledger, treaty, days.as_known_on, date.today())
    there = [place for place in drawn.places if place.exists_on(days.on)]
    standings = {place.participant.id: place.on(days.on) for place in there}
    counted = count(ledger, drawn.treaty.id, days.on)
    return page(
        request,
        "map.html.j2",
        drawn=drawn,
        there=there,
        standings=standings,
        order=[s for s in Standing if s is not Standing.THIRD_STATE] + [Standing.THIRD_STATE],
        outlines=outlines(),
        days=days,
        counted=counted,
        rules=[(str(rule), counted.by(rule).words, counted.by(rule).number) for rule in RULES],
        full=is_a_full_count(drawn.treaty),
        treaties=sorted(record.treaties.values(), key=lambda one: one.short_title),
        supposed=supposed,
        consequences=consequences,
        participants=[place.participant for place in drawn.places],
        before_all=(drawn.last - drawn.first).days,
        at=(days.on - drawn.first).days,
    )
