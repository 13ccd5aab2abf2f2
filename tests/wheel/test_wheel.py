"""The wheel, built from the checkout and used from somewhere else."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(root)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the unpacked wheel alone."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def contents(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_every_file_of_the_package_is_in_the_wheel(contents: list[str], root: Path) -> None:
    package = root / "src"
    files = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files - set(contents) == set()
    assert any(name.startswith("treatywatch/record/acts/") for name in files)
    assert any(name.startswith("treatywatch/samples/") for name in files)
    assert "treatywatch/py.typed" in files


def test_nothing_else_is_in_the_wheel(contents: list[str]) -> None:
    assert {name.partition("/")[0] for name in contents} == {
        "treatywatch",
        next(name.partition("/")[0] for name in contents if ".dist-info/" in name),
    }
    assert [n for n in contents if "test" in n or n.endswith((".html.txt", ".pyc"))] == []


def elsewhere(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the installed package from a folder outside of the checkout.

    The dependencies come from the environment the tests run in; the editable install of the
    checkout comes after the unpacked wheel on the path. What it keeps lies apart, or the checkout
    would have to make its own anew.
    """
    kept = str(installed.with_name(f"{installed.name}-kept"))
    return subprocess.run(
        [sys.executable, "-m", "treatywatch", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed), "TREATYWATCH_CACHE": kept},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_the_wheel_that_answers(installed: Path, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import treatywatch; print(treatywatch.__file__)"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(told.stdout.strip()).is_relative_to(installed)


def test_a_status_is_answered_from_another_folder(installed: Path, tmp_path: Path) -> None:
    told = elsewhere(installed, tmp_path, "status", "FIN", "apmbc", "--on", "2025-12-31")
    assert (told.returncode, told.stderr) == (0, "")
    assert "PARTY UNDER NOTICE" in told.stdout


@pytest.mark.slow  # it makes ready all that a first report needs
def test_the_demo_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    told = elsewhere(installed, tmp_path, "demo")
    assert (told.returncode, told.stderr) == (0, "")
    assert (tmp_path / "brief.html").stat().st_size > 5_000


def test_the_record_holds_together_there_too(installed: Path, tmp_path: Path) -> None:
    assert elsewhere(installed, tmp_path, "lint").returncode == 0
