"""REST under /api/v1: the objects that ``--json`` prints, a router for each kind of question."""

from fastapi import APIRouter

from treatywatch.web.api import desk, imports, maps, proofs, questions, record, reports, standings

api_router = APIRouter(prefix="/api/v1")
api_router.include_router(desk.router)
api_router.include_router(imports.router)
api_router.include_router(maps.router)
api_router.include_router(proofs.router)
api_router.include_router(questions.router)
api_router.include_router(record.router)
api_router.include_router(reports.router)
api_router.include_router(standings.router)
