"""How every participant stands to a treaty on every day, in one answer."""

from datetime import date
from typing import Any

from fastapi import APIRouter

from treatywatch.publishing.plain_json import plain
from treatywatch.web.asking import AskedDays, Record
from treatywatch.web.mapping import Place, treaty_map

router = APIRouter(tags=["standings"])


@router.get("/treaties/{treaty}/map")
def whole_map(treaty: str, days: AskedDays, record: Record) -> dict[str, Any]:
    """Standings with the days from which they hold, and the counts with the days they changed."""
    drawn = treaty_map(record, treaty, days.as_known_on, date.today())
    return {
        "treaty": drawn.treaty.id,
        "as_known_on": plain(days.as_known_on),
        "first": plain(drawn.first),
        "last": plain(drawn.last),
        "participants": [_place(place) for place in drawn.places],
        "counts": {str(rule): plain(steps) for rule, steps in drawn.counts.items()},
    }


def _place(place: Place) -> dict[str, Any]:
    begun, ended = place.participant.exists_from, place.participant.exists_until
    return {
        "participant": place.participant.id,
        "name": place.participant.common_name,
        "exists_from": None if begun is None else plain(begun.first()),
        "exists_until": None if ended is None else plain(ended.last()),
        "standings": plain(place.standings),
        "except_for": plain(place.exceptions),
    }
