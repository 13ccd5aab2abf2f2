"""A record with each kind of fault: `lint` tells the place, and no answer comes from it."""

import csv
import json
from pathlib import Path

import pytest

from treatywatch.cli.app import run

BROKEN = Path(__file__).resolve().parents[1] / "broken"


def faults(kind: str) -> list[dict[str, str]]:
    """The rows of the table beside the broken files: file, line, code, words."""
    with (BROKEN / f"{kind}.csv").open(encoding="utf-8", newline="") as rows:
        return [{"kind": kind, **row} for row in csv.DictReader(rows)]


FAULTS = [*faults("treaties"), *faults("acts")]


def record_with(fault: dict[str, str], folder: Path) -> Path:
    (folder / fault["kind"]).mkdir()
    broken = BROKEN / fault["kind"] / fault["file"]
    (folder / fault["kind"] / fault["file"]).write_bytes(broken.read_bytes())
    return folder


def leave(words: list[str]) -> int:
    with pytest.raises(SystemExit) as left:
        run(words)
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['kind']}/{fault['file']}")
def test_lint_tells_the_place_and_what_to_do(
    fault: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leave(["lint", str(record_with(fault, tmp_path)), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    place = (f"{fault['kind']}/{fault['file']}", int(fault["line"]), fault["code"])
    found = [one for one in told if (one["file"], one["line"], one["code"]) == place]
    assert any(fault["words"] in one["words"] for one in found)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['kind']}/{fault['file']}")
def test_no_answer_is_given_from_a_faulty_record(
    fault: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = record_with(fault, tmp_path)
    assert leave(["--record", str(record), "count", "apmbc"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "faults" in told.err
    assert f"{fault['kind']}/{fault['file']}:{fault['line']}: " in told.err
