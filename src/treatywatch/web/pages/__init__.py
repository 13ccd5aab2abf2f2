"""Pages for people: server-rendered, readable without JavaScript."""

from fastapi import APIRouter

from treatywatch.web.pages import treaties

pages_router = APIRouter(include_in_schema=False)
pages_router.include_router(treaties.router)
