"""Whose a step is that likeness finds and that no words own."""

from dataclasses import replace

from tests.unit.reading.the_record import lexicon
from treatywatch.reading.claim import ClaimType
from treatywatch.reading.claims.at_large.alike_told import told_of
from treatywatch.reading.claims.withdrawals.whose_step import with_whose_step
from treatywatch.reading.claims.withdrawals.withdrawal import withdrawal_claims
from treatywatch.reading.read import clauses_of, understand
from treatywatch.reading.syntax.scenes import set_out
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.open import report_from_text

LEAVING = "Turkey said it was leaving the Istanbul Convention. "


def whose(before: str, stretch: str) -> tuple[str, ...]:
    """Whose the step over the stretch is, likeness having found it to be one."""
    text = before + stretch
    report, words = report_from_text(text, "report", "2021-03-21"), lexicon()
    context, cues = understand(report, fold(text), words)
    stage = set_out(context, clauses_of(context, words), cues, words.acts)
    step = told_of(stage, ClaimType.WITHDRAWAL, len(before), len(text), "notified")
    step = replace(step, participants=())  # as where nobody acts in the clauses before it
    return with_whose_step(stage, [*withdrawal_claims(stage), step])[-1].participants


def test_a_step_without_an_owner_is_of_the_state_whose_exit_was_told_last() -> None:
    assert whose(LEAVING, "The decree appeared in the gazette on Saturday.") == ("TUR",)


def test_not_of_one_told_of_paragraphs_before() -> None:
    far = f"{LEAVING}\n\nThe weather was fine.\n\n"
    assert whose(far, "The decree appeared in the gazette on Saturday.") == ()


def test_what_no_state_has_done_is_of_none() -> None:
    assert whose(LEAVING, "None has ever sent one.") == ()


def test_several_who_are_not_named_are_not_the_one_told_last() -> None:
    assert whose(LEAVING, "Other countries are to follow the same path.") == ()
