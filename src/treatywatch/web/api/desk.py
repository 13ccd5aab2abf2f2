"""Proposals of the desk for programs, and decisions on them."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request

from treatywatch.web.asking import Record
from treatywatch.web.desk import (
    DecisionIn,
    decision_object,
    known_to,
    proposal_object,
    write_decision,
)
from treatywatch.web.visitors import Editor
from treatywatch.workspace.database import reading
from treatywatch.workspace.proposals import State, decisions, proposal, proposals

router = APIRouter(tags=["desk"], prefix="/proposals")
_LARGEST = 2**31 - 1
Number = Annotated[int, Path(ge=1, le=_LARGEST)]


@router.get("")
def list_proposals(
    request: Request,
    record: Record,
    state: Annotated[State | None, Query(description="Only those; all without it")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    cursor: Annotated[int | None, Query(ge=1, le=_LARGEST)] = None,
) -> dict[str, Any]:
    """Acts that reports tell of and the record lacks, the newest first."""
    with reading(request.app.state.engine) as connection:
        found = proposals(connection, state, limit + 1, cursor)
    shown = found[:limit]
    following = shown[-1].id if len(found) > limit else None
    told = [proposal_object(one, record) for one in known_to(record, shown)]
    return {"proposals": told, "next": following}


@router.get("/{proposal_id}")
def one_proposal(request: Request, record: Record, proposal_id: Number) -> dict[str, Any]:
    """One proposal with every step that was taken on it."""
    with reading(request.app.state.engine) as connection:
        known = proposal(connection, proposal_id)
        steps = decisions(connection, proposal_id)
    told = proposal_object(known, record)
    return {**told, "decisions": [decision_object(step) for step in steps]}


@router.post("/{proposal_id}/decisions", status_code=201)
def add_decision(
    request: Request, proposal_id: Number, account: Editor, told: DecisionIn
) -> dict[str, Any]:
    """Accept (with a source), reject, or take back what was accepted; every step is kept."""
    after = write_decision(request, proposal_id, account, told)
    with reading(request.app.state.engine) as connection:
        steps = decisions(connection, proposal_id)
    ledger = request.app.state.ledger()
    told_after = proposal_object(after, ledger)
    return {**told_after, "decisions": [decision_object(step) for step in steps]}
