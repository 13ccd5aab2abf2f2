"""docs/data-files.md lists every fault that the loaders, the lint and the importers can report."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest


def codes_in(path: Path) -> Iterator[str]:
    """The codes written as text in calls that make a fault, and in tables named ``_CODES``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        texts = [part.value for part in _written(node) if isinstance(part, ast.Constant)]
        yield from (t for t in texts if isinstance(t, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+", t))


def _written(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Call) and "fault" in ast.unparse(node.func).casefold():
        return [*node.args, *(keyword.value for keyword in node.keywords)]
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
        named = [target.id for target in node.targets if isinstance(target, ast.Name)]
        return node.value.values if named == ["_CODES"] else []
    return []


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
        ('aids.faults.add(row.line, "torn-row", told)', ["torn-row"]),
        ('_CODES = {"missing": "missing-key"}', ["missing-key"]),
        ('print("not-a-fault")', []),
    ],
)
def test_a_code_is_found_where_it_is_written(source: str, codes: list[str], tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert list(codes_in(module)) == codes
