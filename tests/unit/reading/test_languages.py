"""Every file of words fits the reader: its sections, its uses of small words, its sets."""

from dataclasses import fields

import pytest

from treatywatch.reading.acts.stages import stage_rules
from treatywatch.reading.vocabulary.words import REFERENCE, languages, load_words, raw_section
from treatywatch.reading.vocabulary.words_acts import CueKind, load_act_words
from treatywatch.reading.vocabulary.words_syntax import Syntax

OTHERS = [language for language in languages() if language != REFERENCE]
# uses of small words that English has no need of
OF_OTHERS = {
    "informs",
    "told_of",
    "bound_first",
    "bound_then",
    "denied_between",
    "adjunct_after",
    "as_what",
    "breaks_off",
    "for_whom_after",
    "heads_body",
    "in_year",
    "others_in_force",
    "they_signed",
}
# sets that the reader finds without words
FOUND = {
    "number",
    "great_number",
    "percent",
    "participant",
    "somebody",
    "place",
    "treaty",
    "score",
    "date",
    "duration",
}
FIGURES = {"vote", "casualties", "killed", "stockpile", "stockpile_destroyed", "cases"}
PLANS = {"production", "procurement", "deployment", "policy"}
NEEDED = {
    CueKind.EXIT,
    CueKind.EFFECT,
    CueKind.NOTIFY,
    CueKind.APPROVE,
    CueKind.ANNOUNCE,
    CueKind.SIGN,
    CueKind.RATIFY,
    CueKind.ACCEDE,
    CueKind.BELONG,
    CueKind.NEGATION,
    CueKind.TREATY_NOUN,
    CueKind.STATE_NOUN,
    CueKind.PARTY_NOUN,
    CueKind.BAN_VERB,
    CueKind.BAN_ACT,
    CueKind.NOTICE,
    CueKind.ADOPT,
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_file_of_words_is_read_whole(language: str) -> None:
    words = load_words(language)
    assert set(words.calendar.months.values()) == set(range(1, 13))
    assert set(words.calendar.weekdays.values()) == set(range(7))
    assert stage_rules(language)


@pytest.mark.parametrize("language", OTHERS)
def test_every_use_of_small_words_is_one_that_the_reader_knows(language: str) -> None:
    known = set(raw_section(REFERENCE, "grammar")) | OF_OTHERS
    assert set(raw_section(language, "grammar")) - known == set()


@pytest.mark.parametrize("language", OTHERS)
def test_the_acts_and_facts_that_matter_most_have_words(language: str) -> None:
    told = {cue.kind for cues in load_act_words(language).cues.values() for cue in cues}
    assert NEEDED - told == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_set_in_a_rule_has_words_or_is_found_by_the_reader(language: str) -> None:
    for part in (load_words(language).indicators, load_words(language).plans):
        for rule in part.rules:
            names = {name.rpartition(" ")[2] for name in (*rule.all, *rule.none)}
            assert names - set(part.sets) - FOUND == set()


@pytest.mark.parametrize("language", OTHERS)
def test_figures_and_plans_of_each_common_kind_have_the_words_of_a_rule(language: str) -> None:
    words = load_words(language)
    for part, common in ((words.indicators, FIGURES), (words.plans, PLANS)):
        full = {
            rule.stage
            for rule in part.rules
            if all(part.sets.get(name.rpartition(" ")[2], True) for name in rule.all)
        }
        assert common - full == set()


def test_a_language_without_syntax_is_ordered_as_english() -> None:
    assert load_act_words(REFERENCE).syntax == Syntax()
    assert all(not getattr(Syntax(), f.name) for f in fields(Syntax) if f.name != "pronoun_after")
