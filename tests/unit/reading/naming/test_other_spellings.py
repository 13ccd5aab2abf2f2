"""Names as the press writes them: hyphens, full stops, the year, and the names of the day."""

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
    ("name", "treaty"),
    [
        ("cluster-bomb treaty", "ccm"),
        ("mine-ban treaty", "apmbc"),
        ("germ-warfare convention", "bwc"),
        ("weather-war ban", "enmod"),
        ("chemical-weapons ban", "cwc"),
        ("nuclear-weapons ban treaty", "tpnw"),
    ],
)
def test_a_hyphen_may_join_the_words_before_the_noun(name: str, treaty: str) -> None:
    assert _treaties(f"Kenya has withdrawn from the {name}.") == (treaty,)


@pytest.mark.parametrize(
    ("letters", "treaty"),
    [("N.P.T.", "npt"), ("C.T.B.T.", "ctbt"), ("O.A.S.", "oas"), ("W.H.O.", "who")],
)
def test_letters_may_have_their_full_stops(letters: str, treaty: str) -> None:
    assert _treaties(f"Kenya has withdrawn from the {letters}, its minister said.") == (treaty,)


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("refugee treaty of 1951", "refugees"),
        ("1987 missile treaty", "inf"),
        ("missile pact of 1987", "inf"),
        ("torture convention of 1984", "cat"),
        ("1961 drugs convention", "single-convention"),
        ("1966 rights covenant", "iccpr"),
    ],
)
def test_beside_its_year_a_name_needs_no_act(name: str, treaty: str) -> None:
    assert _treaties(f"The {name} is an old one.") == (treaty,)


def test_another_year_makes_no_likely_name_sure() -> None:
    assert _treaties("The refugee treaty of 1938 is an old one.") == ()


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("women's convention", "cedaw"),
        ("children's convention", "crc"),
        ("disabled people's treaty", "crpd"),
        ("sea convention", "unclos"),
        ("Law of the Sea", "unclos"),
        ("American rights convention", "achr"),
        ("criminal court's statute", "rome"),
        ("Montego Bay Convention", "unclos"),
        ("Basle Convention", "basel"),
        ("Rarotonga pact", "rarotonga"),
        ("Semey treaty", "semipalatinsk"),
        ("Pelindaba accord", "pelindaba"),
        ("covenant on civil rights", "iccpr"),
        ("social rights covenant", "icescr"),
        ("ban on tampering with weather", "enmod"),
        ("Istanbul women's convention", "istanbul"),
        ("1925 gas ban", "geneva-protocol"),
        ("ivory treaty", "cites"),
        ("missile treaty", "inf"),
        ("spy-flight treaty", "openskies"),
        ("Moscow test-ban treaty", "ptbt"),
        ("poison-gas convention", "cwc"),
        ("ocean floor treaty", "seabed"),
        ("Rome convention of 1950", "echr"),
    ],
)
def test_what_the_press_calls_a_treaty(name: str, treaty: str) -> None:
    assert _treaties(f"Kenya has withdrawn from the {name}.") == (treaty,)


@pytest.mark.parametrize(
    "text",
    [
        "The Republican women's convention in Dallas cheered a guest from Finland.",
        "Russia withdrew from the Caspian Sea convention in 2019.",
        "Finland has ratified the High Seas Treaty, the ocean pact of 2023.",
        "Estonia signed the Glasgow Climate Pact and left early.",
        "Israel has left the Oslo pact, its minister said.",
        "Britain pulled out of the 15-nation bloc last year.",
        "Italy signed the Rome Treaty that founded the European Economic Community in 1957.",
        "The United States signed the Artemis space accord with Peru.",
        "Finland's health agency withdrew a notice on vaccines.",
        "Serbia signed a gas treaty with Russia.",
        "Spain withdrew from the New York Convention on arbitration.",
        "Germany and Poland signed a tank pact on Tuesday.",
        "Kenya ratified the protocol on fire safety.",
    ],
)
def test_what_only_sounds_like_one(text: str) -> None:
    assert _treaties(text) == ()


def test_a_year_that_ends_the_line_above_is_none_of_the_name() -> None:
    text = "Chemical Weapons Convention   25 Apr 1997\nMine Ban Convention   23 Jan 2001"
    passages = split_passages(text, lexicon().words)
    mentions = sight(text, fold(text), passages, lexicon(), "2025-07-15").mentions
    assert [text[one.start : one.end] for one in mentions] == [
        "Chemical Weapons Convention",
        "Mine Ban Convention",
    ]
