"""What must come out of five real reports that lie beside the checkout, if they do."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.ledger.load import load_ledger
from treatywatch.scoring.gold import read_gold
from treatywatch.scoring.run import findings_in
from treatywatch.scoring.score import score

REPORTS = Path(__file__).resolve().parents[3] / "../shared/reports"

pytestmark = pytest.mark.skipif(
    not REPORTS.is_dir(), reason="the five reports do not lie beside the checkout"
)


@pytest.fixture(scope="module")
def findings() -> Mapping[str, tuple[Finding, ...]]:
    return findings_in(REPORTS, load_ledger())


def on_words(
    findings: Mapping[str, tuple[Finding, ...]], report: str, words: str
) -> tuple[Finding, ...]:
    """Findings of the report of that number whose quote has the words."""
    (name,) = [name for name in findings if name.startswith(report)]
    return tuple(f for f in findings[name] if words in " ".join(f.claim.quote.split()))


@pytest.mark.parametrize(
    ("report", "words", "verdict", "reason"),
    [
        (
            "002",
            "133 nations",
            "contradicted",
            "133 is the number of signatories (all of whom had ratified); "
            "with those that acceded 165",
        ),
        ("000", "nine to twelve months", "contradicted", "Art. 20(3): 6 months after receipt"),
        ("000", "established in 1999", "contradicted", "entry into force (1 March 1999)"),
        ("000", "established in 1997", "borne_out", "adopted on 18 September 1997"),
        ("004", "165 of the 193", "contradicted", "133 States had signed"),
        ("003", "Finland officially notified", "borne_out", "notice received on 10 July 2025"),
        ("003", "January 2026", "borne_out", "10 July 2025 + 6 months = 10 January 2026"),
        ("003", "similar action", "premature", "it came only on 20 August 2025"),
        ("004", "March 18, 2025", "borne_out", "on 18 March 2025"),
        ("004", "on April 1", "borne_out", "announced on 1 April 2025"),
        ("004", "These include China, India", "borne_out", "never signed"),
        ("004", "Lithuania announced its withdrawal", "borne_out", "Lithuania: announced"),
    ],
)
def test_what_must_come_out(
    findings: Mapping[str, tuple[Finding, ...]],
    report: str,
    words: str,
    verdict: str,
    reason: str,
) -> None:
    found = on_words(findings, report, words)
    assert (verdict, True) in {(f.verdict, reason in " ".join(f.reasons)) for f in found}


def test_a_possibility_gets_no_verdict_of_fact(
    findings: Mapping[str, tuple[Finding, ...]],
) -> None:
    for words in ("soon extend north to Helsinki", "reportedly weighing"):
        for finding in on_words(findings, "001", words):
            assert finding.verdict is Verdict.NOT_CHECKED


def test_opinions_are_never_judged(findings: Mapping[str, tuple[Finding, ...]]) -> None:
    quotes = [f for found in findings.values() for f in found if f.claim.type == "quote"]
    assert quotes
    assert {f.verdict for f in quotes} == {Verdict.NOT_CHECKED}


def test_nothing_is_contradicted_that_the_annotators_found_right(
    findings: Mapping[str, tuple[Finding, ...]],
) -> None:
    measured = score(read_gold(REPORTS / "gold.jsonl"), findings)
    assert [judged.words for judged in measured.wrong_contradicted] == []
