"""What stands beside a claim in its own sentence."""

from datetime import date

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.ledger.load import load_ledger
from treatywatch.reading.claim import Claim, ClaimType

TEXT = "It rained. Once all is said, Finland left the pact, and nobody minded. Then it stopped."
QUOTE = "Finland left the pact"
CLAIM = Claim(
    ClaimType.WITHDRAWAL, QUOTE, TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE), "apmbc"
)
KNOWLEDGE = Knowledge(load_ledger(), date(2026, 2, 1), None, text=TEXT)


def test_it_begins_and_ends_with_the_sentence() -> None:
    assert around.before(CLAIM, KNOWLEDGE, 200) == "Once all is said, "
    assert around.behind(CLAIM, KNOWLEDGE, 200) == ", and nobody minded"


def test_it_reaches_no_further_than_asked() -> None:
    assert around.before(CLAIM, KNOWLEDGE, 6) == "said, "
    assert around.behind(CLAIM, KNOWLEDGE, 5) == ", and"
