"""What words stand for: treaties, participants, groups, and places that only look like them."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.naming.mentions import Sighting, sight
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.fold import fold


def _sight(text: str, day: str | None = "2025-07-15") -> Sighting:
    compiled = lexicon()
    passages = split_passages(text, compiled.words)
    return sight(text, fold(text), passages, compiled, day)


def _people(text: str, day: str | None = "2025-07-15") -> list[tuple[str, ...]]:
    return [m.ids for m in _sight(text, day).mentions if m.kind != "treaty" and m.role != "place"]


def test_a_bird_a_verb_and_a_pronoun_are_no_states() -> None:
    assert _people("They told us to polish the turkey dish.") == []


def test_adjectives_demonyms_and_capitals_are_names_too() -> None:
    text = "Finnish officials, two Latvians and Moscow spoke."
    assert _people(text) == [("FIN",), ("LVA",), ("RUS",)]


def test_a_capital_after_in_is_a_place() -> None:
    roles = [m.role for m in _sight("They met in Helsinki.").mentions]
    assert roles == ["place"]


def test_a_group_stands_for_its_members_of_the_day() -> None:
    assert set(_people("The Baltic states agreed.")[0]) == {"EST", "LVA", "LTU"}


def test_ottawa_is_the_treaty_only_once_the_report_has_named_it() -> None:
    named = _sight("The Ottawa Convention bans mines. Ottawa has failed.")
    assert [m.ids for m in named.mentions if m.kind == "treaty"] == [("apmbc",), ("apmbc",)]
    city = _sight("Ottawa has failed to clear the snow.")
    assert [m.ids for m in city.mentions] == [("CAN",)]


def test_ottawa_after_in_stays_the_city() -> None:
    text = "The Ottawa Convention was signed in Ottawa."
    assert [m.kind for m in _sight(text).mentions if m.start > 25] != ["treaty"]


@pytest.mark.parametrize(
    ("text", "treaties"),
    [
        ("Finland quits landmine ban", ("apmbc",)),
        ("A landmine ban is a fine idea", ()),
        ("The landmine pact took effect in 1999.", ("apmbc",)),
        ("Burkina Faso ratified the treaty that bans antipersonnel landmines.", ("apmbc",)),
    ],
)
def test_a_likely_name_needs_a_second_cue(text: str, treaties: tuple[str, ...]) -> None:
    assert _sight(text).treaties == treaties


def test_a_sure_name_that_ends_in_its_noun_needs_no_capitals() -> None:
    text = "Under the inhumane weapons convention booby traps are limited."
    assert _sight(text).treaties == ("ccw",)


def test_a_name_without_its_noun_counts_in_a_list_of_treaties() -> None:
    text = "It left the Intermediate-Range Nuclear Forces and Open Skies treaties."
    assert set(_sight(text).treaties) == {"inf", "openskies"}


def test_an_abbreviation_in_the_middle_of_a_name_does_not_hide_it() -> None:
    text = "Moscow broke the Intermediate-Range Nuclear Forces (INF) Treaty."
    assert _sight(text).treaties == ("inf",)


@pytest.mark.parametrize(
    ("text", "treaties"),
    [
        ("A landmine ban is a fine idea", ("apmbc",)),
        ("A new phone is called Open Skies.", ("openskies",)),
        ("Open skies are expected for Sunday; open skies it is.", ("openskies",)),
        ("The skies are open.", ()),
        ("France has an Open Skies agreement with Japan.", ()),
        ("Canada left a UNESCO meeting.", ()),
        ("Snow fell on Ottawa.", ()),
        ("The Ottawa Convention is not Open Skies.", ("apmbc",)),
    ],
)
def test_a_doubtful_name_may_be_one_where_nothing_is_surely_named(
    text: str, treaties: tuple[str, ...]
) -> None:
    known = lexicon()
    passages = split_passages(text, known.words)
    found = sight(text, fold(text), passages, known, None, maybe=known.treaties)
    assert found.treaties == treaties
