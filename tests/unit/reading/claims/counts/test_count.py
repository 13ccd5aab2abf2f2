"""Details of counts that the cases do not show."""

import pytest

from tests.unit.reading.the_record import of_type


@pytest.mark.parametrize(
    ("text", "value", "stage"),
    [
        ("A total of 164 countries are party to the Ottawa Convention.", 164, "parties"),
        ("The Ottawa Convention has been signed by 133 states.", 133, "signatories"),
        ("In the Ottawa Convention there remain 161 countries.", 161, "parties"),
        (
            "Tonga joined the Ottawa Convention, bringing the number of states parties to 166.",
            166,
            "parties",
        ),
        ("Burkina Faso ratified the Ottawa Convention, and that makes 40.", 40, "ratifications"),
    ],
)
def test_numbers_of_states(text: str, value: float, stage: str) -> None:
    (claim,) = of_type("count", text)
    assert (claim.value, claim.stage, claim.treaty) == (value, stage, "apmbc")


def test_a_rank_among_those_who_leave_is_a_count() -> None:
    text = "Poland will be the fifth European Union member to leave the Ottawa Convention."
    (claim,) = of_type("count", text)
    assert claim.value == 5
    assert of_type("withdrawal", text) == []


def test_those_who_leave_are_not_counted_as_members() -> None:
    assert of_type("count", "Five countries have left the Ottawa Convention.") == []
