"""No timeline changes unseen."""

import json
from pathlib import Path

import pytest

from tests.snapshots.renew import HERE, taken
from treatywatch.ledger.load import load_ledger

SNAPSHOTS = sorted(HERE.glob("*.json"))


def test_the_three_treaties_have_a_snapshot() -> None:
    assert {"apmbc", "ccm", "att"} <= {path.stem for path in SNAPSHOTS}


@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: str(path.stem))
def test_every_timeline_is_as_it_was(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))
    now = json.loads(taken(load_ledger(), path.stem))
    changed = {who: (kept.get(who), now.get(who)) for who in {*kept, *now}}
    assert {who: pair for who, pair in changed.items() if pair[0] != pair[1]} == {}


def test_a_snapshot_is_written_one_participant_a_line() -> None:
    text = taken(load_ledger(), "apmbc")
    assert json.loads(text)["FIN"][-1] == "2026-01-10 former-party"
    assert any(line.startswith(' "FIN": ') for line in text.splitlines())
