"""Since when a treaty is in force for the State that joined it, whoever reads the words."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.read import read
from treatywatch.reports.open import report_from_text

JOINED = "Latvia ratified the Istanbul Convention in January 2024. "


def second(sentence: str) -> tuple[str, tuple[str, ...]]:
    """The type and the States of the claim behind the ratification."""
    report = report_from_text(JOINED + sentence, "report", "2025-10-29")
    (claim,) = [c for c in read(report, lexicon()) if c.start >= len(JOINED)]
    return claim.type.value, claim.participants


def test_what_has_been_in_force_here_is_so_for_one_state() -> None:
    sentence = "It has been in force here since May 2024."
    assert second(sentence) == ("participation", ("LVA",))


@pytest.mark.parametrize("sentence", ["It has been in force since August 2014."])
def test_what_is_said_of_no_place_is_said_of_the_treaty(sentence: str) -> None:
    assert second(sentence) == ("treaty_fact", ())
