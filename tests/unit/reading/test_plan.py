"""Claims of what somebody means to do."""

import pytest

from tests.unit.reading.the_record import of_type

HEAD = "The Ottawa Convention and Finland\n\nThe Ottawa Convention bans landmines.\n\n"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Poland will start producing anti-personnel mines.", "production"),
        ("The ministry plans to buy several million mines.", "procurement"),
        ("Latvia is building a fortified line along its border.", "infrastructure"),
        ("Defence spending will rise by 2026.", "budget"),
        ("Orpo said Finland would use mines in a war.", "deployment"),
        ("The rules on landmine exports: the policy on mines was reversed.", "policy"),
        ("The United States plans to join the convention.", "accession_intended"),
    ],
)
def test_one_plan(text: str, stage: str) -> None:
    assert [one.stage for one in of_type("plan", HEAD + text)] == [stage]


def test_a_plan_has_the_date_by_which_it_is_meant() -> None:
    (claim,) = of_type("plan", HEAD + "Poland plans to begin mine production by 2027.")
    assert (str(claim.date), claim.participants) == ("2027", ("POL",))


def test_a_plan_that_is_denied() -> None:
    (claim,) = of_type("plan", HEAD + "The country has no plans to produce mines.")
    assert claim.negated


@pytest.mark.parametrize(
    "text",
    [
        "The treaty forbids its members to produce mines.",
        "Critics urged Finland not to produce mines.",
        '"We will produce mines at home," the minister said.',
        "Finland plans to leave the treaty.",
    ],
)
def test_what_is_no_plan(text: str) -> None:
    assert of_type("plan", HEAD + text) == []
