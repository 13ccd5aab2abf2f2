"""Details of facts about treaties that the cases do not show."""

import pytest

from tests.unit.reading.the_record import of_type


@pytest.mark.parametrize(
    ("text", "stage", "date"),
    [
        ("Signed in 1997, the Ottawa Convention is old.", "signature", "1997"),
        (
            "The Ottawa Convention was adopted in Oslo on 18 September 1997.",
            "adoption",
            "1997-09-18",
        ),
        ("The Ottawa Convention has been in force since 1999.", "entry_into_force", "1999"),
        (
            "1 March 1999 was the day on which the Ottawa Convention came into force.",
            "entry_into_force",
            "1999-03-01",
        ),
    ],
)
def test_milestones(text: str, stage: str, date: str) -> None:
    (claim,) = of_type("treaty_fact", text)
    assert (claim.stage, str(claim.date), claim.treaty) == (stage, date, "apmbc")


def test_a_treaty_that_never_came_into_force() -> None:
    (claim,) = of_type("treaty_fact", "The CTBT never came into force.")
    assert (claim.stage, claim.negated) == ("entry_into_force", True)


def test_what_is_forbidden_is_told_once_where_it_is_fullest() -> None:
    text = (
        "Finland left the Ottawa Convention, which bans mines. It is old. Under the Ottawa "
        "Convention the use, production and stockpiling of mines are forbidden."
    )
    (claim,) = of_type("treaty_fact", text)
    assert claim.stage == "prohibits"
    assert "stockpiling" in claim.quote


def test_an_exit_that_takes_effect_is_no_fact_of_the_treaty() -> None:
    text = (
        "Finland gave notice that it leaves the Ottawa Convention, which will take effect in "
        "January 2026."
    )
    assert of_type("treaty_fact", text, "2025-07-12") == []
