"""The claims of a second reader, checked beside the first one's and without touching them."""

from collections.abc import Sequence

from treatywatch.checking.check import check
from treatywatch.checking.grounds.finding import Finding
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Claim
from treatywatch.reports.report import Report


def check_both(
    report: Report, first: Sequence[Claim], second: Sequence[Claim], ledger: Ledger
) -> tuple[Finding, ...]:
    """Findings of both readers in the order of the text.

    The first reader's claims are checked on their own, so that their findings are what they would
    be without a second reader; the second's are checked in the company of the first's.
    """
    findings = check(report, first, ledger)
    if not second:
        return findings
    beside = check(report, (*first, *second), ledger)[len(first) :]
    return tuple(sorted((*findings, *beside), key=lambda one: (one.claim.start, one.claim.end)))
