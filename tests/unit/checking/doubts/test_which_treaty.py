"""Which treaty an act is of where the words leave it open: the record decides for nobody's harm."""

import pytest

from treatywatch import api
from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.ledger.load import load_ledger

_LEADS = {
    "Canada": "Canada has left the Kyoto Protocol, and the United States the Paris Agreement. ",
    "Russia": "Russia has left the Treaty on Open Skies, and the United States the INF Treaty. ",
}


def _finding(words: str) -> Finding:
    lead = _LEADS[words.partition(" ")[0]]
    found = api.check(lead + words, published="2026-02-25", ledger=load_ledger())
    return found[-1]


def test_a_notice_of_that_month_is_of_the_treaty_that_it_was_given_under() -> None:
    finding = _finding("Russia gave notice in June 2021.")
    assert (finding.claim.treaty, finding.verdict) == ("openskies", Verdict.BORNE_OUT)
    assert "leave the treaty open" in finding.reasons[-1]


@pytest.mark.parametrize("month", ["December 2011", "December 2009"])
def test_a_notice_given_before_one_of_them_was_made_is_of_the_other(month: str) -> None:
    assert _finding(f"Canada gave notice in {month}.").claim.treaty == "kyoto"


def test_what_the_record_has_of_neither_stays_with_the_treaty_in_focus() -> None:
    finding = _finding("Canada has given notice.")
    assert finding.claim.treaty == "paris"
    assert finding.verdict is not Verdict.BORNE_OUT
