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


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The Americans intend to test a new missile within weeks.", "deployment"),
        ("Russia would resume nuclear testing if America did.", "policy"),
        ("From July the country's boats will hunt in Japanese waters.", "policy"),
        ("Iran will resume enrichment at Fordow.", "policy"),
        ("Norway has pledged to destroy its stocks by October.", "policy"),
        ("Britain will raise its cap on warheads to 260.", "policy"),
        ("The United States will supply Kyiv with cluster munitions.", "transfer"),
        ("South Korea will keep its minefields along the border.", "deployment"),
        ("The ministry expects to sign a contract for 200,000 mines.", "procurement"),
        ("Latvia wants to build a plant for anti-tank mines.", "production"),
        ("Denmark will donate 50 million kroner for mine clearance.", "budget"),
    ],
)
def test_plans_under_other_treaties(text: str, stage: str) -> None:
    assert [one.stage for one in of_type("plan", HEAD + text)] == [stage]


@pytest.mark.parametrize(
    "text",
    [
        "Parliament will send the landmine bill to the president.",
        "The treaty will limit emissions.",
        "Finland will send its notice under the Mine Ban Treaty next week.",
        "The letter said that the United States did not intend to become a party.",
        "Lithuania bought 85,000 mines in 2024.",
        "Parties must destroy stockpiled mines within four years.",
        "The company will build a hotel near the border.",
        "The mines will be remembered for a long time.",
        "Russia said it would not be the first to station such weapons.",
    ],
)
def test_what_is_planned_by_nobody(text: str) -> None:
    assert of_type("plan", HEAD + text) == []


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The army does not intend to buy any mines before 2028.", "procurement"),
        ("The ministry has no plans to place mines along the road.", "deployment"),
        ("The vote clears the way for Poland to produce mines.", "production"),
        ("Latvia is setting aside 40 million euros for mines.", "budget"),
        ("The mines would become part of the eastern shield.", "infrastructure"),
        ("Japanese boats will stay inside the economic zone.", "policy"),
        ("Norway could join in 2031.", "accession_intended"),
        ("France is raising the ceiling of its warheads to 310.", "policy"),
        ("Estonia will spend 5 per cent of output on defence.", "budget"),
        ("The agency has set a quota of 90 whales.", "policy"),
        ("Austria has offered to host the next conference.", "policy"),
        ("The party has promised to rejoin the convention.", "accession_intended"),
    ],
)
def test_plans_that_are_denied_begun_or_possible(text: str, stage: str) -> None:
    assert [one.stage for one in of_type("plan", HEAD + text)] == [stage]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty says mines may not be placed along the road.",
        "Campaigners urged Latvia not to set aside 40 million euros for mines.",
        "Finland, which borders Russia, will remain in the treaty.",
        "The ceiling of the hall has been painted blue.",
        "The conference was part of a long journey.",
    ],
)
def test_what_is_like_a_plan_and_none(text: str) -> None:
    assert of_type("plan", HEAD + text) == []


def test_a_plan_is_told_without_who_tells_of_it() -> None:
    (claim,) = of_type("plan", HEAD + "Estonia says it intends to buy mines in 2027.")
    assert (claim.quote, claim.participants) == ("it intends to buy mines in 2027", ("EST",))
