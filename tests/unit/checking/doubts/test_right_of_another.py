"""Of a report that errs all along not every claim is tried with every treaty of the record."""

from dataclasses import replace
from datetime import date

from tests.unit.checking.claims import a_claim
from treatywatch.checking.doubts.right_of_another import unless_right_of_another
from treatywatch.checking.grounds.finding import Basis, BasisKind, Verdict
from treatywatch.checking.grounds.judgement import Judgement, contradicted
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.ledger.load import load_ledger
from treatywatch.reading.claim import Claim

_WRONG = contradicted("It did not.", Basis(BasisKind.ARTICLE, "ccm Art. 15"))


def test_what_is_tried_does_not_grow_with_the_report() -> None:
    ledger = load_ledger()
    text = "It signed in 1950."
    one = a_claim(
        text,
        {
            "type": "participation",
            "quote": "It signed in 1950",
            "treaty": "ccm",
            "participants": ["NOR"],
            "stage": "signed",
            "date": "1950",
        },
    )
    tried: list[Claim] = []

    def judge(claim: Claim, knowledge: Knowledge) -> Judgement:
        tried.append(claim)
        return _WRONG

    def trials(number: int) -> int:
        tried.clear()
        claims = [replace(one, start=at) for at in range(number)]
        day = date(2025, 1, 1)
        knowledge = Knowledge(ledger, day, day, ("ccm",), text, tuple(claims))
        judged = [_WRONG] * number
        held = unless_right_of_another(judge, claims, judged, knowledge)
        assert all(judgement.verdict is Verdict.CONTRADICTED for judgement in held)
        return len(tried)

    assert trials(200) == trials(50) > 0
