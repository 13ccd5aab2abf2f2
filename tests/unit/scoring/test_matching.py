from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.scoring.marks import found, marked
from treatywatch.checking.grounds.finding import Finding
from treatywatch.reading.claim import ClaimType
from treatywatch.scoring.gold import GoldClaim
from treatywatch.scoring.matching import match, spans_agree, strictly_agree

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1]))


def test_half_of_the_shorter_span_is_enough_and_less_is_not() -> None:
    wanted = marked(0, 100)
    assert spans_agree(wanted, found(95, 105).claim)
    assert not spans_agree(wanted, found(96, 106).claim)
    assert not spans_agree(wanted, found(0, 100, ClaimType.QUOTE).claim)


def test_strict_agreement_needs_who_and_which_stage() -> None:
    wanted = marked(0, 10, participants=("EST", "FIN"))
    assert strictly_agree(wanted, found(0, 10, participants=("FIN", "EST")).claim)
    assert not strictly_agree(wanted, found(0, 10, participants=("FIN",)).claim)
    assert not strictly_agree(wanted, found(0, 10, participants=("FIN", "EST"), stage="x").claim)
    assert not strictly_agree(wanted, found(0, 10, participants=("FIN", "EST"), treaty=None).claim)


def test_strict_agreement_on_a_count_needs_the_number_and_not_the_stage() -> None:
    wanted = marked(0, 10, ClaimType.COUNT, value=133, stage="parties")
    assert strictly_agree(wanted, found(0, 10, ClaimType.COUNT, value=133, stage="x").claim)
    assert not strictly_agree(wanted, found(0, 10, ClaimType.COUNT, value=165).claim)


def test_two_claims_on_one_sentence_go_to_the_two_findings_that_mean_them() -> None:
    usa, rus = (marked(0, 50, participants=(p,)) for p in ("USA", "RUS"))
    pairs, strict = match([usa, rus], [found(0, 50, participants=(p,)) for p in ("RUS", "USA")])
    assert pairs == strict == {0: 1, 1: 0}


def test_one_finding_answers_one_claim_only() -> None:
    pairs, _ = match([marked(0, 10), marked(0, 10)], [found(0, 10)])
    assert len(pairs) == 1


def test_a_greedy_choice_is_undone_where_that_answers_more() -> None:
    # The first claim overlaps both findings, the second only the one the first likes best.
    wanted = [marked(0, 20, stage="x"), marked(12, 30, stage="x")]
    pairs, strict = match(wanted, [found(2, 22), found(0, 6)])
    assert pairs == {0: 1, 1: 0}
    assert strict == {}


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_the_matching_is_as_large_as_possible(
    wanted: list[tuple[int, int]], given_: list[tuple[int, int]]
) -> None:
    gold = [marked(*span) for span in wanted]
    findings = [found(*span) for span in given_]
    pairs, strict = match(gold, findings)
    assert len(set(pairs.values())) == len(pairs)
    assert all(spans_agree(gold[i], findings[j].claim) for i, j in pairs.items())
    assert len(pairs) == largest(gold, findings)
    assert len(strict) <= len(pairs)


def largest(
    gold: Sequence[GoldClaim], findings: Sequence[Finding], i: int = 0, used: int = 0
) -> int:
    """The size of the largest matching, by trying everything."""
    if i == len(gold):
        return 0
    best = largest(gold, findings, i + 1, used)
    for j, finding in enumerate(findings):
        if not used & 1 << j and spans_agree(gold[i], finding.claim):
            best = max(best, 1 + largest(gold, findings, i + 1, used | 1 << j))
    return best
