"""What no rule reads, but is like what people have found to make claims."""

from itertools import pairwise

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.claim import Claim, ReadBy
from treatywatch.reading.read import read, read_by_rules
from treatywatch.reports.open import report_from_text

HEAD = "Finland leaves the Ottawa Convention\n\nFinland deposited its notice on 10 July 2025.\n\n"


def both(text: str) -> tuple[list[Claim], list[Claim]]:
    """What is read of a text, and what of it the rules alone read."""
    report = report_from_text(text, "report", "2025-07-15")
    return list(read(report, lexicon())), list(read_by_rules(report, lexicon()))


def by_likeness(text: str) -> list[Claim]:
    return [claim for claim in both(text)[0] if claim.read_by is ReadBy.LIKENESS]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Estonia and Latvia walk next.", "withdrawal"),
        ("Poland's own letter is still to come.", "withdrawal"),
    ],
)
def test_a_sentence_that_no_rule_reads(sentence: str, kind: str) -> None:
    _, ruled = both(HEAD + sentence)
    assert not [one for one in ruled if one.end > len(HEAD)]
    (claim,) = [one for one in by_likeness(HEAD + sentence) if one.start >= len(HEAD)]
    assert claim.type.value == kind
    assert claim.treaty == "apmbc"
    assert not claim.sure


@pytest.mark.parametrize(
    "sentence",
    [
        "The weather was mild for the season.",
        "The bakery on the square sells rye bread.",
        "Has Latvia written such a letter as well?",
    ],
)
def test_what_is_like_no_claim_makes_none(sentence: str) -> None:
    assert not by_likeness(HEAD + sentence)


def test_a_report_that_claims_nothing_is_left_alone() -> None:
    text = "The film festival\n\nA film about the Ottawa Convention was shown. It rained."
    assert by_likeness(text) == []


def test_what_is_read_by_likeness_overlaps_no_claim_of_the_rules_of_its_type() -> None:
    text = HEAD + "Poland's own letter is still to come, and the two have told Latvia so."
    told, _ = both(text)
    for one, other in pairwise(told):
        assert one.type is not other.type or one.end <= other.start or one.quote != other.quote


def test_its_words_are_those_of_the_text() -> None:
    text = HEAD + "Poland's own letter is still to come.\n\nRiga expects no change of heart."
    assert all(text[one.start : one.end] == one.quote for one in both(text)[0])


def test_in_another_language_what_the_rules_read_stays() -> None:
    text = "Finnland hat das Ottawa-Abkommen verlassen.\n\nNiemand hat damit gerechnet."
    report = report_from_text(text, "report", "2026-02-01")
    names = lexicon("de")
    assert set(read_by_rules(report, names)) <= set(read(report, names))


def test_the_line_that_dates_a_report_claims_nothing() -> None:
    day = "2025. gada 3. novembris"
    head = "Rinkēvičs atdod Saeimai likumu par izstāšanos no Stambulas konvencijas"
    news = (
        "Valsts prezidents Edgars Rinkēvičs pirmdien nodevis Saeimai otrreizējai caurlūkošanai "
        "likumu par izstāšanos no Stambulas konvencijas."
    )
    report = report_from_text(f"{head}\n\n{day}\n\n{news}", "report", "2025-11-03")
    told = read(report, lexicon("lv"))
    assert told
    assert day not in [claim.quote for claim in told]
