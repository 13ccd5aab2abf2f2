"""No timeline changes unseen."""

import json
from pathlib import Path

import pytest

from tests.snapshots.renew import HERE, differences, taken
from treatywatch.ledger.load import load_ledger

SNAPSHOTS = sorted(HERE.glob("*.json"))


def test_every_treaty_whose_acts_are_held_has_a_snapshot() -> None:
    held = {treaty for treaty, acts in load_ledger().acts.items() if acts}
    assert {path.stem for path in SNAPSHOTS} == held


@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: str(path.stem))
def test_every_timeline_is_as_it_was(path: Path) -> None:
    kept = path.read_text(encoding="utf-8")
    assert differences(kept, taken(load_ledger(), path.stem)) == ()


def test_a_change_is_told_as_a_difference_of_dates() -> None:
    kept = '{"in force": "2000-01-01", "AAA": ["always third-state", "2001-01-01 party"]}'
    now = '{"in force": "2000-01-01", "AAA": ["always third-state", "2001-02-01 party"]}'
    assert differences(kept, now) == ("AAA: - 2001-01-01 party; + 2001-02-01 party",)


def test_a_snapshot_is_written_one_participant_a_line() -> None:
    text = taken(load_ledger(), "apmbc")
    assert json.loads(text)["FIN"][-1] == "2026-01-10 former-party"
    assert any(line.startswith(' "FIN": ') for line in text.splitlines())
