"""The desk: acts that reports tell of and the record lacks, decided one by one by an editor."""

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from treatywatch.checking.doubts.beyond_the_record import ACTS_TO_PROPOSE
from treatywatch.law.terms import Confidence
from treatywatch.status.explain import status_lines
from treatywatch.web.api.desk import Number
from treatywatch.web.asking import Record
from treatywatch.web.desk import (
    DecisionIn,
    in_context,
    known_to,
    record_answer,
    would_follow,
    write_decision,
)
from treatywatch.web.imports import is_page
from treatywatch.web.rendering import page
from treatywatch.web.visitors import FORM_FIELD, Editor, Visitor, form_of
from treatywatch.workspace.database import reading
from treatywatch.workspace.proposals import State, decisions, proposal, proposals
from treatywatch.workspace.reports import report_kept

router = APIRouter()
_WAITING, _DECIDED = 200, 50  # so many are shown
_AFTER = 303


@router.get("/desk")
def desk(request: Request, record: Record, account: Visitor) -> Response:
    """What waits for an editor, and what was decided last."""
    with reading(request.app.state.engine) as connection:
        waiting = proposals(connection, State.WAITING, _WAITING)
        decided = [
            one
            for state in (State.ACCEPTED, State.REJECTED)
            for one in proposals(connection, state, _DECIDED)
        ]
    return page(
        request,
        "desk.html.j2",
        waiting=[(one, record_answer(one, record)) for one in known_to(record, waiting)],
        decided=sorted(known_to(record, decided), key=lambda one: -one.id)[:_DECIDED],
        record=record,
        may_decide=account is not None and account.may_decide,
    )


@router.get("/desk/{proposal_id}")
def one_proposal(
    request: Request, record: Record, proposal_id: Number, account: Visitor
) -> Response:
    """A claim in its place, what the record says, and the forms to decide on it."""
    with reading(request.app.state.engine) as connection:
        known = proposal(connection, proposal_id)
        steps = decisions(connection, proposal_id)
        kept = report_kept(connection, known.report_id)
    answer = record_answer(known, record)
    return page(
        request,
        "proposal.html.j2",
        known=known,
        steps=steps,
        kept=kept,
        context=in_context(kept.text, known),
        is_page=is_page(kept),
        treaty=record.treaties[known.told.treaty],
        who=record.participants[known.told.participant],
        answer=answer,
        lines=status_lines(answer, record),
        follows=would_follow(known, record),
        acts=ACTS_TO_PROPOSE,
        confidences=list(Confidence),
        participants=sorted(record.participants.values(), key=lambda one: one.common_name),
        may_decide=account is not None and account.may_decide,
    )


@router.post("/desk/{proposal_id}/decisions")
async def decide(request: Request, proposal_id: Number, account: Editor) -> Response:
    """Write a decision down and show the proposal again."""
    told = await decision_told(request)
    await run_in_threadpool(write_decision, request, proposal_id, account, told)
    return RedirectResponse(f"/desk/{proposal_id}", _AFTER)


async def decision_told(request: Request, **settled: str) -> DecisionIn:
    """The decision that a form tells, with what its page has settled already.

    :class:`RequestValidationError` for a form that tells none.
    """
    form = await form_of(request)
    given = {name: value for name, value in form.items() if name != FORM_FIELD}
    try:
        return DecisionIn.model_validate({**given, **settled})
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_context=False)) from error
