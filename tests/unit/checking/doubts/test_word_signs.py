"""Each sign of facts/signs.yaml stands in its own example, and only for the claims it is for."""

from dataclasses import replace
from datetime import date

import pytest

from treatywatch.checking.doubts.worded import worded
from treatywatch.checking.grounds.finding import Basis, BasisKind, Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.load import load_ledger
from treatywatch.ledger.word_signs import WordSign
from treatywatch.reading.claim import Claim, ClaimType, ReadBy

SIGNS = load_ledger().word_signs
BASIS = (Basis(BasisKind.ARTICLE, "apmbc 20(3)"),)
WRONG = Judgement(Verdict.CONTRADICTED, (), BASIS)
EARLY = Judgement(Verdict.PREMATURE, (), BASIS)


def claim_of(sign: WordSign) -> tuple[Claim, str]:
    """A claim that the sign is for, of the words in brackets in its example; and the text."""
    before, opened, rest = sign.example.partition("[")
    words, _, behind = rest.partition("]") if opened else (before, "", "")
    before = before if opened else ""
    text = f"{before}{words}{behind}"
    claim = Claim(
        type=ClaimType(sign.types[0]),
        quote=words,
        start=len(before),
        end=len(before) + len(words),
        treaty="apmbc",
        participants=("NOR", "SWE"),
        stage=sign.stages[0] if sign.stages else None,
        date=PartialDate(2021) if sign.dated else None,
        value=None,
        negated=bool(sign.negated),
        read_by=ReadBy.LIKENESS if sign.by_likeness else ReadBy.FIRST,
    )
    return claim, text


def says(sign: WordSign, claim: Claim, text: str) -> str:
    """What this sign alone says of the claim, of a judgement that it is for."""
    alone = replace(load_ledger(), word_signs=(sign,))
    today = date(2025, 6, 1)
    judgement = EARLY if sign.premature else WRONG
    return worded(claim, judgement, Knowledge(alone, today, today, ("apmbc",), text, (claim,)))


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.example)
def test_a_sign_stands_in_its_example(sign: WordSign) -> None:
    claim, text = claim_of(sign)
    assert says(sign, claim, text) == sign.says


@pytest.mark.parametrize("sign", [s for s in SIGNS if s.told], ids=lambda sign: sign.example)
def test_a_sign_does_not_stand_where_its_words_do_not(sign: WordSign) -> None:
    claim, _ = claim_of(sign)
    plain = "Norway and Sweden are told of"
    elsewhere = replace(claim, quote=plain, start=0, end=len(plain))
    assert says(sign, elsewhere, plain) == ""


@pytest.mark.parametrize("sign", [s for s in SIGNS if s.stages], ids=lambda sign: sign.example)
def test_a_sign_is_for_its_stages_alone(sign: WordSign) -> None:
    claim, text = claim_of(sign)
    assert says(sign, replace(claim, stage="considered"), text) == ""


def test_every_type_that_a_sign_is_for_is_known() -> None:
    assert {one for sign in SIGNS for one in sign.types} <= {one.value for one in ClaimType}
