"""A real server, a real Chromium (Debian's), and axe-core: pages as visitors have them.

Screenshots of every page that a test looks at go to ``build/screens``.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.workspaces import DATABASES, new_workspace

SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"
NARROW, WIDE = 360, 1440
_PATIENCE = 60  # seconds until the server has to answer, on a busy machine
# WCAG 2.2 at levels A and AA, as axe-core names its rules.
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True, slots=True)
class Server:
    """A running server and the URL of its workspace."""

    address: str
    database: str


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """A running server for each kind of database, started when it is first asked for."""
    with ExitStack() as until_the_end:

        @cache
        def running(database: str) -> Server:
            folder = tmp_path_factory.mktemp(database)
            url = until_the_end.enter_context(new_workspace(database, folder))
            return until_the_end.enter_context(_served(url, folder / "log"))

        yield running


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """PostgreSQL at one width alone: what a database gives does not depend on the other."""
    crossed = [item for item in items if _is_crossed(item)]
    items[:] = [item for item in items if item not in crossed]
    config.hook.pytest_deselected(items=crossed)


def _is_crossed(item: pytest.Item) -> bool:
    here = item.path.is_relative_to(Path(__file__).parent)
    return here and "postgresql" in item.name and "narrow" in item.name


@pytest.fixture(params=DATABASES)
def server(request: pytest.FixtureRequest, servers: Callable[[str], Server]) -> Server:
    return servers(request.param)


@contextmanager
def _served(database: str, log: Path) -> Iterator[Server]:
    port = _free_port()
    settings = {"TREATYWATCH_PORT": str(port), "TREATYWATCH_DATABASE": database}
    command = [sys.executable, "-m", "treatywatch", "serve"]
    with log.open("wb") as told:
        process = subprocess.Popen(
            command, env={**os.environ, **settings}, stdout=told, stderr=told
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address, process, log)
            yield Server(address, database)
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed (Debian's package chromium)")
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    options += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()


@pytest.fixture(params=[NARROW, WIDE], ids=["narrow", "wide"])
def width(request: pytest.FixtureRequest) -> int:
    chosen: int = request.param
    return chosen


@pytest.fixture
def visit(chromium: Browser, server: Server, width: int) -> Iterator[BrowserContext]:
    """A visitor with a screen of either width, who starts anywhere below the server's address."""
    context = chromium.new_context(
        base_url=server.address, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    yield context
    context.close()


@pytest.fixture
def without_scripts(chromium: Browser, server: Server) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=server.address, java_script_enabled=False)
    yield context
    context.close()


def faults_of(page: Page) -> list[str]:
    """What axe-core has against a page, and what the page itself complained of."""
    from axe_playwright_python.sync_playwright import Axe

    found: Any = Axe().run(page, options={"runOnly": {"type": "tag", "values": _RULES}})
    return [
        f"{fault['id']}: {node['html'][:160]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]


def keep_picture(page: Page, name: str) -> None:
    """Keep the page as a picture, to be looked at."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    size = page.viewport_size
    assert size is not None
    page.screenshot(
        path=SCREENS / f"{re.sub('[^a-z0-9]+', '-', name)}-{size['width']}.png", full_page=True
    )


def overflows(page: Page) -> bool:
    """Whether the page is wider than the screen, so that it has to be moved sideways."""
    wider: bool = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return wider


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(_PATIENCE * 10):
        if process.poll() is not None:
            break
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')}")
