"""The findings of a report as Markdown (CommonMark), for a wiki, a ticket or a mail."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from treatywatch.checking.finding import Finding, Verdict
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.publishing.wording import MEANING, claim_line, verdict_words
from treatywatch.reports.report import Report

# Whatever a report says is words: nothing in it may become a link, a heading or a tag.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:=])")


def markdown(report: Report, findings: Sequence[Finding]) -> str:
    """The report's heading, how many claims of each verdict, then each claim with its reasons."""
    return "\n".join(_lines(report, findings)) + "\n"


def _lines(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    yield f"# {_plain(report.title or report.name)}"
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
        yield from _finding(number, finding)
    yield ""
    yield "---"
    yield ""
    for verdict in Verdict:
        if counted[verdict]:
            yield f"- **{verdict_words(verdict)}**: {MEANING[verdict]}"


def _heading(report: Report) -> str:
    when = in_words(PartialDate.parse(report.published)) if report.published else "no date"
    where = f" · {_plain(report.url)}" if report.url else ""
    return f"{when}{where} · SHA-256 of the text `{report.sha256}`"


def _finding(number: int, finding: Finding) -> Iterator[str]:
    claim = finding.claim
    yield f"## {number}. {verdict_words(finding.verdict).capitalize()}"
    yield ""
    yield f"> {_plain(claim.quote)}"
    yield ""
    yield f"*{_plain(claim_line(claim))}* (characters {claim.start} to {claim.end})"
    yield ""
    for reason in finding.reasons:
        yield f"- {_plain(reason)}"
    for basis in finding.basis:
        source = f" ({_plain(basis.source)})" if basis.source else ""
        yield f"- {basis.kind.value}: {_plain(basis.name)}{source}"
    if finding.verdict_now != finding.verdict:
        now = " ".join(_plain(reason) for reason in finding.reasons_now)
        yield f"- Now {verdict_words(finding.verdict_now)}: {now}"


def _plain(text: str) -> str:
    """The words on one line, every character that Markdown would take for its own escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
