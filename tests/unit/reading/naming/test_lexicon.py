"""Names are found whole, with their capitals, and nowhere else."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.errors import UnknownName
from treatywatch.reading.naming.lexicon import build_lexicon, common_gate
from treatywatch.reading.vocabulary.fold import fold


def _names(text: str) -> list[str]:
    folded, compiled = fold(text), lexicon()
    found = compiled.find(folded)
    return [text[f.start : f.end] for f in found if compiled.names[f.form]]


def test_the_longest_name_wins() -> None:
    assert "Anti-Personnel Mine Ban Convention" in _names("the Anti-Personnel Mine Ban Convention")


def test_a_name_inside_a_word_is_none() -> None:
    assert _names("Polandia and Nigerian-born; unFinlandlike") == ["Nigerian"]


def test_a_name_broken_by_a_line_end_or_a_hard_space_is_found() -> None:
    assert _names("the Ottawa\nConvention")[0] == "Ottawa\nConvention"
    assert _names("the Ottawa\u00a0Convention")[0] == "Ottawa\u00a0Convention"


def test_offsets_stay_true_after_a_letter_whose_lower_case_is_longer() -> None:
    text = "İİİ met; Finland left."
    assert "Finland" in _names(text)


def test_a_text_without_a_treaty_is_left_at_the_gate() -> None:
    assert not lexicon().may_name_a_treaty(fold("Finland and Poland signed a budget."))
    assert lexicon().may_name_a_treaty(fold("Finland left the Ottawa Convention."))


def test_a_city_alone_opens_no_gate() -> None:
    assert not lexicon().may_name_a_treaty(fold("Snow fell on Ottawa and Paris."))


def test_a_short_name_of_treaties_alone_opens_the_gate_unless_it_is_a_common_word() -> None:
    assert lexicon().may_name_a_treaty(fold("They flew home from Kyoto under open skies."))
    assert not lexicon().may_name_a_treaty(fold("The league will start in May, with a cat."))


def test_a_language_without_words_is_refused_by_name() -> None:
    known = lexicon()
    with pytest.raises(UnknownName, match="no language"):
        build_lexicon(known.treaties, known.participants, known.groups, "xx")


def test_one_gate_lets_through_what_any_language_names() -> None:
    english, german = lexicon(), lexicon("de")
    gate = common_gate((english, german))
    for text in ("the Ottawa Convention", "das Ottawa-Übereinkommen", "a trade union"):
        folded = fold(text)
        alone = english.may_name_a_treaty(folded) or german.may_name_a_treaty(folded)
        assert gate(folded) is alone
    assert gate(fold("the Ottawa Convention"))
    assert not gate(fold("a trade union"))
