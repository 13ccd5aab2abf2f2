"""Claims of figures and conditions."""

import pytest

from tests.unit.reading.the_record import of_type

HEAD = "The Ottawa Convention and Finland\n\nThe Ottawa Convention bans landmines.\n\n"


@pytest.mark.parametrize(
    ("text", "stage", "value", "unit"),
    [
        ("In 2023 alone 5,757 people were killed by mines.", "killed", 5757, "people"),
        ("Civilians made up 84 percent of all casualties.", "civilian_share", 84, "percent"),
        ("The Seimas voted 107-0 to leave.", "vote", 107, "votes"),
        ("It passed with 78 votes in favour and 10 against.", "vote", 78, "votes"),
        ("South Korea has about 2 million mines in stock.", "stockpile", 2e6, "mines"),
        (
            "Finland destroyed its stockpile of one million mines.",
            "stockpile_destroyed",
            1e6,
            "mines",
        ),
        ("Russia and Myanmar laid new mines in 2024.", "use", None, None),
        ("Ukraine is the most heavily mined country on earth.", "contamination", None, None),
        ("The United States has sent cluster munitions to Ukraine.", "transfer", None, None),
        ("The number of victims has fallen sharply.", "casualties", None, None),
    ],
)
def test_one_figure(text: str, stage: str, value: float | None, unit: str | None) -> None:
    (claim,) = of_type("indicator", HEAD + text)
    assert (claim.stage, claim.value, claim.unit) == (stage, value, unit)


def test_each_year_has_its_own_figure() -> None:
    found = of_type("indicator", HEAD + "Casualties fell from 25,000 in 1997 to 3,000 in 2013.")
    assert [(one.value, str(one.date)) for one in found] == [(25_000, "1997"), (3_000, "2013")]


def test_each_state_of_a_list_has_its_own_figure() -> None:
    text = "Mines are in store in many places: China with 110 million, Russia with 60-70 million."
    found = of_type("indicator", HEAD + text)
    assert [(one.participants, one.value, one.value_high) for one in found] == [
        (("CHN",), 110e6, None),
        (("RUS",), 60e6, 70e6),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty forbids the use of mines by Russia.",
        "Finland would use mines if 5,000 people were killed.",
        '"Russia has used mines in Ukraine," he said.',
        "The talks took three days and five ministers came.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert of_type("indicator", HEAD + text) == []


def test_a_denial_is_told() -> None:
    (claim,) = of_type("indicator", HEAD + "No mines had been laid by Finland since 1945.")
    assert claim.negated


@pytest.mark.parametrize(
    ("text", "stage", "value"),
    [
        ("Russia has about 5,580 nuclear warheads.", "stockpile", 5580),
        ("Ukraine inherited some six million mines from the Soviet army.", "stockpile", 6e6),
        ("Syria declared 1,300 tonnes of chemical agents in 2013.", "stockpile", 1300),
        ("The pact covered missiles; 2,692 of them were destroyed.", "stockpile_destroyed", 2692),
        ("Colombia cleared 12 square kilometres of land last year.", "clearance", 12),
        ("Angola has cleared 90 percent of its minefields.", "clearance", 90),
        ("Global emissions rose by 1.1 percent in 2023.", "emissions", 1.1),
        ("Japanese ships caught 333 minke whales last season.", "killed", 333),
        ("In Angola mines still kill farmers every month.", "casualties", None),
        ("Beijing abstained when the text was put to the vote in 2013.", "vote", None),
        ("Egypt and Iran voted against the resolution.", "vote", None),
        (
            "Russia, which is not a party, has used such mines since the invasion began.",
            "use",
            None,
        ),
    ],
)
def test_figures_of_other_treaties(text: str, stage: str, value: float | None) -> None:
    assert [(one.stage, one.value) for one in of_type("indicator", HEAD + text)] == [(stage, value)]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday China handed over its accession to the Arms Trade Treaty.",
        "Norway has promised to have its stocks destroyed by 2010.",
        "Members may keep 1,550 warheads under the pact.",
        "Members voted for the budget after a long night.",
        "He was killed in a car accident in 1997.",
        "Parliament will vote on the bill in June.",
        "The company has 40 trucks in store.",
    ],
)
def test_figures_of_nothing_at_hand(text: str) -> None:
    assert of_type("indicator", HEAD + text) == []
