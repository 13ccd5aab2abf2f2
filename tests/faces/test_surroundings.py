"""The same answer wherever it is asked: without colour, in the C locale, in a pipe, twice."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faces.asking import ask, ask_in_a_terminal

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "treatywatch" / "samples"
QUESTIONS = [
    ("status", "FIN", "apmbc", "--on", "2025-12-31"),
    ("timeline", "UKR", "apmbc"),
    ("count", "apmbc", "--on", "2025-12-27"),
    ("effect", "apmbc", "withdrawal", "2025-07-10", "--for", "Finland"),
    ("treaties",),
    ("check", str(SAMPLES / "kyiv-and-the-treaty.txt")),
    ("read", str(SAMPLES / "kyiv-and-the-treaty.txt")),
]
named = pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: words[0])
ESCAPE = "\x1b["
COLOURS = [f"\x1b[{code}m" for code in range(30, 38)]


@named
def test_a_terminal_gets_no_colour_with_no_color(words: tuple[str, ...]) -> None:
    sent = ask_in_a_terminal(*words, NO_COLOR="1")
    assert sent.strip()
    assert [colour for colour in COLOURS if colour in sent] == []
    assert "38;5" not in sent


def test_a_terminal_gets_colour_without_it() -> None:
    assert ESCAPE in ask_in_a_terminal(*QUESTIONS[0], NO_COLOR="")


@named
def test_a_pipe_gets_plain_text(words: tuple[str, ...]) -> None:
    told = ask(*words)
    assert (told.code, told.err) == (0, "")
    assert told.out.strip()
    assert ESCAPE not in told.out


@named
def test_the_c_locale_is_enough(words: tuple[str, ...]) -> None:
    told = ask(*words, LC_ALL="C", LANG="C")
    assert told.code == 0
    assert told.out == ask(*words).out


@named
def test_an_output_that_knows_only_ascii_gets_an_answer(words: tuple[str, ...]) -> None:
    told = ask(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (told.code, told.err) == (0, "")
    assert told.out.isascii()
    with_json = ask(*words, "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert with_json.out.isascii()
    assert with_json.out == ask(*words, "--json", PYTHONIOENCODING="ascii").out


@named
def test_asked_twice_the_answer_is_the_same_to_the_byte(words: tuple[str, ...]) -> None:
    for extra in ((), ("--json",)):
        once = ask(*words, *extra, PYTHONHASHSEED="1")
        again = ask(*words, *extra, PYTHONHASHSEED="4711")
        assert once == again


def test_a_folder_is_checked_the_same_way_twice() -> None:
    once = ask("check", str(SAMPLES), "--json", PYTHONHASHSEED="1")
    assert once.out
    assert once == ask("check", str(SAMPLES), "--json", PYTHONHASHSEED="4711")


def test_the_brief_is_the_same_to_the_byte(tmp_path: Path) -> None:
    once, again = tmp_path / "once.html", tmp_path / "again.html"
    ask("check", str(SAMPLES), "--brief", str(once), PYTHONHASHSEED="1")
    ask("check", str(SAMPLES), "--brief", str(again), PYTHONHASHSEED="4711")
    assert once.read_bytes() == again.read_bytes()


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "treatywatch", "participants", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


@named
def test_json_is_json(words: tuple[str, ...]) -> None:
    told = ask(*words, "--json").out
    streamed = words[0] in {"check", "read"}
    documents = [json.loads(line) for line in told.splitlines()] if streamed else [json.loads(told)]
    assert documents
