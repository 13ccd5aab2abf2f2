"""docs/data-files.md lists every fault that the loaders, the lint and the importers can report."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest


def codes_in(path: Path) -> Iterator[str]:
    """The codes written as text in calls that make a fault."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        called = node.func.id if isinstance(node.func, ast.Name) else called
        if "fault" not in called.casefold():
            continue
        arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
        texts = [a.value for a in arguments if isinstance(a, ast.Constant)]
        yield from (t for t in texts if isinstance(t, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+", t))


def test_every_fault_of_the_ledger_is_listed(root: Path) -> None:
    page = (root / "docs" / "data-files.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", page))
    found = {
        code for path in (root / "src/treatywatch/ledger").rglob("*.py") for code in codes_in(path)
    }
    assert found, "no code was found: the way of writing them has changed"
    assert sorted(found - listed) == []


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('Fault(name, 1, "missing-column", words)', ["missing-column"]),
        ('raise CellFault("not-a-date", "x: no date")', ["not-a-date"]),
        ('self.fault(line, code="unknown-letter", words="what is this")', ["unknown-letter"]),
        ('print("not-a-fault")', []),
    ],
)
def test_a_code_is_found_where_it_is_written(source: str, codes: list[str], tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert list(codes_in(module)) == codes
