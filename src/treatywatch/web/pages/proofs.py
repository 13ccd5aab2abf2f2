"""The derivation behind an answer, step by step, with the file that anybody can check again."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from treatywatch import api
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule
from treatywatch.status.proof import Proof, proof_of_count, proof_of_effect, proof_of_status
from treatywatch.web.asking import AskedDays, Days, Record
from treatywatch.web.rendering import page

router = APIRouter()


@router.get("/proof/status")
def of_status(
    request: Request, treaty: str, participant: str, record: Record, days: AskedDays
) -> HTMLResponse:
    """Why a participant stands as it does."""
    told = proof_of_status(record, participant, treaty, days.on, days.as_known_on)
    return _shown(
        request, record, told, "status", f"treaty={treaty}&participant={participant}", days
    )


@router.get("/proof/count")
def of_count(
    request: Request,
    treaty: str,
    record: Record,
    days: AskedDays,
    rule: Annotated[CountRule, Query()] = CountRule.IN_FORCE_FOR,
) -> HTMLResponse:
    """Why a count is what it is."""
    told = proof_of_count(record, treaty, days.on, rule, days.as_known_on)
    return _shown(request, record, told, "count", f"treaty={treaty}&rule={rule}", days)


@router.get("/proof/effect")
def of_effect(
    request: Request, treaty: str, act: str, day: str, record: Record, participant: str = ""
) -> HTMLResponse:
    """Why an act takes effect when it does."""
    kind, on = api.act_kind(act), api.exact_day(day)
    told = proof_of_effect(record, treaty, kind, on, participant or None)
    asked = f"treaty={treaty}&act={act}&participant={participant}&day={day}"
    return _shown(request, record, told, "effect", asked, None)


def _shown(
    request: Request, record: Ledger, proof: Proof, kind: str, asked: str, days: Days | None
) -> HTMLResponse:
    when = ""
    if days is not None:
        when = f"&on={days.on}" + (f"&as_known_on={days.as_known_on}" if days.as_known_on else "")
    return page(
        request,
        "proof.html.j2",
        proof=proof,
        record=record,
        source=f"/api/v1/proofs/{kind}?{asked}{when}",
    )
