"""Verbs of saying are found whole, an attitude before the verb in it, the longest form first."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.reading.speaking.saying_cues import saying_cues
from treatywatch.reading.vocabulary.spans import Manner
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import load_words

CUES = saying_cues(load_words())
SPEECH = load_words().speech
VERBS = [one.replace("*", "s") for one in CUES.kinds]
COPULAS, ATTITUDES = [*SPEECH.be, *SPEECH.copulas], [*SPEECH.attitudes]


def _verbs(text: str, start: int = 0, end: int | None = None) -> list[str]:
    whole = len(text) if end is None else end
    return [one.group() for one in CUES.find(text).within(start, whole)]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("she says that it argued so", ["says", "argued"]),
        ("the soothsayer said-so and unsaid", []),
        ("finland is deeply worried and says so", ["is deeply worried", "says"]),
        ("he  pointed   out that", ["pointed   out"]),
        ("", []),
    ],
)
def test_which_verbs_of_saying_stand_in_a_text(text: str, verbs: list[str]) -> None:
    assert _verbs(text) == verbs


def test_only_verbs_that_lie_whole_in_the_sentence_count() -> None:
    text = "she says so, he pointed out that"
    assert _verbs(text, 0, text.index(" out")) == ["says"]
    assert _verbs(text, text.index("he pointed")) == ["pointed out"]


@pytest.mark.parametrize(
    ("cue", "manner"),
    [
        ("argued", Manner.OPINION),
        ("says", Manner.SAYING),
        ("announced", Manner.NEWS),
        ("is opposed", Manner.BACKING),
    ],
)
def test_the_manner_of_a_verb(cue: str, manner: Manner) -> None:
    assert CUES.manner(cue) is manner


@pytest.fixture(scope="module")
def whole_pattern() -> re.Pattern[str]:
    """Every verb of saying in one pattern: dear to compile, slow to search, and plain."""
    attitude = CUES.attitude.pattern
    return re.compile(rf"(?<![\w-])(?:{attitude}|{any_of(CUES.kinds)})(?![\w-])")


@given(
    st.lists(
        st.sampled_from(VERBS)
        | st.sampled_from(COPULAS)
        | st.sampled_from(ATTITUDES)
        | st.sampled_from(["the", "deeply", "envoy", "-", ",", "x", "\0"]),
        max_size=12,
    ),
    st.sampled_from([" ", "  ", "-", ", "]),
)
def test_the_automaton_finds_what_one_pattern_of_all_verbs_finds(
    whole_pattern: re.Pattern[str], words: list[str], between: str
) -> None:
    text = between.join(words)
    assert _verbs(text) == [match.group() for match in whole_pattern.finditer(text)]
