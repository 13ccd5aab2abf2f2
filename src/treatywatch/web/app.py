"""The application: which rooms of the web stand behind which address."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.staticfiles import StaticFiles

from treatywatch import __version__, api
from treatywatch.ledger.ledger import Ledger
from treatywatch.web.after_reading import after_reading
from treatywatch.web.api import api_router
from treatywatch.web.feeds.routes import router as feeds_router
from treatywatch.web.first_pages import STATIC
from treatywatch.web.guards import BodyLimit, EntityTags, SafetyHeaders, Unhurried
from treatywatch.web.kept_answers import KeptAnswers
from treatywatch.web.openapi import describe
from treatywatch.web.pages import pages_router
from treatywatch.web.problems import tell_problems
from treatywatch.web.rates import Rate
from treatywatch.web.reading_process import ReadingProcess
from treatywatch.web.reading_room import ReadingRoom
from treatywatch.web.settings import Settings, from_environment
from treatywatch.workspace.database import open_engine, writing
from treatywatch.workspace.kept_values import session_secret
from treatywatch.workspace.ledger_overlay import LedgerOverlay
from treatywatch.workspace.migrating import upgrade

_AROUND_IT = 65_536  # bytes of a form beside the report in it


def create(settings: Settings | None = None, visits: Rate | None = None) -> FastAPI:
    """The application of one worker, with the settings of the environment unless given some.

    ``visits`` has counted the requests so far. Raises :class:`BadSetting` and
    :class:`FaultyRecord`.
    """
    chosen = settings or from_environment()
    app = FastAPI(
        title="treatywatch",
        version=__version__,
        summary="Who is bound by which treaty, when and why; and what a report gets wrong.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # its pages would load scripts from elsewhere
        redoc_url=None,
        lifespan=_life,
    )
    app.state.settings = chosen
    app.state.engine = engine = open_engine(chosen.database)
    app.state.ledger = ledger = LedgerOverlay(engine, _record(chosen))
    app.state.reading_room = _reading_room(engine, ledger, chosen)
    app.state.writes = Rate(chosen.writes_per_minute)
    tell_problems(app)
    describe(app)
    app.include_router(api_router)
    app.include_router(feeds_router)
    app.include_router(pages_router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(BodyLimit, most=chosen.max_upload + _AROUND_IT)
    app.add_middleware(KeptAnswers, ledger=partial(_ledger_now, app))
    app.add_middleware(EntityTags)
    app.add_middleware(SafetyHeaders)
    app.add_middleware(Unhurried, rate=visits or Rate(chosen.reads_per_minute))
    return app


def _record(settings: Settings) -> Callable[[], Ledger]:
    return lambda: api.load(settings.record_folder)


def _reading_room(engine: Engine, ledger: LedgerOverlay, settings: Settings) -> ReadingRoom:
    seconds = settings.reading_seconds
    beside = ReadingProcess(seconds) if seconds else None
    return ReadingRoom(engine, ledger.renewed, after_reading, beside)


def _ledger_now(app: FastAPI) -> Ledger:
    known: Ledger = app.state.ledger()
    return known


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    await run_in_threadpool(_begin, app)
    yield
    app.state.reading_room.close()
    app.state.engine.dispose()


def _begin(app: FastAPI) -> None:
    upgrade(app.state.engine)
    with writing(app.state.engine) as connection:
        app.state.secret = app.state.settings.secret or session_secret(connection)
    app.state.ledger()  # read before the first visitor comes
    app.state.reading_room.open()
