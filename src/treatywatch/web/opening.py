"""What a server is when it starts: the first pages at once, everything else as soon as it is there.

To load the whole application (every route and its schema, the library of the database, what reads
and checks) takes seconds; who opens the first page needs none of it. So that page is answered
here, and the application is opened behind it: as soon as somebody asks for anything else, after
the first answer, or a moment after the start. Once it is open every request goes to it.
"""

import logging
from asyncio import Task, create_task, get_running_loop, shield, wait
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import PACKAGED_RECORD, load_ledger
from treatywatch.web.first_pages import STATIC, about, home
from treatywatch.web.guards import EntityTags, SafetyHeaders, Unhurried
from treatywatch.web.rates import Rate
from treatywatch.web.settings import Settings, from_environment

_AT_THE_LATEST = 1.0  # seconds after the start: reports may be waiting though nobody visits
_FIRST = {"/": home, "/about": about}
_log = logging.getLogger(__name__)


def create() -> "Opening":
    """The application of one worker, with the settings of the environment."""
    return Opening(from_environment())


class Opening:
    """Answers the first pages until the application is open, and then gives everything to it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._visits = Rate(settings.reads_per_minute)
        self._opening: Task[ASGIApp] | None = None
        self._opened: ASGIApp | None = None
        self._open_for_now = AsyncExitStack()
        self._files = {f"/static/{path.name}" for path in STATIC.iterdir()}
        routes = [Route(path, self._page(make)) for path, make in _FIRST.items()]
        files = Mount("/static", StaticFiles(directory=STATIC))
        self._first = Starlette(routes=[*routes, files], lifespan=self._life)
        self._guarded = Unhurried(SafetyHeaders(EntityTags(self._first)), self._visits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here what can be, and anything else once the application is open."""
        if scope["type"] == "lifespan":
            await self._first(scope, receive, send)
        elif self._opened is None and self._is_first(scope):
            await self._guarded(scope, receive, send)
            self._begin()
        else:
            await (self._opened or await self._whole())(scope, receive, send)

    def _is_first(self, scope: Scope) -> bool:
        """Whether it is a first page as anybody sees it, or a file that pages need."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return False
        headers = Headers(scope=scope)
        is_anybody = "cookie" not in headers and "authorization" not in headers
        is_page = scope["path"] in _FIRST and not scope["query_string"] and is_anybody
        return is_page or scope["path"] in self._files

    def _page(self, make: Callable[[Request, Ledger], str]) -> Callable[[Request], HTMLResponse]:
        return lambda request: HTMLResponse(make(request, self._record()))

    def _record(self) -> Ledger:
        return load_ledger(self._settings.record_folder or PACKAGED_RECORD)

    @asynccontextmanager
    async def _life(self, _first: Starlette) -> AsyncIterator[None]:
        self._record()  # what is wrong with it ends the start
        async with self._open_for_now:
            latest = get_running_loop().call_later(_AT_THE_LATEST, self._begin)
            yield
            latest.cancel()
            if self._opening is not None:
                await wait({self._opening})

    async def _whole(self) -> ASGIApp:
        # Whoever waits may go away; it is opened for all the others.
        return await shield(self._begin())

    def _begin(self) -> "Task[ASGIApp]":
        """Open the application, unless that is under way; one that failed is tried again."""
        begun = self._opening
        if begun is None or (begun.done() and self._opened is None):
            self._opening = begun = create_task(self._open())
            begun.add_done_callback(_tell_failure)
        return begun

    async def _open(self) -> ASGIApp:
        application = await run_in_threadpool(_application, self._settings, self._visits)
        life = application.router.lifespan_context(application)
        await self._open_for_now.enter_async_context(life)
        self._opened = application
        return application


def _application(settings: Settings, visits: Rate) -> Starlette:
    from treatywatch.web import app

    return app.create(settings, visits)


def _tell_failure(opening: "Task[ASGIApp]") -> None:
    if not opening.cancelled() and (trouble := opening.exception()) is not None:
        _log.error("the application could not be opened", exc_info=trouble)
