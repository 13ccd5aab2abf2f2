"""Cities that stand for a treaty, ranks in a body, and names beside a year that is not theirs."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.naming.mentions import sight
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.fold import fold


def _treaties(text: str) -> tuple[str, ...]:
    compiled = lexicon()
    passages = split_passages(text, compiled.words)
    return sight(text, fold(text), passages, compiled, "2025-07-15").treaties


@pytest.mark.parametrize(
    ("text", "treaty"),
    [
        ("Canada's Kyoto exit became effective in December 2012.", "kyoto"),
        ("Latvia's Ottawa withdrawal takes effect in December.", "apmbc"),
        ("The American Paris exit took effect in January.", "paris"),
        ("Vanuatu's Oslo accession was deposited in New York.", "ccm"),
        ("Armenia's Rome membership began in February.", "rome"),
        ("The Kyoto ratification was deposited by Japan in June 2002.", "kyoto"),
    ],
)
def test_a_city_beside_what_a_state_does_is_its_treaty(text: str, treaty: str) -> None:
    assert _treaties(text) == (treaty,)


@pytest.mark.parametrize(
    "text",
    [
        "The Ottawa exit of the highway was closed on Monday, Canada's police said.",
        "France's Paris office exit plan was signed off by the bank.",
        "The chain announced its Kyoto exit in June, Japan's papers said.",
        "PSG's Paris exit was announced. France's best player has signed for Madrid.",
        "Kyoto membership fees at the golf club have doubled, Japan's press said.",
        "Canada's Ottawa exit was closed to lorries.",  # the State's own capital
    ],
)
def test_a_city_is_a_city_where_nobody_leaves_a_treaty(text: str) -> None:
    assert _treaties(text) == ()


@pytest.mark.parametrize(
    ("text", "treaties"),
    [
        ("Armenia became the 124th member of the International Criminal Court.", ("rome",)),
        ("Comoros is the newest member of the World Trade Organization.", ("wto",)),
        ("Finland became the 31st member of NATO.", ()),
        ("Kenya sent the oldest judge of the International Criminal Court a letter.", ()),
    ],
)
def test_a_rank_among_the_members_tells_of_the_body(text: str, treaties: tuple[str, ...]) -> None:
    assert _treaties(text) == treaties


@pytest.mark.parametrize(
    ("text", "treaties"),
    [
        ("Vietnam signed the 1973 Paris accord with Washington.", ()),
        ("Switzerland joined the 1974 Basel convention, on banks.", ()),
        ("Vietnam signed the 2015 Paris accord with 174 others.", ("paris",)),
        ("Vietnam signed the 2016 Paris accord.", ("paris",)),  # a slip, not another treaty
        ("The United States made the 2020 Paris Agreement exit in November.", ("paris",)),
    ],
)
def test_a_year_right_before_a_name_is_that_of_its_treaty(
    text: str, treaties: tuple[str, ...]
) -> None:
    assert _treaties(text) == treaties
