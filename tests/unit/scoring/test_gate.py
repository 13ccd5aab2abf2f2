from dataclasses import replace

import pytest

from tests.unit.scoring.marks import found, marked
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.errors import UnreadableInput
from treatywatch.scoring.gate import (
    Floors,
    Refused,
    complaints,
    floors_as_json,
    read_floors,
    renewed,
)
from treatywatch.scoring.score import Score, score

GOLD = [marked(0, 10), marked(20, 30), marked(40, 50)]
GOOD = score(GOLD, {"a.txt": [found(0, 10), found(20, 30), found(40, 50)]})
POOR = score(GOLD, {"a.txt": [found(0, 10), found(20, 30)]})
SLANDER = score(GOLD, {"a.txt": [found(0, 10, verdict=Verdict.CONTRADICTED), *[]]})


def pinned(measured: Score) -> Floors:
    floors = renewed(measured, None, "gold-1")
    assert isinstance(floors, Floors)
    return floors


def test_the_same_score_passes() -> None:
    assert complaints(GOOD, pinned(GOOD), "gold-1") == ()


def test_a_better_score_passes() -> None:
    assert complaints(GOOD, pinned(POOR), "gold-1") == ()


def test_a_lower_score_is_named_with_its_floor() -> None:
    words = " ".join(complaints(POOR, pinned(GOOD), "gold-1"))
    assert "span_f1 is 0.8000, the floor is 1.0000" in words


def test_noise_is_allowed_and_no_more() -> None:
    assert complaints(POOR, replace(pinned(GOOD), noise=0.21), "gold-1") == ()
    assert complaints(POOR, replace(pinned(GOOD), noise=0.19), "gold-1") != ()


def test_a_wrong_contradicted_more_shuts_the_gate() -> None:
    floors = replace(pinned(GOOD), at_least={})
    assert complaints(SLANDER, floors, "gold-1") == (
        "wrong_contradicted is 1, at most 0 are allowed",
    )


def test_edited_gold_shuts_the_gate_even_where_the_score_is_good() -> None:
    assert any("fingerprint" in c for c in complaints(GOOD, pinned(GOOD), "gold-2"))


def test_floors_rise_without_asking() -> None:
    floors = renewed(GOOD, pinned(POOR), "gold-1")
    assert isinstance(floors, Floors)
    assert floors.at_least["span_f1"] == 1.0


def test_floors_are_not_lowered_silently() -> None:
    refused = renewed(POOR, pinned(GOOD), "gold-1")
    assert isinstance(refused, Refused)
    assert any("span_f1" in c for c in refused.complaints)


def test_noise_does_not_let_floors_sink_step_by_step() -> None:
    assert isinstance(renewed(POOR, replace(pinned(GOOD), noise=0.5), "gold-1"), Refused)


def test_other_gold_is_not_accepted_silently() -> None:
    assert isinstance(renewed(GOOD, pinned(GOOD), "gold-2"), Refused)


def test_floors_are_lowered_when_told_so() -> None:
    floors = renewed(POOR, pinned(GOOD), "gold-2", lower=True)
    assert isinstance(floors, Floors)
    assert floors.fingerprint == "gold-2"


def test_floors_survive_the_file() -> None:
    floors = replace(pinned(GOOD), noise=0.01)
    both = {"open": floors, "sealed": pinned(POOR)}
    assert read_floors(floors_as_json(both)) == both


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"open": {}}', '{"open": {"fingerprint": "x", "at_least": 3}}']
)
def test_what_is_no_floors_file_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput):
        read_floors(text)
