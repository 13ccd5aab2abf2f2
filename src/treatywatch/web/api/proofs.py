"""Proofs as JSON: the documents that ``treatywatch prove`` checks again."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from treatywatch import api
from treatywatch.status.answers import CountRule
from treatywatch.status.proof import proof_of_count, proof_of_effect, proof_of_status
from treatywatch.web.asking import AskedDays, Record

router = APIRouter(tags=["proofs"], prefix="/proofs")


@router.get("/status")
def of_status(treaty: str, participant: str, record: Record, days: AskedDays) -> dict[str, Any]:
    """The proof of a standing."""
    return proof_of_status(record, participant, treaty, days.on, days.as_known_on)


@router.get("/count")
def of_count(
    treaty: str,
    record: Record,
    days: AskedDays,
    rule: Annotated[CountRule, Query()] = CountRule.IN_FORCE_FOR,
) -> dict[str, Any]:
    """The proof of a count."""
    return proof_of_count(record, treaty, days.on, rule, days.as_known_on)


@router.get("/effect")
def of_effect(
    treaty: str, act: str, day: str, record: Record, participant: str = ""
) -> dict[str, Any]:
    """The proof of a day of effect."""
    kind, on = api.act_kind(act), api.exact_day(day)
    return proof_of_effect(record, treaty, kind, on, participant or None)
