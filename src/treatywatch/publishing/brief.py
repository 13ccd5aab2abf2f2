"""The brief: one self-contained HTML file on what reports claim and how it holds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from treatywatch.checking.comparing.compare import compare
from treatywatch.checking.comparing.comparison import Comparison, Corroboration
from treatywatch.checking.exits.exit_steps import stage_words
from treatywatch.checking.exits.exits import EffectToCome, ExitRow, exits_table
from treatywatch.checking.grounds.dates import at
from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.chart import Chart, exit_chart
from treatywatch.publishing.comparison_wording import (
    proposition_line,
    shared_line,
    sources_line,
    told_by_several,
    why_one_source,
)
from treatywatch.publishing.highlight import Piece, paragraphs
from treatywatch.publishing.wording import (
    MEANING,
    claim_line,
    disagreement_line,
    first_reasons,
    further_reasons,
    verdict_words,
)
from treatywatch.reports.report import Report
from treatywatch.values import frozen

TEMPLATES = Path(__file__).with_name("templates")
_WRONG = (Verdict.CONTRADICTED, Verdict.PREMATURE, Verdict.OUTDATED)
# A report longer than this is shown by its claims alone: nobody reads a megabyte in a brief.
_SHOWN = 200_000
_HEADLINE = 110
_PASSAGES = 5  # of two reports that share more, the brief shows so many


@frozen
class Numbered:
    """A finding with the anchor by which the brief refers to it."""

    anchor: str
    number: int
    finding: Finding
    line: str


@frozen
class ReportPage:
    """One report in the brief: heading, text with its claims marked, the findings."""

    report: Report
    number: int
    anchor: str
    headline: str
    published: str
    paragraphs: Sequence[Sequence[Piece]]
    findings: tuple[Numbered, ...]
    tally: tuple[tuple[Verdict, int], ...]


@frozen
class TreatyExits:
    """The exits from one treaty, with their chart."""

    title: str
    rows: tuple[ExitRow, ...]
    chart: Chart | None
    to_come: tuple[EffectToCome, ...]


def brief(
    checked: Sequence[tuple[Report, Sequence[Finding]]],
    ledger: Ledger,
    title: str = "Treaty brief",
    comparison: Comparison | None = None,
) -> str:
    """The HTML of a brief over reports and their findings; it needs no network and runs no script.

    Everything that comes from a report is escaped. With a comparison of the same reports it also
    tells from how many sources they have what they say.
    """
    by_report = {report.name: tuple(findings) for report, findings in checked}
    pages = [
        report_page(number, report, found, ledger)
        for number, (report, found) in enumerate(checked, 1)
    ]
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            title=title,
            pages=pages,
            wrong=[(page, one) for page in pages for one in page.findings if _is_wrong(one)],
            tally=_tally([one for findings in by_report.values() for one in findings]),
            exits=_exits(by_report, checked, ledger),
            disagreements=[(disagreement_line(d, ledger), d) for d in compare(by_report)],
            anchors={page.report.name: page for page in pages},
            as_of=in_words(ledger.known_on or date.today()),
            treaties=ledger.treaties,
            meaning=MEANING,
            comparison=comparison,
            several=told_of(comparison, ledger) if comparison else (),
            texts={r.name: r.text for r in comparison.reports} if comparison else {},
            shown=_PASSAGES,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    add_filters(environment)
    return environment


def add_filters(environment: Environment) -> None:
    """The words that the templates of this room need, for an environment that uses them too."""
    environment.filters.update(words=verdict_words, at=at, oneline=_one_line, stage=stage_words)
    environment.filters.update(first_reasons=first_reasons, further_reasons=further_reasons)
    environment.filters.update(sources=sources_line, why=why_one_source, shared=shared_line)


def told_of(comparison: Comparison, ledger: Ledger) -> tuple[tuple[str, Corroboration], ...]:
    """What several reports say: each proposition in words, with who says it."""
    return tuple((proposition_line(one, ledger), one) for one in told_by_several(comparison))


def report_page(
    number: int, report: Report, findings: Sequence[Finding], ledger: Ledger
) -> ReportPage:
    """One report as a page shows it; of a very long one the claims alone."""
    anchor = f"r{number}"
    shown = report.text if len(report.text) <= _SHOWN else ""
    return ReportPage(
        report,
        number,
        anchor,
        headline(report.text),
        in_words(PartialDate.parse(report.published)) if report.published else "no date",
        paragraphs(shown, findings) if shown else (),
        tuple(
            Numbered(f"{anchor}c{i}", i, finding, claim_line(finding.claim, ledger))
            for i, finding in enumerate(findings, 1)
        ),
        _tally(findings),
    )


def headline(text: str) -> str:
    """The first line that has words, cut to a heading's length."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    words = _one_line(first[:_HEADLINE])
    return f"{words}…" if len(first) > _HEADLINE else words


def _tally(findings: Sequence[Finding]) -> tuple[tuple[Verdict, int], ...]:
    counted = Counter(finding.verdict for finding in findings)
    return tuple((verdict, counted[verdict]) for verdict in Verdict if counted[verdict])


def _is_wrong(one: Numbered) -> bool:
    return one.finding.verdict in _WRONG


def _exits(
    by_report: Mapping[str, Sequence[Finding]],
    checked: Sequence[tuple[Report, Sequence[Finding]]],
    ledger: Ledger,
) -> list[TreatyExits]:
    rows = exits_table(by_report, ledger)
    published = [
        (report.name, PartialDate.parse(report.published).last())
        for report, _ in checked
        if report.published
    ]
    return [
        TreatyExits(
            ledger.treaties[treaty].short_title,
            ours := tuple(row for row in rows if row.treaty == treaty),
            exit_chart(ours, published),
            tuple(effect for row in ours for effect in row.to_come),
        )
        for treaty in dict.fromkeys(row.treaty for row in rows)
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())
