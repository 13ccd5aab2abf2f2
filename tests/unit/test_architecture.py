"""The shape of the house: who may know whom, how large a module may grow, what is never written.

The arrows are read from the table in docs/architecture.md, so that the page and the code agree.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "src" / "treatywatch"
MODULES = sorted(HOUSE.rglob("*.py"))
FREE_TO_ALL = {"errors", "values", "__version__"}  # whoever may fail may raise
EVERYTHING = "everything below"
BANNED_NAMES = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room_of(path: Path) -> str:
    """The room a module stands in; a module beside the rooms is a room of its own."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def arrows() -> dict[str, set[str]]:
    """For each room the rooms it may import, from the table of the page."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    allowed: dict[str, set[str]] = {}
    for line in page.splitlines():
        if (row := re.fullmatch(r"\| (`[^|]+) \| ([^|]+) \|", line)) is None:
            continue
        for room in re.findall(r"`(\w+)`", row[1]):
            names = set(re.findall(r"`(\w+)`", row[2].replace("nothing but", "")))
            allowed[room] = {EVERYTHING} if EVERYTHING in row[2] else names
    return allowed


def imports(tree: ast.AST, package: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Line and dotted target of each import, relative ones resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = base + (node.module.split(".") if node.module else [])
            yield from ((node.lineno, [*start, alias.name]) for alias in node.names)


def strangers(source: str, room: str, package: list[str]) -> list[str]:
    """The rooms that the source imports and that its room may not know, with their lines."""
    allowed = arrows().get(room, set()) | FREE_TO_ALL | {room}
    if EVERYTHING in allowed:
        return []
    return [
        f"line {line}: {target[1]}"
        for line, target in imports(ast.parse(source), package)
        if target[0] == "treatywatch" and len(target) > 1 and target[1] not in allowed
    ]


LARGE = ("reading", "checking")  # that have rooms of their own


def rooms_in(large: str) -> list[str]:
    """The rooms in a large one in the order of the page: each knows those before it."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = page.partition(f"| room in `{large}` |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


def downward(source: str, large: str, room: str) -> list[str]:
    """The rooms in a large one that a room of it imports and that come behind it, with lines."""
    order = rooms_in(large)
    behind = set(order[order.index(room) + 1 :])
    return [
        f"line {line}: {target[2]}"
        for line, target in imports(ast.parse(source), [])
        if target[:2] == ["treatywatch", large] and len(target) > 2 and target[2] in behind
    ]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_every_room_has_a_line_in_the_table() -> None:
    rooms = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    assert rooms - set(arrows()) == set()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_room_knows_only_whom_it_may_know(path: Path) -> None:
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return  # the front doors name everything
    package = ["treatywatch", *path.relative_to(HOUSE).parts[:-1]]
    assert strangers(path.read_text(encoding="utf-8"), room, package) == []


@pytest.mark.parametrize(
    ("source", "room", "found"),
    [
        ("from treatywatch.status import timeline", "reading", ["line 1: status"]),
        ("import treatywatch.status.timeline", "law", ["line 1: status"]),
        ("from ..checking import check", "reading", ["line 1: checking"]),
        ("def f():\n    from treatywatch import status", "law", ["line 2: status"]),
        ("from treatywatch.law.terms import Stage", "reading", []),
        ("from treatywatch.errors import NotADate", "law", []),
        ("import json", "law", []),
    ],
)
def test_a_forbidden_import_is_seen(source: str, room: str, found: list[str]) -> None:
    assert strangers(source, room, ["treatywatch", room]) == found


@pytest.mark.parametrize("large", LARGE)
def test_every_room_in_a_large_one_has_its_place_in_the_order(large: str) -> None:
    rooms = {path.parent.name for path in (HOUSE / large).glob("*/__init__.py")}
    assert rooms == set(rooms_in(large))


@pytest.mark.parametrize(
    ("large", "room"), [(large, room) for large in LARGE for room in rooms_in(large)]
)
def test_a_room_in_a_large_one_knows_only_those_before_it(large: str, room: str) -> None:
    found = {
        named(path): downward(path.read_text(encoding="utf-8"), large, room)
        for path in sorted((HOUSE / large / room).rglob("*.py"))
    }
    assert {path: rooms for path, rooms in found.items() if rooms} == {}


def test_an_import_against_the_order_is_seen() -> None:
    source = "import re\nfrom treatywatch.reading.claims.span import span_of"
    assert downward(source, "reading", "naming") == ["line 2: claims"]
    assert downward("from treatywatch.reading.text.language import told", "reading", "naming") == []
    source = "from treatywatch.checking.doubts.misread import unless_misread"
    assert downward(source, "checking", "exits") == ["line 1: doubts"]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_stays_small_enough_to_read(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 500
    too_long = [
        f"{f.name}: {(f.end_lineno or f.lineno) - f.lineno + 1} lines"
        for f in functions(path)
        if (f.end_lineno or f.lineno) - f.lineno + 1 > 60
    ]
    assert too_long == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_named_in_the_language_of_the_domain(path: Path) -> None:
    parts = {part.removesuffix(".py") for part in path.relative_to(HOUSE).parts}
    assert parts & BANNED_NAMES == set()


def at_import(path: Path) -> Iterator[ast.AST]:
    """What runs when the module is imported: everything outside of function bodies."""
    waiting: list[ast.AST] = list(ast.parse(path.read_text(encoding="utf-8")).body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        yield node
        waiting.extend(ast.iter_child_nodes(node))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_importing_a_module_reads_no_file(path: Path) -> None:
    readers = {"open", "read_text", "read_bytes", "iterdir", "glob", "rglob"}
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        for node in at_import(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
    }
    assert called & readers == set()


def text_files() -> list[Path]:
    kept = ("src", "docs", "gold", "bench", ".ci")
    loose = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile")]
    below = [path for folder in kept for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [path for path in (*loose, *below) if "__pycache__" not in path.parts]


def test_no_file_speaks_of_the_place_it_was_made_in() -> None:
    elsewhere = re.compile(r"(?<![\w.])/(?:work|tmp|root|home)/\w|\.\./shared")
    speaking = [
        f"{named(path)}: {hit[0]}"
        for path in text_files()
        if (hit := elsewhere.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert speaking == []
