"""What is told in a stretch that is like a claim: of whom, and how far an exit has gone."""

import pytest

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.at_large.alike_told import told_of
from treatywatch.reading.read import clauses_of, understand
from treatywatch.reading.syntax.scenes import set_out
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.open import report_from_text

COURT = "Hungary will leave the International Criminal Court. "
WAR = "Russia left the Treaty on Conventional Armed Forces in Europe. "
SIGNED = "President Clinton sent the Rome Statute to nobody; the United States stayed away. "


def told(before: str, stretch: str, kind: ClaimType = ClaimType.WITHDRAWAL) -> Claim:
    """The claim over the stretch, likeness having taken an exit in it for one that took effect."""
    text = before + stretch
    report, words = report_from_text(text, "report", "2025-07-15"), lexicon()
    context, cues = understand(report, fold(text), words)
    stage = set_out(context, clauses_of(context, words), cues, words.acts)
    learned = "effective" if kind is ClaimType.WITHDRAWAL else None
    return told_of(stage, kind, len(before), len(text), learned)


@pytest.mark.parametrize(
    ("before", "stretch", "stage"),
    [
        (COURT, "Namibia has only talked about it.", "considered"),
        (WAR, "The suspension of New START became Russian law on Tuesday.", "suspended"),
        (COURT, "Four members have told the United Nations they are going.", "notified"),
        (COURT, "The decree was promulgated at once.", "signed_into_law"),
        (COURT, "It is a chapter that closes.", "effective"),
    ],
)
def test_a_word_for_a_step_tells_the_stage_better_than_likeness(
    before: str, stretch: str, stage: str
) -> None:
    assert told(before, stretch).stage == stage


def test_a_pronoun_means_who_acted_before_not_whom_the_stretch_names_beside() -> None:
    before = "The United States dropped the INF Treaty. "
    assert told(before, "It had ended the pact with Moscow.").participants == ("USA",)


def test_a_parliament_is_that_of_the_state_told_last() -> None:
    assert told(COURT, "Parliament had consented in April.").participants == ("HUN",)


def test_no_parliament_is_nobodys() -> None:
    assert told(COURT, "No other parliament had consented.").participants == ()


@pytest.mark.parametrize(
    ("stretch", "stage"),
    [
        ("Namibia never came near it.", "not_party"),
        ("Namibia has yet to ratify.", "not_ratified"),
        ("Namibia sent its ratification.", "ratified"),
        ("Namibia was among them from the start.", "party"),
    ],
)
def test_what_is_denied_of_joining_was_not_done(stretch: str, stage: str) -> None:
    assert told(COURT, stretch, ClaimType.PARTICIPATION).stage == stage
