"""Pages for people: server-rendered, readable without JavaScript."""

from fastapi import APIRouter, Depends

from treatywatch.web.pages import (
    coming,
    comparisons,
    desk,
    downloads,
    imports,
    maps,
    participants,
    proofs,
    reports,
    searching,
    sessions,
    treaties,
)
from treatywatch.web.visitors import visitor

pages_router = APIRouter(include_in_schema=False, dependencies=[Depends(visitor)])
pages_router.include_router(coming.router)
pages_router.include_router(comparisons.router)
# Before the desk, whose addresses end in a number.
pages_router.include_router(imports.router)
pages_router.include_router(desk.router)
pages_router.include_router(downloads.router)
pages_router.include_router(maps.router)
pages_router.include_router(participants.router)
pages_router.include_router(proofs.router)
pages_router.include_router(searching.router)
pages_router.include_router(reports.router)
pages_router.include_router(sessions.router)
pages_router.include_router(treaties.router)
