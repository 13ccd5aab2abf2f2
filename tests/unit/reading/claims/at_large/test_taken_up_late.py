"""Who "did the same" as somebody told of in words that no rule of exits knows."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.read import read
from treatywatch.reports.open import report_from_text

THREE = (
    "In October 2016 Burundi, South Africa and The Gambia announced withdrawals from the Rome "
    "Statute. "
)


def steps(text: str) -> dict[str, str | None]:
    """The last step that is told of each State alone."""
    report = report_from_text(text, "report", "2018-01-05")
    told = (c for c in read(report, lexicon()) if c.type.value == "withdrawal")
    return {c.participants[0]: c.stage for c in told if len(c.participants) == 1}


@pytest.mark.parametrize(
    "told",
    [
        "The Gambia tore up its notice in February 2017, and South Africa did so in March.",
        "The Gambia took its letter back in February 2017; South Africa did the same in March.",
    ],
)
def test_the_same_is_what_the_words_right_before_tell(told: str) -> None:
    assert steps(THREE + told) == {"GMB": "revoked", "ZAF": "revoked"}


def test_what_a_rule_knows_is_taken_up_by_the_rule() -> None:
    told = "Burundi gave notice of withdrawal from the Rome Statute in October 2016. "
    assert steps(told + "South Africa did the same in the same month.")["ZAF"] == "notified"


def test_words_of_their_own_tell_their_own_step() -> None:
    told = "The Gambia tore up its notice in February 2017, and Burundi left in October."
    assert steps(THREE + told)["BDI"] == "effective"


def test_a_list_goes_on_with_the_step_past_what_is_still_to_come() -> None:
    told = (
        "Estonia and Latvia are leaving the Ottawa Treaty. They filed on 27 June 2017 and will be "
        "free on 27 December 2018; Finland followed in July 2017 and Poland in August 2017."
    )
    assert steps(told) == {"FIN": "notified", "POL": "notified"}
