"""Treaties that a report tells of by what they do, and words that are told of other things."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.naming.mentions import sight
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.fold import fold


def _treaties(text: str, day: str = "2025-07-15") -> tuple[str, ...]:
    compiled = lexicon()
    passages = split_passages(text, compiled.words)
    return sight(text, fold(text), passages, compiled, day).treaties


@pytest.mark.parametrize(
    ("description", "treaty"),
    [
        ("agreement that drove atomic blasts underground", "ptbt"),
        ("pact that bars all nuclear tests", "ctbt"),
        ("accord by which nuclear arms are kept off the sea-bed", "seabed"),
        ("treaty that keeps South-East Asia free of atomic weapons", "bangkok"),
        ("accord which bans nuclear weapons across Africa", "pelindaba"),
        ("pact that let unarmed planes fly over every member", "openskies"),
        ("convention that makes genocide a crime", "genocide"),
        ("European convention that lets inspectors visit prisons", "ecpt"),
        ("statute under which the court in The Hague works", "rome"),
        ("convention under which investors sue states at the World Bank", "icsid"),
        ("treaty that curbs exports of hazardous waste", "basel"),
        ("protocol that sends disputes over embassies to the world court", "vcdr-op"),
    ],
)
def test_what_a_treaty_does_tells_which_it_is(description: str, treaty: str) -> None:
    assert _treaties(f"Chad has joined the {description}, its minister said.") == (treaty,)


@pytest.mark.parametrize(
    "text",
    [
        "Norway ratified the agreement that governs trade in fish with Iceland.",
        "Iran signed the deal that curbed its nuclear programme.",
        "India and Pakistan signed the pact that shields their nuclear plants from attack.",
        "Zimbabwe ratified the African treaty on wildlife.",
        "Bolivia joined the treaty that curbs mercury.",
        "Spain signed the agreement that lets its trawlers fish off Morocco.",
        "Denmark signed a defence pact that allows American troops on its soil.",
        "Italy quit the deal that capped gas prices.",
    ],
)
def test_what_others_do_tells_of_none(text: str) -> None:
    assert _treaties(text) == ()


def test_no_treaty_is_told_of_before_there_was_one() -> None:
    text = "Mali has ratified the treaty that forbids nuclear tests."
    assert _treaties(text, "1964-02-01") == ("ptbt",)
    assert _treaties(text, "2004-02-01") == ("ctbt",)


def test_a_year_beside_the_noun_has_to_be_its_own() -> None:
    assert _treaties("Moscow left the treaty of 1991 that capped deployed warheads.") == ()
    assert _treaties("Moscow left the treaty of 2010 that capped deployed warheads.") == (
        "newstart",
    )


def test_one_of_any_number_is_no_certain_one() -> None:
    first = "Lithuania left the Convention on Cluster Munitions. "
    assert _treaties(first + "It signed the pact under which torture is outlawed.") == (
        "ccm",
        "cat",
    )
    assert _treaties(first + "It left no pact under which torture is outlawed.") == ("ccm",)


def test_a_description_ends_where_another_treaty_is_named() -> None:
    text = "Peru has left the agreement that goes with the Convention on Cluster Munitions."
    assert _treaties(text) == ("ccm",)
