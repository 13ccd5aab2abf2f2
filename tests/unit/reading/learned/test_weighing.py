"""Which sentence or clause of a report a stretch of it is weighed by."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.learned.weighing import Weighing
from treatywatch.reading.read import clauses_of, understand
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.open import report_from_text

TEXT = (
    "Finland left the Ottawa Convention in January, but Poland has never joined it. "
    "Estonia's parliament voted in June."
)


def nearest(words: str) -> str | None:
    report, known = report_from_text(TEXT, "report", "2026-02-01"), lexicon()
    context, cues = understand(report, fold(TEXT), known)
    weighing = Weighing(context, cues, clauses_of(context, known))
    start = TEXT.index(words)
    found = weighing.nearest(start, start + len(words))
    return None if found is None else TEXT[found.start : found.end].strip(" ,.")


@pytest.mark.parametrize(
    ("words", "stretch"),
    [
        ("left the Ottawa Convention", "Finland left the Ottawa Convention in January"),
        ("Poland has never joined it", "but Poland has never joined it"),
        ("Estonia's parliament voted", "Estonia's parliament voted in June"),
        (
            "left the Ottawa Convention in January, but Poland has never joined",
            "Finland left the Ottawa Convention in January, but Poland has never joined it",
        ),
    ],
)
def test_the_clause_or_the_whole_sentence_that_shares_the_most(words: str, stretch: str) -> None:
    assert nearest(words) == stretch


def test_of_several_sentences_none_is_nearest() -> None:
    assert nearest("joined it. Estonia's parliament") is None
