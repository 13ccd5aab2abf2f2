"""The names of acts in tables and questions."""

import pytest

from treatywatch.errors import UnknownName
from treatywatch.law.terms import ActKind
from treatywatch.ledger.act_words import act_kind


@pytest.mark.parametrize("kind", list(ActKind))
def test_every_kind_is_known_by_its_own_word_in_any_habit(kind: ActKind) -> None:
    word = str(kind)
    assert {act_kind(word), act_kind(word.upper()), act_kind(word.replace("-", "_"))} == {kind}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("withdrawal", ActKind.WITHDRAWAL_NOTICE),
        ("suspension", ActKind.SUSPENSION_NOTICE),
        ("denunciation", ActKind.WITHDRAWAL_NOTICE),
        ("withdrawal_revocation", ActKind.WITHDRAWAL_REVOKED),
        ("ratification_withdrawn", ActKind.CONSENT_WITHDRAWN),
        ("ratification-withdrawn", ActKind.CONSENT_WITHDRAWN),
        (" Re-accession ", ActKind.ACCESSION),
        ("non_renewal", ActKind.WITHDRAWAL_NOTICE),
        ("Notification of  denunciation", ActKind.WITHDRAWAL_NOTICE),
        ("a", ActKind.ACCESSION),
        ("A", ActKind.ACCEPTANCE),
        ("AA", ActKind.APPROVAL),
        ("d", ActKind.SUCCESSION),
        ("P", ActKind.CONSENT_TO_BE_BOUND),
        ("Accession (a)", ActKind.ACCESSION),
        ("ratification (A)", ActKind.ACCEPTANCE),
        ("Succession(d)", ActKind.SUCCESSION),
        ("definitive signature (s)", ActKind.DEFINITIVE_SIGNATURE),
        ("Ratification (x)", ActKind.RATIFICATION),
    ],
)
def test_other_names(word: str, kind: ActKind) -> None:
    assert act_kind(word) is kind


def test_an_unknown_word_names_the_nearest() -> None:
    with pytest.raises(UnknownName) as raised:
        act_kind("ratificatoin")
    assert raised.value.suggestions[0] == "ratification"


@pytest.mark.parametrize("word", ["", "z", "shrug (a)", "(a)"])
def test_what_is_no_act(word: str) -> None:
    with pytest.raises(UnknownName):
        act_kind(word)
