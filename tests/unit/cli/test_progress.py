"""A first start that takes long says so, to somebody who watches."""

import io
import sys
import threading
from pathlib import Path

import pytest

from treatywatch import kept
from treatywatch.cli import progress


class Watched(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(kept.SETTING, str(tmp_path))
    monkeypatch.setattr(kept, "_missed", set())
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)


def shown(monkeypatch: pytest.MonkeyPatch) -> str:
    screen = Watched()
    monkeypatch.setattr(sys, "stderr", screen)
    progress.tell_of_a_first_start()
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join(5)
    return screen.getvalue()


def test_while_something_is_made_the_first_time_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept.kept("words", ()) is None
    assert "this once" in shown(monkeypatch)


def test_once_all_is_kept_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept.kept("words", ()) is None
    kept.keep("words", (), "made")
    assert shown(monkeypatch) == ""
