"""Names that may be something else mean a treaty where what is told of them is told of treaties."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.claim import ReadBy
from treatywatch.reading.read import read, read_by_rules
from treatywatch.reports.open import report_from_text


def treaties(text: str) -> set[str | None]:
    return {one.treaty for one in read(report_from_text(text, "report", "2026-02-01"), lexicon())}


@pytest.mark.parametrize(
    ("text", "treaty"),
    [
        ("Russia has told the depositaries that it is bailing out of Open Skies.", "openskies"),
        ("Canada, out since 1982, will not come back to the whaling convention.", "whaling"),
        ("Jamaica gave notice in October 1997, and left the Optional Protocol.", "iccpr-op1"),
    ],
)
def test_what_is_left_or_joined_is_a_treaty(text: str, treaty: str) -> None:
    assert treaties(text) == {treaty}


@pytest.mark.parametrize(
    "text",
    [
        "A new phone from Helsinki is called Open Skies.",
        "UNESCO has put a stretch of the lagoon on its list of world heritage.",
        "The museum in Kyoto opened a show of fans on Sunday.",
        "Visitors from Finland learn in the harbour of the whaling convention and of whale oil.",
        "Canada left a UNESCO meeting in protest, and the WHO has a new house.",
        "Spain has three Open Skies agreements with its neighbours, in force since 2009.",
        "Rome will have no new statute for its taxes before the summer, the mayor said.",
    ],
)
def test_what_nothing_is_told_of_is_none(text: str) -> None:
    assert not treaties(text)


def test_only_the_treaties_of_such_sentences_are_meant() -> None:
    text = (
        "Russia has told the depositaries that it is bailing out of Open Skies. "
        "UNESCO has put a stretch of the lagoon on its list of world heritage."
    )
    assert treaties(text) == {"openskies"}


def test_a_report_of_which_rules_tell_nothing_may_be_read_by_likeness() -> None:
    report = report_from_text(
        "The sixth of those gone from the Ottawa Convention is Ukraine.",
        "report",
        "2025-01-22",
    )
    assert not read_by_rules(report, lexicon())
    (told,) = read(report, lexicon())
    assert (told.type, told.treaty, told.read_by) == ("withdrawal", "apmbc", ReadBy.LIKENESS)
