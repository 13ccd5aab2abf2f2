"""References back: which treaty "the treaty" is."""

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.naming.attributes import plain_words
from treatywatch.reading.read import understand
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.open import report_from_text


def _anaphors(text: str) -> list[tuple[str, str]]:
    report = report_from_text(text, "report", "2025-07-15")
    context, _ = understand(report, fold(text), lexicon())
    return [
        (text[m.start : m.end], m.ids[0]) for m in context.treaty_mentions if m.role == "anaphor"
    ]


def test_the_pact_is_the_treaty_named_last() -> None:
    text = (
        "The Ottawa Convention bans mines. Lithuania left the Convention on Cluster Munitions; "
        "the pact is from 2008."
    )
    assert _anaphors(text) == [("pact", "ccm")]


def test_a_treaty_with_a_name_of_its_own_is_another() -> None:
    text = "The Ottawa Convention bans mines. The Lisbon Treaty does not."
    assert _anaphors(text) == []


def test_a_peace_treaty_is_another() -> None:
    text = "The Ottawa Convention bans mines. A peace treaty would end the war."
    assert _anaphors(text) == []


def test_far_off_it_is_the_treaty_that_the_report_is_about() -> None:
    text = "\n\n".join(
        [
            "The Ottawa Convention bans mines, and the Ottawa Convention has held for long.",
            "Last year Lithuania left the Convention on Cluster Munitions.",
            "Mines are cheap, and they are easy to lay along a long border in the woods.",
            "They are also hard to find when the war is over and the farmers come back.",
            "So the treaty is under strain.",
        ]
    )
    assert _anaphors(text) == [("treaty", "apmbc")]


def test_no_treaty_of_the_record_is_on_the_list_of_those_that_it_does_not_hold() -> None:
    acts, held = lexicon().acts, lexicon().attributes.forms
    listed = {" ".join(plain_words(one)) for one in acts.grammar["not_held"]}
    assert listed
    assert not listed & held.keys()
