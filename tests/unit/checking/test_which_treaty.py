"""Which treaty an act is of where the words leave it open: the record decides for nobody's harm."""

import pytest

from treatywatch import api
from treatywatch.checking.finding import Finding, Verdict
from treatywatch.ledger.load import load_ledger

_LEAD = "Canada has left the Kyoto Protocol, and the United States the Paris Agreement. "


def _finding(words: str) -> Finding:
    found = api.check(_LEAD + words, published="2026-02-25", ledger=load_ledger())
    return found[-1]


def test_a_notice_of_that_month_is_of_the_treaty_that_it_was_given_under() -> None:
    finding = _finding("Canada gave notice in December 2011.")
    assert (finding.claim.treaty, finding.verdict) == ("kyoto", Verdict.BORNE_OUT)
    assert "leave the treaty open" in finding.reasons[-1]


@pytest.mark.parametrize(
    "words", ["Canada gave notice in December 2009.", "Canada has given notice."]
)
def test_what_the_record_has_of_neither_stays_with_the_treaty_in_focus(words: str) -> None:
    finding = _finding(words)
    assert finding.claim.treaty == "paris"
    assert finding.verdict is not Verdict.BORNE_OUT
