"""What the pages show is what happens: their sessions are run, and the output compared.

A session is a fenced block `console` with `$ treatywatch ...` and its output; a line `...` stands
for any lines. Python is written as in a prompt (`>>>`).
"""

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faces.asking import ask, ask_in_a_process

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def sessions() -> Iterator[tuple[Path, str, str]]:
    """Page, command and shown output of each command in each console block."""
    for page in PAGES:
        for block in re.findall(r"^```console\n(.*?)^```", page.read_text("utf-8"), re.M | re.S):
            for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.M):
                if command.startswith("treatywatch"):
                    yield page, command, shown


SESSIONS = list(sessions())


def first_of_each() -> set[str]:
    """The first session of each command: it is run as a process of its own."""
    first: dict[str, str] = {}
    for _, command, _ in SESSIONS:
        first.setdefault(shlex.split(command)[1], command)
    return set(first.values())


def run(command: str, folder: Path) -> str:
    words = shlex.split(command)[1:]
    if command in first_of_each():
        told = ask_in_a_process(*words, folder=folder, NO_COLOR="1")
    else:
        told = ask(*words, folder=folder)
    return told.out + told.err


def looks_like(shown: str, printed: str) -> bool:
    """Whether the output is the one shown, white space at line ends and `...` lines aside."""
    wanted = [line.rstrip() for line in shown.strip("\n").splitlines()]
    pattern = "\n".join(r"(?:.*)" if w == "..." else re.escape(w) for w in wanted)
    got = "\n".join(line.rstrip() for line in printed.strip("\n").splitlines())
    return re.fullmatch(pattern, got, re.S) is not None


def test_the_front_page_shows_a_question_and_its_answer() -> None:
    assert any(page.name == "README.md" and "status" in command for page, command, _ in SESSIONS)


@pytest.mark.parametrize(
    ("page", "command", "shown"), SESSIONS, ids=[f"{p.name}: {c}" for p, c, _ in SESSIONS]
)
def test_a_session_is_shown_as_it_is(page: Path, command: str, shown: str, tmp_path: Path) -> None:
    for sample in (ROOT / "src/treatywatch/samples").iterdir():
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    printed = run(command, tmp_path)
    if not looks_like(shown, printed):
        pytest.fail(f"{page.name} shows for {command}:\n{shown}\nbut this is printed:\n{printed}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_is_shown_as_it_is(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "src/treatywatch/samples")
    results = doctest.testfile(
        str(page),
        module_relative=False,
        optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE,
    )
    assert results.failed == 0


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
        for target in re.findall(r"\]\(([^)#]+)", text):
            if "://" not in target:
                yield page, target


def test_every_page_is_in_the_list_of_pages() -> None:
    listed = (ROOT / "docs" / "README.md").read_text("utf-8")
    pages = [page.name for page in (ROOT / "docs").glob("*.md") if page.name != "README.md"]
    assert [page for page in pages if f"({page})" not in listed] == []


def test_no_link_leads_nowhere() -> None:
    broken = [f"{p.name}: {t}" for p, t in links() if not (p.parent / t).exists()]
    assert broken == []


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("one\ntwo\n", "one\ntwo  \n", True),
        ("one\n...\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n", "one\ntwo\n", False),
        ("a.b\n", "axb\n", False),
    ],
)
def test_sessions_are_compared_line_by_line(shown: str, printed: str, *, same: bool) -> None:
    assert looks_like(shown, printed) is same
