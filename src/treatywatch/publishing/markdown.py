"""The findings of a report as Markdown (CommonMark), for a wiki, a ticket or a mail."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.wording import (
    MEANING,
    claim_line,
    first_reasons,
    further_reasons,
    verdict_words,
)
from treatywatch.reports.report import Report

# Whatever a report says is words: nothing in it may become a link, a heading or a tag. Signs that
# mean something only at the beginning of a line, or only in an address, are left alone elsewhere.
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>&|~@]"
    r"|^[#+\-=]|:(?=//)|(?<=\bwww)\."
)
_NUMBERED = re.compile(r"^(\d+)([.)])")  # would begin a list


def markdown(report: Report, findings: Sequence[Finding], ledger: Ledger) -> str:
    """The report's heading, how many claims of each verdict, then each claim with its reasons."""
    return "\n".join(_lines(report, findings, ledger)) + "\n"


def _lines(report: Report, findings: Sequence[Finding], ledger: Ledger) -> Iterator[str]:
    yield f"# {words_in_markdown(report.title or report.name)}"
    yield ""
    yield _heading(report)
    yield ""
    if not findings:
        yield "No claim about a treaty was found."
        return
    counted = Counter(finding.verdict for finding in findings)
    yield ", ".join(f"{counted[v]} {verdict_words(v)}" for v in Verdict if counted[v])
    for number, finding in enumerate(findings, 1):
        yield ""
        yield from _finding(number, finding, ledger)
    yield ""
    yield "---"
    yield ""
    for verdict in Verdict:
        if counted[verdict]:
            yield f"- **{verdict_words(verdict)}**: {MEANING[verdict]}"


def _heading(report: Report) -> str:
    when = in_words(PartialDate.parse(report.published)) if report.published else "no date"
    where = f" · {words_in_markdown(report.url)}" if report.url else ""
    return f"{when}{where} · SHA-256 of the text `{report.sha256}`"


def _finding(number: int, finding: Finding, ledger: Ledger) -> Iterator[str]:
    claim = finding.claim
    yield f"## {number}. {verdict_words(finding.verdict).capitalize()}"
    yield ""
    yield f"> {words_in_markdown(claim.quote)}"
    yield ""
    line = words_in_markdown(claim_line(claim, ledger))
    yield f"*{line}* (characters {claim.start} to {claim.end})"
    yield ""
    for reason in first_reasons(finding.reasons):
        yield f"- {words_in_markdown(reason)}"
    if further := len(further_reasons(finding.reasons)):
        yield f"- and {further} more reasons"
    for basis in finding.basis:
        source = f" ({words_in_markdown(basis.source)})" if basis.source else ""
        yield f"- {basis.kind.value}: {words_in_markdown(basis.name)}{source}"
    if finding.verdict_now != finding.verdict:
        now = " ".join(map(words_in_markdown, first_reasons(finding.reasons_now)))
        yield f"- Now {verdict_words(finding.verdict_now)}: {now}"


def words_in_markdown(text: str) -> str:
    """The words on one line, every character that Markdown would take for its own escaped."""
    safe = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return _NUMBERED.sub(r"\1\\\2", safe)
