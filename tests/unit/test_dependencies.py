"""What is imported is pinned: a clean environment holds what the lock files name."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import pytest

from tests.unit.test_architecture import ROOT, imports

OURS = {"treatywatch", "tests", "bench"}
ONLY_FOR_MYPY = {"_typeshed"}


def pinned(lock: str) -> set[str]:
    """The distributions that a lock file names, as the index spells them."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {spelled(name) for name in re.findall(r"(?m)^([\w.-]+)==", text)}


def spelled(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def foreign(folder: str) -> Iterator[tuple[str, str]]:
    """File and package of every import that is neither ours nor Python's own."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for _, target in imports(ast.parse(path.read_text(encoding="utf-8")), []):
            package = target[0]
            if package not in OURS | ONLY_FOR_MYPY | sys.stdlib_module_names:
                yield str(path.relative_to(ROOT)), package


@pytest.mark.parametrize(
    ("folder", "lock"), [("src", "requirements-web.lock"), ("tests", "requirements-dev.lock")]
)
def test_what_is_imported_is_pinned(folder: str, lock: str) -> None:
    found = packages_distributions()
    allowed = pinned(lock)
    loose = {
        (file, package)
        for file, package in foreign(folder)
        if not {spelled(one) for one in found.get(package, [])} & allowed
    }
    assert loose == set()
