"""Values of the domain as JSON."""

from datetime import date

import pytest

from treatywatch.law.calendar import PartialDate
from treatywatch.law.effect import Reason
from treatywatch.law.terms import Standing
from treatywatch.publishing.plain_json import plain


@pytest.mark.parametrize(
    ("value", "json"),
    [
        (None, None),
        (True, True),
        (133, 133),
        ("Côte d'Ivoire", "Côte d'Ivoire"),
        (Standing.PARTY_UNDER_NOTICE, "party-under-notice"),
        (date(2026, 1, 10), "2026-01-10"),
        (PartialDate(2024, 6), "2024-06"),
        (("EST", "LVA"), ["EST", "LVA"]),
        ({"rule": Standing.PARTY}, {"rule": "party"}),
        (
            Reason("six months after receipt", "Art. 20(3)", ("an act",)),
            {
                "words": "six months after receipt",
                "article": "Art. 20(3)",
                "acts": ["an act"],
                "arithmetic": None,
                "assumption": None,
                "day": None,
            },
        ),
    ],
)
def test_a_value_becomes_json(value: object, json: object) -> None:
    assert plain(value) == json


def test_a_word_of_a_closed_list_becomes_a_plain_text() -> None:
    assert type(plain(Standing.PARTY)) is str


def test_what_has_no_form_in_json_is_an_error() -> None:
    with pytest.raises(TypeError, match="object"):
        plain(object())
