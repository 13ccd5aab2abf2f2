"""Pages of a depositary handed in by programs: what is new in them waits at the desk."""

from typing import Any

from fastapi import APIRouter, HTTPException, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from treatywatch.web.imports import TakenPage, page_object, read_page, take_in_page
from treatywatch.web.visitors import Editor, form_of
from treatywatch.workspace.accounts import Account
from treatywatch.workspace.database import writing

router = APIRouter(tags=["desk"], prefix="/imports")
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file", "retrieved"],
                    "properties": {
                        "file": {
                            "type": "string",
                            "format": "binary",
                            "description": "A saved status page of the UN Treaty Collection",
                        },
                        "retrieved": {
                            "type": "string",
                            "format": "date",
                            "description": "The day the page was saved",
                        },
                        "url": {"type": "string", "description": "Where it was saved from"},
                    },
                }
            }
        },
    }
}


@router.post("", status_code=201, openapi_extra=_BODY)
async def hand_in_page(request: Request, account: Editor) -> dict[str, Any]:
    """Hold a depositary's page against the record; acts that the record lacks wait at the desk."""
    taken = await page_handed_in(request, account)
    return dict(page_object(taken))


async def page_handed_in(request: Request, account: Account) -> TakenPage:
    """The page of the form, kept; :class:`HTTPException` 415 or 422 for a form without one."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        raise HTTPException(415, "Send a form (multipart/form-data) with the page as file.")
    try:
        told = await _told(request)
        return await run_in_threadpool(_kept, request, account, *told)
    finally:
        await request.close()


async def _told(request: Request) -> tuple[bytes, str, str, str]:
    """The page, its file's name, the day on which it was saved, and where."""
    form = await form_of(request)
    file, retrieved, url = form.get("file"), form.get("retrieved"), form.get("url")
    if not isinstance(file, UploadFile) or not file.filename:
        raise HTTPException(422, "file: give the saved page.")
    if not isinstance(retrieved, str) or not retrieved.strip():
        raise HTTPException(422, "retrieved: give the day on which the page was saved.")
    address = url.strip() if isinstance(url, str) else ""
    return await file.read(), file.filename, retrieved.strip(), address


def _kept(
    request: Request, account: Account, html: bytes, name: str, retrieved: str, url: str
) -> TakenPage:
    state = request.app.state
    ledger = state.ledger.renewed()
    page = read_page(html, name, retrieved, ledger)
    with writing(state.engine) as connection:
        return take_in_page(connection, page, url, account.id, ledger)
