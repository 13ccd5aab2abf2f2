"""Reports handed in by programs, and what was found in them."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi import Path as PathParameter
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from treatywatch.publishing.comparison_json import comparison_object
from treatywatch.web.arriving import Handed, reports_of
from treatywatch.web.asking import Record
from treatywatch.web.compared import Chosen, chosen_reports, comparison_of
from treatywatch.web.kept_reports import TakenIn, take_in
from treatywatch.web.visitors import Writer, form_of
from treatywatch.workspace.database import reading, writing
from treatywatch.workspace.readings import State, newest_reading, reading_if_any
from treatywatch.workspace.reports import ReportLine, report_kept, report_lines

router = APIRouter(tags=["reports"], prefix="/reports")

_SMALLEST_ID, _LARGEST_ID = 1, 2**31 - 1
Number = Annotated[int, PathParameter(ge=_SMALLEST_ID, le=_LARGEST_ID)]


class HandedIn(BaseModel):
    """A report as JSON: its text, or an address to fetch it from."""

    model_config = ConfigDict(extra="forbid")
    text: str = ""
    url: Annotated[str, Field(max_length=2_000)] = ""
    name: Annotated[str, Field(max_length=400)] = ""
    published: Annotated[str | None, Field(max_length=10, description="EDTF: 2025-03-18")] = None
    language: Annotated[str | None, Field(max_length=3, description="ISO 639-1")] = None


_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": HandedIn.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "text": {"type": "string"},
                        "url": {"type": "string"},
                        "published": {"type": "string"},
                        "language": {"type": "string"},
                    },
                }
            },
        },
    }
}


@router.post(
    "",
    status_code=202,
    openapi_extra=_BODY,
)
async def hand_in(request: Request, account: Writer) -> Response:
    """Hand in a report (or a feed of reports); it is read soon, as ``state`` tells."""
    handed = await _handed(request)
    taken = await keep_handed(request, handed, account.id)
    told = {"reports": [_address(one) for one in taken]}
    headers = {"Location": f"/api/v1/reports/{taken[0].id}"}
    return JSONResponse(told, 202, headers)


@router.get("")
def list_reports(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    cursor: Annotated[int | None, Query(ge=_SMALLEST_ID, le=_LARGEST_ID)] = None,
) -> dict[str, Any]:
    """The reports there are, the newest first; ``next`` is the cursor of the page after."""
    with reading(request.app.state.engine) as connection:
        lines = report_lines(connection, limit + 1, cursor)
    shown = lines[:limit]
    following = shown[-1].id if len(lines) > limit else None
    return {"reports": [_line(one) for one in shown], "next": following}


@router.get("/compare")
def compare(request: Request, record: Record, numbers: Chosen) -> dict[str, Any]:
    """Reports against each other: the object that ``treatywatch compare --json`` prints."""
    with reading(request.app.state.engine) as connection:
        checked = chosen_reports(connection, numbers)
    return comparison_object(comparison_of(checked, record))


@router.get(
    "/{report_id}",
    response_class=JSONResponse,
    responses={202: {"description": "It is not read yet: ask again."}},
)
def findings(request: Request, report_id: Number) -> Response:
    """What was found in a report: the object that ``treatywatch check --json`` prints."""
    told = state_of(request, report_id)
    with reading(request.app.state.engine) as connection:
        done = reading_if_any(connection, report_id, State.DONE)
    if done is not None and done.findings is not None:
        return JSONResponse(done.findings["told"])
    if told["state"] == State.FAILED:
        raise HTTPException(400, told["trouble"])
    return JSONResponse(told, 202, {"Retry-After": "1"})


@router.get("/{report_id}/state")
def state_of(request: Request, report_id: Number) -> dict[str, Any]:
    """How far the newest reading of a report is."""
    with reading(request.app.state.engine) as connection:
        report_kept(connection, report_id)
        newest = newest_reading(connection, report_id)
    return {
        "report": report_id,
        "state": str(newest.state),
        "trouble": newest.trouble,
        "asked_at": newest.asked_at.isoformat(),
        "ended_at": newest.ended_at.isoformat() if newest.ended_at else None,
    }


async def keep_handed(request: Request, handed: Handed, account_id: int) -> list[TakenIn]:
    """Open what was handed in and keep it, all of it in one transaction; reading comes later."""
    try:
        return await run_in_threadpool(_kept, request, handed, account_id)
    finally:
        await request.close()


def _kept(request: Request, handed: Handed, account_id: int) -> list[TakenIn]:
    state = request.app.state
    reports = reports_of(handed, state.settings.max_upload)
    with writing(state.engine) as connection:
        taken = [take_in(connection, report, account_id) for report in reports]
    state.reading_room.nudge()
    return taken


async def _handed(request: Request) -> Handed:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            told = HandedIn.model_validate_json(await request.body())
        except ValidationError as error:
            raise RequestValidationError(error.errors(include_context=False)) from error
        return Handed(**told.model_dump())
    if kind not in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        raise HTTPException(415, "Send application/json, or a form with a file.")
    return await handed_by_form(request)


async def handed_by_form(request: Request) -> Handed:
    """What a form hands in: the fields text, file, url, published, language."""
    form = await form_of(request)
    words = {
        name: value.replace("\r\n", "\n") if isinstance(value := form.get(name), str) else ""
        for name in ("text", "url", "published", "language")
    }
    file = form.get("file")
    upload = file if isinstance(file, UploadFile) and file.filename else None
    return Handed(
        text=words["text"],
        file=upload.file if upload else None,
        name=upload.filename or "" if upload else "",
        url=words["url"],
        published=words["published"].strip() or None,
        language=words["language"].strip() or None,
    )


def _address(taken: TakenIn) -> dict[str, Any]:
    return {
        "report": taken.id,
        "is_new": taken.is_new,
        "findings": f"/api/v1/reports/{taken.id}",
        "state": f"/api/v1/reports/{taken.id}/state",
        "page": f"/reports/{taken.id}",
    }


def _line(one: ReportLine) -> dict[str, Any]:
    return {
        "report": one.id,
        "name": one.name,
        "title": one.title,
        **one.particulars,
        "received_at": one.received_at.isoformat(),
        "state": one.state,
        "verdicts": dict(one.tally),
        "findings": f"/api/v1/reports/{one.id}",
    }
