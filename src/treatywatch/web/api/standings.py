"""Standings: of one participant on a day, and over time."""

from typing import Any

from fastapi import APIRouter

from treatywatch import api
from treatywatch.publishing.answers_json import status_object, timeline_object
from treatywatch.web.asking import AskedDays, Record

router = APIRouter(tags=["standings"])


@router.get("/treaties/{treaty}/participants/{participant}/status")
async def status(treaty: str, participant: str, days: AskedDays, record: Record) -> dict[str, Any]:
    """How a participant stands to a treaty on a day, with the reasons and what is to come."""
    known_on = days.as_known_on
    return status_object(
        api.status(participant, treaty, on=days.on, as_known_on=known_on, ledger=record)
    )


@router.get("/treaties/{treaty}/participants/{participant}/timeline")
async def timeline(
    treaty: str, participant: str, days: AskedDays, record: Record
) -> dict[str, Any]:
    """Every standing of a participant towards a treaty, and the effects that make them."""
    known_on = days.as_known_on
    return timeline_object(api.timeline(participant, treaty, as_known_on=known_on, ledger=record))
