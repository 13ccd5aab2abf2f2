"""Asking treatywatch from the command line, as a user does."""

import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

from treatywatch.cli.app import run


@dataclass(frozen=True)
class Told:
    """What came back: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def ask(*words: str, folder: Path | None = None, **environment: str) -> Told:
    """Ask `treatywatch` these words, in a folder; with an environment in a process that has it."""
    if environment:
        return ask_in_a_process(*words, folder=folder, **environment)
    out, err = _paper(), _paper()
    with (
        chdir(folder or Path.cwd()),
        redirect_stdout(out),
        redirect_stderr(err),
        Path(os.devnull).open(encoding="utf-8") as nothing,
        patch.object(sys, "stdin", nothing),
        pytest.raises(SystemExit) as left,
    ):
        run(words)
    return Told(int(left.value.code or 0), _read(out), _read(err))


def _paper() -> TextIOWrapper:
    return TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)


def _read(paper: TextIOWrapper) -> str:
    paper.flush()
    paper.seek(0)
    return paper.read()


def ask_in_a_process(*words: str, folder: Path | None = None, **environment: str) -> Told:
    """Run `treatywatch` with these words in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "treatywatch", *words],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Told(done.returncode, done.stdout, done.stderr)


def ask_in_a_terminal(*words: str, **environment: str) -> str:
    """Run `treatywatch` with a pseudo-terminal as its output; what the terminal was sent."""
    import pty

    reader, writer = pty.openpty()
    variables = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment}
    with subprocess.Popen(
        [sys.executable, "-m", "treatywatch", *words],
        env={name: value for name, value in variables.items() if value},
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=writer,
    ) as process:
        os.close(writer)
        sent = b""
        while piece := _piece(reader):
            sent += piece
        os.close(reader)
        process.wait(timeout=60)
    return sent.decode("utf-8")


def _piece(reader: int) -> bytes:
    try:
        return os.read(reader, 65_536)
    except OSError:  # the other end is closed: there is no more
        return b""
