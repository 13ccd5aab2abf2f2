"""Reports read and checked one after the other, and what was found in them told."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from treatywatch import api
from treatywatch.checking.grounds.finding import Finding
from treatywatch.cli import printing
from treatywatch.cli.inputs import Gathered, can_be_read
from treatywatch.cli.jobs import Crew, in_order
from treatywatch.cli.progress import watched
from treatywatch.cli.second import told_on_standard_error
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.form import Form
from treatywatch.reading.claim import Claim
from treatywatch.reading.vocabulary.words import languages
from treatywatch.reports.report import Report

if TYPE_CHECKING:
    from rich.console import RenderableType

    from treatywatch.reading.second_reader import SecondReader

Made = TypeVar("Made")
Checked = tuple[Report, Sequence[Finding]]
Found = Sequence[Checked]
ALONE = Crew()


def find_in(
    reports: Sequence[Report],
    ledger: Ledger,
    second: "SecondReader | None" = None,
    crew: Crew = ALONE,
) -> Found:
    """Each report with its findings, in the order given."""
    watching = watched(reports, "checking", lambda report: report.name)
    if second is None:
        return [*_told_if_unreadable(in_order(_checked, watching, ledger, crew))]
    with told_on_standard_error():
        return [
            (
                report,
                api.check(report, ledger=ledger, second_reader=second)
                if can_be_read(report)
                else (),
            )
            for report in watching
        ]


def find_in_archives(gathered: Gathered, ledger: Ledger, crew: Crew = ALONE) -> Iterator[Checked]:
    """The reports in archives that make a claim, each as soon as it is checked."""
    every = in_order(_checked, gathered.archived(), ledger, crew)
    yield from (one for one in _told_if_unreadable(every) if one[1])


def _checked(report: Report, ledger: Ledger) -> Sequence[Finding]:
    return api.check(report, ledger=ledger) if report.language in languages() else ()


def _read(report: Report, ledger: Ledger) -> Sequence[Claim]:
    return api.read(report, ledger=ledger) if report.language in languages() else ()


def _told_if_unreadable(made: Iterable[tuple[Report, Made]]) -> Iterator[tuple[Report, Made]]:
    """The same; a report in a language without words is named on standard error."""
    for report, one in made:
        can_be_read(report)
        yield report, one


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


def tell_in_form(form: Form, found: Iterable[Checked], ledger: Ledger) -> None:
    """Print each report in that form, as soon as it is there."""
    from datetime import UTC, datetime

    from treatywatch.publishing.taken_away import in_form

    for report, findings in found:
        printing.print_exactly(in_form(form, report, findings, ledger, datetime.now(UTC)))


def _views(found: Found, ledger: Ledger, *, everything: bool) -> "Iterator[RenderableType]":
    from treatywatch.checking.exits.exits import exits_table
    from treatywatch.publishing import terminal

    for report, findings in found:
        yield terminal.findings_table(report, findings, ledger, everything=everything)
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
    crew: Crew = ALONE,
) -> None:
    """Print what each report claims, without a verdict; of archives only reports with a claim.

    A second reader is not asked about what stands in archives.
    """
    watching = watched(gathered.whole, "reading", lambda report: report.name)
    for report, claims in _claims_of(watching, ledger, second, crew):
        _tell_claims_of(report, claims, ledger, as_json=as_json)
    archived = in_order(_read, gathered.archived(), ledger, crew)
    for report, claims in _told_if_unreadable(archived):
        if claims:
            _tell_claims_of(report, claims, ledger, as_json=as_json)


def _claims_of(
    reports: Iterable[Report], ledger: Ledger, second: "SecondReader | None", crew: Crew
) -> Iterator[tuple[Report, Sequence[Claim]]]:
    if second is None:
        yield from _told_if_unreadable(in_order(_read, reports, ledger, crew))
        return
    for report in reports:
        with told_on_standard_error():
            readable = can_be_read(report)
            claims = api.read(report, ledger=ledger, second_reader=second) if readable else ()
        yield report, claims


def _tell_claims_of(
    report: Report, claims: Sequence[Claim], ledger: Ledger, *, as_json: bool
) -> None:
    from treatywatch.publishing.findings_json import claims_report_object
    from treatywatch.publishing.wording import claim_line

    if as_json:
        printing.print_json_lines([claims_report_object(report, claims)])
        return
    printing.print_text(f"{report.name} ({report.published or 'no date'})")
    rows = [
        (f"{c.start}-{c.end}", " ".join(c.quote.split()), claim_line(c, ledger)) for c in claims
    ]
    printing.print_table(("where", "the report says", "read as"), rows)
