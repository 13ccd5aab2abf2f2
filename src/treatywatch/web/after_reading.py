"""What follows from a reading: acts that the record lacks wait at the desk; corrections."""

from collections.abc import Sequence

from sqlalchemy import Connection

from treatywatch.checking.doubts.beyond_the_record import BeyondTheRecord, beyond_the_record
from treatywatch.checking.grounds.finding import Finding
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.findings_read import findings_of
from treatywatch.publishing.wording import verdict_words
from treatywatch.reports.report import Report
from treatywatch.workspace.proposals import Change, Proposed, propose, tell_change
from treatywatch.workspace.readings import Reading, reading_before

CORRECTED = "corrected-finding"


def after_reading(
    connection: Connection,
    taken: Reading,
    report: Report,
    findings: Sequence[Finding],
    ledger: Ledger,
) -> None:
    """Write it, in the transaction that keeps the findings."""
    beyond = beyond_the_record(findings, ledger)
    propose(connection, taken.id, taken.report_id, map(_proposed, beyond))
    earlier = reading_before(connection, taken)
    if earlier is not None and earlier.findings is not None:
        _tell_corrections(connection, taken, report, findings_of(earlier.findings), findings)


def _proposed(beyond: BeyondTheRecord) -> Proposed:
    claim = beyond.claim
    return Proposed(
        claim.start,
        claim.end,
        claim.quote,
        claim.treaty or "",
        beyond.participant,
        beyond.act.value,
        None if beyond.day is None else str(beyond.day),
    )


def _tell_corrections(
    connection: Connection,
    taken: Reading,
    report: Report,
    before: Sequence[Finding],
    after: Sequence[Finding],
) -> None:
    """Each claim that holds otherwise, then or now, than when the report was last read."""
    known = {(one.claim.start, one.claim.end, one.claim.type): one for one in before}
    for number, finding in enumerate(after, 1):
        claim = finding.claim
        earlier = known.get((claim.start, claim.end, claim.type))
        if earlier is None or _verdicts(earlier) == _verdicts(finding):
            continue
        words = f"{report.title or report.name}: {_in_words(earlier)}, now {_in_words(finding)}"
        who = claim.participants[0] if len(claim.participants) == 1 else ""
        path = f"/reports/{taken.report_id}#r1c{number}"
        tell_change(connection, Change(CORRECTED, claim.treaty or "", who, words, path))


def _verdicts(finding: Finding) -> tuple[str, str]:
    return finding.verdict, finding.verdict_now


def _in_words(finding: Finding) -> str:
    then, now = verdict_words(finding.verdict), verdict_words(finding.verdict_now)
    return then if then == now else f"{then} on its day and {now} later"
