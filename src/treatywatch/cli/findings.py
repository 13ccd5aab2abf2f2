"""Reports read and checked one after the other, and what was found in them told."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from treatywatch import api
from treatywatch.checking.finding import Finding
from treatywatch.cli import printing
from treatywatch.cli.inputs import Gathered, can_be_read
from treatywatch.cli.progress import watched
from treatywatch.cli.second import told_on_standard_error
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.form import Form
from treatywatch.reading.claim import Claim
from treatywatch.reports.report import Report

if TYPE_CHECKING:
    from rich.console import RenderableType

    from treatywatch.reading.second_reader import SecondReader

Checked = tuple[Report, Sequence[Finding]]
Found = Sequence[Checked]


def find_in(
    reports: Sequence[Report], ledger: Ledger, second: "SecondReader | None" = None
) -> Found:
    """Each report with its findings, in the order given."""
    with told_on_standard_error():
        return [
            (
                report,
                api.check(report, ledger=ledger, second_reader=second)
                if can_be_read(report)
                else (),
            )
            for report in watched(reports, "checking", lambda report: report.name)
        ]


def find_in_archives(gathered: Gathered, ledger: Ledger) -> Iterator[Checked]:
    """The reports in archives that make a claim, each as soon as it is checked."""
    for report in gathered.archived():
        findings = api.check(report, ledger=ledger) if can_be_read(report) else ()
        if findings:
            yield report, findings


def write_brief(path: Path, found: Found, ledger: Ledger) -> None:
    """Write the brief whole or not at all."""
    from treatywatch.files import write_whole
    from treatywatch.publishing.brief import brief

    several = len(found) > 1
    comparison = api.compare_checked(found, ledger) if several else None
    write_whole(path, brief(found, ledger, comparison=comparison))


def tell(found: Found, ledger: Ledger, *, as_json: bool, everything: bool = True) -> None:
    """Print the findings of each report, then who is on the way out and where reports disagree.

    ``everything`` False leaves out claims that are not checked; JSON always has all.
    """
    if as_json:
        tell_lines(found)
        return
    screen = printing.terminal()
    for view in _views(found, ledger, everything=everything):
        screen.print(view)
        screen.print()


def tell_lines(found: Iterable[Checked]) -> None:
    """Print the findings of each report as one line of JSON, as soon as it is there."""
    from treatywatch.publishing.findings_json import report_object

    printing.print_json_lines(report_object(report, findings) for report, findings in found)


def tell_in_form(form: Form, found: Iterable[Checked]) -> None:
    """Print each report in that form, as soon as it is there."""
    from datetime import UTC, datetime

    from treatywatch.publishing.taken_away import in_form

    for report, findings in found:
        printing.print_exactly(in_form(form, report, findings, datetime.now(UTC)))


def _views(found: Found, ledger: Ledger, *, everything: bool) -> "Iterator[RenderableType]":
    from treatywatch.checking.exits import exits_table
    from treatywatch.publishing import terminal

    for report, findings in found:
        yield terminal.findings_table(report, findings, everything=everything)
    by_report = {report.name: findings for report, findings in found}
    if exits := exits_table(by_report, ledger):
        yield terminal.exits_view(exits, ledger)
    if disagreements := api.compare(by_report):
        yield terminal.disagreements_view(disagreements, ledger)


def tell_claims(
    gathered: Gathered,
    ledger: Ledger,
    *,
    as_json: bool,
    second: "SecondReader | None" = None,
) -> None:
    """Print what each report claims, without a verdict; of archives only reports with a claim.

    A second reader is not asked about what stands in archives.
    """
    for report in watched(gathered.whole, "reading", lambda report: report.name):
        with told_on_standard_error():
            readable = can_be_read(report)
            claims = api.read(report, ledger=ledger, second_reader=second) if readable else ()
        _tell_claims_of(report, claims, as_json=as_json)
    for report in gathered.archived():
        if can_be_read(report) and (claims := api.read(report, ledger=ledger)):
            _tell_claims_of(report, claims, as_json=as_json)


def _tell_claims_of(report: Report, claims: Sequence[Claim], *, as_json: bool) -> None:
    from treatywatch.publishing.findings_json import claims_report_object
    from treatywatch.publishing.wording import claim_line

    if as_json:
        printing.print_json_lines([claims_report_object(report, claims)])
        return
    printing.print_text(f"{report.name} ({report.published or 'no date'})")
    rows = [(f"{c.start}-{c.end}", " ".join(c.quote.split()), claim_line(c)) for c in claims]
    printing.print_table(("where", "the report says", "read as"), rows)
