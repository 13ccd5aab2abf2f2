"""Which clauses of a sentence make a claim together, and which each its own."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.claim import ClaimType
from treatywatch.reading.claims.at_large.set_apart import each_its_own
from treatywatch.reading.learned.weighing import Weighed
from treatywatch.reading.read import understand
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.open import report_from_text

BEFORE = "Germany is leaving the Energy Charter Treaty. "
SURELY = 0.65


def told_in(clauses: list[str], kind: ClaimType, chance: float = 0.9) -> int:
    """How many claims of the type the clauses make, all of which are so like one."""
    text = BEFORE + "".join(clauses)
    report, words = report_from_text(text, "report", "2023-01-02"), lexicon()
    context, _ = understand(report, fold(text), words)
    weighed, start = [], len(BEFORE)
    for clause in clauses:
        told = clause.rstrip("; ")
        weighed.append(Weighed(start, start + len(told), {kind: chance}))
        start += len(clause)
    return len(each_its_own(context, kind, weighed, SURELY))


@pytest.mark.parametrize(
    ("clauses", "kind", "claims"),
    [
        (["a utility sued Berlin; ", "a fund sued Madrid."], ClaimType.INDICATOR, 2),
        (["the bill passed; ", "the law is to follow."], ClaimType.WITHDRAWAL, 2),
        (["mines hurt 57 people, ", "of whom 19 died."], ClaimType.INDICATOR, 2),
        (["mines hurt 57 people, ", "as they do each year."], ClaimType.INDICATOR, 1),
        (["Berlin plans to go by 2024, ", "while 50 stay."], ClaimType.PLAN, 1),
    ],
)
def test_a_semicolon_or_a_figure_sets_a_clause_apart(
    clauses: list[str], kind: ClaimType, claims: int
) -> None:
    assert told_in(clauses, kind) == claims


def test_what_is_hardly_like_a_claim_by_itself_makes_none_by_itself() -> None:
    clauses = ["a utility sued Berlin; ", "a fund sued Madrid."]
    assert told_in(clauses, ClaimType.INDICATOR, SURELY - 0.1) == 1
