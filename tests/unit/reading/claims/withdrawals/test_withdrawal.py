"""Details of withdrawal claims that the cases do not show."""

import pytest

from tests.unit.reading.the_record import of_type
from treatywatch.errors import FaultyRecord
from treatywatch.reading.acts import stages


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("Poland left the Ottawa Convention.", "effective"),
        ("Poland is leaving the Ottawa Convention.", "announced"),
        ("Poland decided to leave the Ottawa Convention.", "announced"),
        ("Poland deposited its notice of withdrawal from the Ottawa Convention.", "notified"),
        ("Poland's withdrawal from the Ottawa Convention took effect.", "effective"),
        ("Poland suspended the Ottawa Convention.", "suspended"),
        ("Poland took back its signature of the Arms Trade Treaty.", "consent_withdrawn"),
        ("Poland is no longer a party to the Ottawa Convention.", "effective"),
        ("Poland may leave the Ottawa Convention.", "considered"),
        ("Polish ministers recommended leaving the Ottawa Convention.", "recommended"),
    ],
)
def test_the_stage_is_told_by_the_strongest_words(words: str, stage: str) -> None:
    (claim,) = of_type("withdrawal", words)
    assert (claim.stage, claim.participants) == (stage, ("POL",))


def test_a_bystander_does_not_leave() -> None:
    (claim,) = of_type(
        "withdrawal", "Citing the Russian threat, Latvia left the Ottawa Convention."
    )
    assert claim.participants == ("LVA",)


def test_two_treaties_left_at_once_are_two_claims() -> None:
    text = "Iran left the Non-Proliferation Treaty and the Chemical Weapons Convention."
    assert {c.treaty for c in of_type("withdrawal", text)} == {"npt", "cwc"}


def test_a_rule_with_an_unknown_cue_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "raw_section", lambda *_: {"rules": [{"stage": "x", "all": ["y"]}]})
    stages.stage_rules.cache_clear()
    with pytest.raises(FaultyRecord, match="stages"):
        stages.stage_rules("en")
    stages.stage_rules.cache_clear()
