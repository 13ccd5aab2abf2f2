"""What is seen in a stretch of text, before anybody asks what it means."""

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.learned.signs import Signs
from treatywatch.reading.read import clauses_of, understand
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.open import report_from_text

TEXT = (
    "Finland leaves the Ottawa Convention\n\n"
    "Finland deposited its notice on 10 July 2025, which the minister regretted. "
    "The convention has 160 parties."
)


def seen() -> tuple[Signs, list[list[Clause]]]:
    report = report_from_text(TEXT, "report", "2025-07-15")
    context, cues = understand(report, fold(report.text), lexicon())
    clauses = clauses_of(context, lexicon())
    by_sentence = [[c for c in clauses if c.passage == p] for p in context.passages]
    return Signs(context, cues), by_sentence


def test_names_days_and_numbers_are_told_only_as_such() -> None:
    signs, _ = seen()
    first, second, third = (signs.of_sentence(number) for number in range(3))
    assert {"w=S_", "w=T_", "b=S__leaves"} <= first
    assert {"w=D_", "b=on_D_"} <= second
    assert {"w=N_", "b=N__parties"} <= third
    assert not {"w=finland", "w=2025", "w=160"} & (first | second | third)


def test_a_word_is_a_sign_as_it_stands_and_by_what_it_begins_with() -> None:
    signs, _ = seen()
    assert {"w=deposited", "s=deposi"} <= signs.of_sentence(1)


def test_a_sentence_shows_where_it_stands_and_what_stands_around_it() -> None:
    signs, _ = seen()
    assert {"kind=headline", "number=0", "nD_"} <= signs.of_sentence(0)
    assert {"kind=prose", "pD_"} <= signs.of_sentence(2)
    assert "number=2" not in signs.of_sentence(2)


def test_a_clause_shows_its_own_words_and_those_beside_it_apart() -> None:
    signs, by_sentence = seen()
    clauses = by_sentence[1]
    assert len(clauses) > 1
    last = signs.of_clause(clauses[-1], len(clauses) - 1, len(clauses))
    assert {"w=regretted", "opener=which", "last", "ps=deposi"} <= last
    assert "w=deposited" not in last


def test_signs_of_any_language_have_no_words() -> None:
    report = report_from_text(TEXT, "report", "2025-07-15")
    context, cues = understand(report, fold(report.text), lexicon())
    signs = Signs(context, cues, words=False).of_sentence(0)
    assert {"w=S_", "w=_", "b=S___", "w=T_"} <= signs
    assert not [sign for sign in signs if "leaves" in sign or sign.startswith(("s=", "m="))]


def test_the_same_report_shows_the_same_signs() -> None:
    one, _ = seen()
    other, _ = seen()
    assert [one.of_sentence(n) for n in range(3)] == [other.of_sentence(n) for n in range(3)]


def test_what_stands_in_a_clause_is_not_told_as_standing_beside_it() -> None:
    signs, by_sentence = seen()
    clauses = by_sentence[1]
    first = signs.of_clause(clauses[0], 0, len(clauses))
    assert {"w=deposited", "s=deposi", "ps=regret", "place=0"} <= first
    assert not {"ps=deposi", "w=regretted"} & first
