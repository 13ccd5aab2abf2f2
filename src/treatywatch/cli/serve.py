"""``serve``: the pages, REST and feeds, from one command."""

import os
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from treatywatch.cli import printing
from treatywatch.errors import BadSetting

_NEEDED = ("fastapi", "uvicorn", "sqlalchemy", "alembic", "argon2")


def serve(
    context: typer.Context,
    *,
    host: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Listen here; 127.0.0.1 by default.")
    ] = None,
    port: Annotated[int | None, typer.Option(help="The port; 8300 by default.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that answer; one by default.")
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Where the workspace lies: an SQLite file of this user by default, or "
            "postgresql://USER@HOST/NAME.",
        ),
    ] = None,
) -> None:
    """Serve the pages, the REST interface and the feeds until interrupted."""
    need_the_web_extra()
    given = {"host": host, "port": port, "workers": workers, "database": database}
    _to_environment({**given, "record": context.obj})
    _run()


def need_the_web_extra() -> None:
    """:class:`BadSetting` that says what to install, unless all of it is there."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        told = "install the web extra: pip install 'treatywatch[web]', or make serve"
        raise BadSetting("serve", f"without {', '.join(missing)}", told)


def _to_environment(given: dict[str, object]) -> None:
    """Options become settings in the environment, where each worker process reads them."""
    from treatywatch.web.settings import variable

    os.environ |= {variable(name): str(value) for name, value in given.items() if value is not None}


def _run() -> None:
    import uvicorn

    from treatywatch.web.settings import from_environment
    from treatywatch.web.starting import make_ready

    settings = from_environment()
    make_ready(settings)
    printing.print_text(f"treatywatch at {settings.address} (Ctrl+C ends it)")
    sys.stdout.flush()  # into a file or a pipe it would wait there for the end
    uvicorn.run(
        "treatywatch.web.opening:create",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_level="warning",
        ws="none",  # nothing here speaks it, and what does takes its time to load
        server_header=False,
        proxy_headers=False,
    )
