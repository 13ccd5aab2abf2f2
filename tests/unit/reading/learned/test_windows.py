"""The words of a sentence in their order, and those beside it."""

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.learned.signs import Signs
from treatywatch.reading.learned.windows import PAUSE, Window, window_of
from treatywatch.reading.read import clauses_of, understand
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.open import report_from_text

TEXT = (
    "Finland leaves the Ottawa Convention\n\n"
    "Finland deposited its notice on 10 July 2025, which the minister regretted. "
    "The convention has 160 parties."
)


def windows(text: str = TEXT) -> list[Window]:
    report = report_from_text(text, "report", "2025-07-15")
    context, cues = understand(report, fold(report.text), lexicon())
    clauses, signs = clauses_of(context, lexicon()), Signs(context, cues)
    by_sentence = [[c for c in clauses if c.passage == p] for p in context.passages]
    return [window_of(signs, number, parts) for number, parts in enumerate(by_sentence)]


def test_a_sentence_stands_between_those_beside_it() -> None:
    first, second, third = windows()
    assert first.own == (0, 4)
    assert first.words[:6] == ["S_", "leaves", "the", "T_", PAUSE, "S_"]
    assert second.words[second.own[0] - 1] == second.words[second.own[1]] == PAUSE
    assert third.own[1] == len(third.words)
    assert third.words[third.own[0] :] == ["the", "T_", "has", "N_", "parties", "."]


def test_the_clauses_of_a_sentence_are_stretches_of_it() -> None:
    _, second, _ = windows()
    told = [second.words[first:end] for first, end in second.clauses]
    assert told[0][:3] == ["S_", "deposited", "its"]
    assert "regretted" in told[-1]


def test_a_sentence_without_end_is_read_as_far_as_it_goes() -> None:
    told = windows("Finland left the Ottawa Convention " + "and said so " * 400 + "again.")
    assert max(window.own[1] - window.own[0] for window in told) == 120
    for window in told:
        assert len(window.words) < 200
        assert all(first <= end <= window.own[1] for first, end in window.clauses)
