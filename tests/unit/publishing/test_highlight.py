from hypothesis import given
from hypothesis import strategies as st

from tests.unit.scoring.marks import found
from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.publishing.highlight import paragraphs, pieces
from treatywatch.reading.claim import ClaimType

TEXT = "Finland left.\n\nIt has 133 parties, they\nsay."


def spans_in(length: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, length - 1), st.integers(1, length)).map(
        lambda s: (min(s[0], s[1] - 1), s[1])
    )


@given(st.lists(spans_in(len(TEXT)), max_size=6), st.sampled_from(Verdict))
def test_the_pieces_are_the_text_and_each_claim_is_covered_by_its_pieces(
    spans: list[tuple[int, int]], verdict: Verdict
) -> None:
    findings = [found(*span, verdict=verdict) for span in spans]
    cut = list(pieces(TEXT, findings))
    assert "".join(piece.text for piece in cut) == TEXT
    for number, (start, end) in enumerate(spans):
        assert "".join(p.text for p in cut if number in p.claims) == TEXT[start:end]
        assert sum(number in piece.ending for piece in cut) == 1


@given(st.lists(spans_in(len(TEXT)), max_size=6))
def test_no_claim_is_lost_between_paragraphs(spans: list[tuple[int, int]]) -> None:
    findings = [found(*span) for span in spans]
    shown = paragraphs(TEXT, findings)
    ended = [n for block in shown for piece in block for n in piece.ending]
    assert sorted(ended) == list(range(len(spans)))
    words = " ".join("".join(p.text for p in block) for block in shown).split()
    assert words == TEXT.split()


def test_the_graver_verdict_is_shown_where_claims_overlap() -> None:
    findings: list[Finding] = [
        found(0, 12),
        found(8, 12, ClaimType.COUNT, verdict=Verdict.CONTRADICTED),
    ]
    cut = list(pieces(TEXT, findings))
    assert [(p.text, p.verdict) for p in cut[:2]] == [
        ("Finland ", Verdict.BORNE_OUT),
        ("left", Verdict.CONTRADICTED),
    ]
    assert cut[1].ending == (0, 1)
