"""The first page: every treaty of the record."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from treatywatch.web.asking import Record
from treatywatch.web.rendering import page

router = APIRouter()


@router.get("/")
async def home(request: Request, record: Record) -> HTMLResponse:
    """Every treaty by its short title."""
    treaties = sorted(record.treaties.values(), key=lambda treaty: treaty.short_title)
    return page(request, "home.html.j2", treaties=treaties)
