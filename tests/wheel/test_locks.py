"""The lock files: everything pinned with hashes, the same versions to run, to build and to test."""

import re
import tomllib
from pathlib import Path

import pytest

LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-build.lock",
    "requirements-web.lock",
)
PIN = re.compile(r"^([a-z0-9.-]+)==([^ ;]+)", re.MULTILINE)


def pins(root: Path, lock: str) -> dict[str, str]:
    return dict(PIN.findall((root / lock).read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_no_address(root: Path, lock: str) -> None:
    text = (root / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_pinned_twice_is_pinned_alike(root: Path, lock: str) -> None:
    to_test = pins(root, "requirements-dev.lock")
    differing = {n: v for n, v in pins(root, lock).items() if to_test.get(n, v) != v}
    assert differing == {}


@pytest.mark.parametrize(
    ("lock", "extra"),
    [
        ("requirements.lock", None),
        ("requirements-web.lock", "web"),
        ("requirements-dev.lock", "dev"),
        ("requirements-dev.lock", "web"),
    ],
)
def test_every_dependency_is_pinned(root: Path, lock: str, extra: str | None) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"][extra] if extra else [])
    names = {re.split(r"[<>=!; \[]", need)[0].replace(".", "-").lower() for need in wanted}
    assert names - {project["name"]} - set(pins(root, lock)) == set()


def test_what_is_needed_to_run_is_part_of_what_is_needed_to_test(root: Path) -> None:
    assert set(pins(root, LOCKS[0])) - set(pins(root, LOCKS[1])) == set()
