"""What a report has told before a claim: found at once, and forgotten where it is far back."""

from dataclasses import replace
from datetime import date

from tests.unit.checking.claims import a_claim
from treatywatch.checking.grounds.knowledge import FAR_BACK, Knowledge
from treatywatch.ledger.load import load_ledger
from treatywatch.reading.claim import Claim

TEXT = "Latvia joined in 2005. Finland joined in 2012. Poland joined in 2012."
READ = {"type": "participation", "stage": "acceded", "treaty": "apmbc"}
DAYS = {"Latvia": "2005", "Finland": "2012", "Poland": "2012"}


def told(state: str, behind: int = 0) -> Claim:
    claim = a_claim(TEXT, {**READ, "quote": state, "date": DAYS[state]})
    return replace(claim, start=claim.start + behind, end=claim.end + behind)


def knowing(*claims: Claim) -> Knowledge:
    return Knowledge(load_ledger(), date(2025, 1, 1), None, ("apmbc",), TEXT, claims)


def test_what_stands_before_a_claim_is_what_begins_before_it() -> None:
    knowledge = knowing(told("Latvia"), told("Finland"), told("Poland"))

    assert knowledge.told_before(told("Poland")) == (told("Latvia"), told("Finland"))
    assert knowledge.told_before(told("Latvia")) == ()


def test_what_is_far_back_is_forgotten() -> None:
    near, far = told("Finland", behind=FAR_BACK - 100), told("Finland", behind=FAR_BACK)

    assert knowing(told("Latvia"), near).told_before(near) == (told("Latvia"),)
    assert knowing(told("Latvia"), far).told_before(far) == ()


def test_the_latest_deed_told_is_of_no_later_day_than_the_report() -> None:
    assert knowing(told("Latvia"), told("Poland")).latest_told == date(2012, 12, 31)
    early = replace(knowing(told("Latvia"), told("Poland")), on=date(2010, 1, 1))
    assert early.latest_told == date(2005, 12, 31)
