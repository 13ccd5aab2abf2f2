"""Findings for a terminal: rich renderables, with a mark beside each colour.

Colour never carries anything alone; the console decides whether there is any (NO_COLOR).
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from treatywatch.checking.check import UNDATED
from treatywatch.checking.comparing.compare import Disagreement
from treatywatch.checking.exits.exit_steps import stage_words
from treatywatch.checking.exits.exits import ExitRow
from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.wording import (
    disagreement_line,
    first_reasons,
    further_reasons,
    read_from,
    verdict_words,
)
from treatywatch.reports.report import Report

_STYLES: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.BORNE_OUT: "green",
        Verdict.CONTRADICTED: "bold red",
        Verdict.PREMATURE: "bold yellow",
        Verdict.OUTDATED: "bold magenta",
        Verdict.UNDETERMINED: "cyan",
        Verdict.NOT_CHECKED: "dim",
    }
)
# ASCII marks, so that they survive any locale.
_MARKS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.BORNE_OUT: "+",
        Verdict.CONTRADICTED: "X",
        Verdict.PREMATURE: ">",
        Verdict.OUTDATED: "<",
        Verdict.UNDETERMINED: "?",
        Verdict.NOT_CHECKED: ".",
    }
)
_QUOTED = 300


def verdict_text(verdict: Verdict) -> Text:
    """ "X contradicted" in its colour."""
    return Text(f"{_MARKS[verdict]} {verdict_words(verdict)}", style=_STYLES[verdict])


def findings_table(
    report: Report, findings: Sequence[Finding], ledger: Ledger, *, everything: bool = True
) -> RenderableType:
    """The claims of one report with their verdicts and reasons, in the order of the text.

    ``everything`` False leaves out what is not checked and tells how many that were.
    """
    shown = [f for f in findings if everything or f.verdict is not Verdict.NOT_CHECKED]
    table = Table(title=_heading(report, findings), title_justify="left", show_lines=False)
    table.add_column("verdict", no_wrap=True)
    table.add_column("the report says", ratio=5)
    table.add_column("the record says", ratio=6)
    for finding in shown:
        words = Text(_quote(finding, ledger))
        table.add_row(verdict_text(finding.verdict), words, Text(_why(finding.reasons)))
    told_once = dict.fromkeys(r for f in shown for r in f.reasons if r.startswith(UNDATED))
    below = [Text(f"  {reason}", style="dim") for reason in told_once]
    if not shown:
        below.append(Text("  no claim to check", style="dim"))
    return Group(table, *below) if below else table


def exits_view(rows: Sequence[ExitRow], ledger: Ledger) -> RenderableType:
    """States by stage of exit, one table a treaty, and below each what the law says next."""
    views: list[RenderableType] = []
    for treaty in dict.fromkeys(row.treaty for row in rows):
        ours = [row for row in rows if row.treaty == treaty]
        views.append(_exits_table(ledger.treaties[treaty].short_title, ours))
        views += [
            Text(f"  {row.name}: exit takes effect {effect.words}")
            for row in ours
            for effect in row.to_come
        ]
    return Group(*views)


def disagreements_view(disagreements: Sequence[Disagreement], ledger: Ledger) -> RenderableType:
    """Where reports disagree, the versions side by side with their words."""
    table = Table(title="Where reports disagree", title_justify="left")
    table.add_column("about")
    table.add_column("version", no_wrap=True)
    table.add_column("words", ratio=1)
    for one in disagreements:
        about = disagreement_line(one, ledger)
        for side in one.sides:
            words = "\n".join(f'{said.report}: "{said.words}"' for said in side.said)
            table.add_row(Text(about), Text(side.version, style="bold"), Text(words))
            about = ""
        table.add_section()
    return table


def _heading(report: Report, findings: Sequence[Finding]) -> Text:
    known = findings[0].as_known_on if findings else None
    as_known = f", as known on {known}" if known else ""
    return Text(f"{report.name} ({report.published or 'no date'}{as_known})", style="bold")


def _why(reasons: Sequence[str]) -> str:
    """The first reasons without the one that every claim of an undated report has."""
    own = [reason for reason in reasons if not reason.startswith(UNDATED)]
    further = len(further_reasons(own))
    all_of_them = (f"--json gives {further} more reasons.",) if further else ()
    return " ".join((*first_reasons(own), *all_of_them))


def _quote(finding: Finding, ledger: Ledger) -> str:
    words = " ".join(finding.claim.quote.split())
    words = words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"
    beside = finding.claim.in_full or read_from(finding.claim, ledger)
    return f"{words} [{beside}]" if beside else words


def _exits_table(title: str, rows: Sequence[ExitRow]) -> Table:
    table = Table(title=Text(title, style="bold"), title_justify="left")
    table.add_column("State", no_wrap=True)
    table.add_column("furthest stage")
    table.add_column("standing")
    table.add_column("steps and who reported them", ratio=1)
    for row in rows:
        steps = [
            told.step.words + (f" [{', '.join(told.reports)}]" if told.reports else "")
            for told in row.steps
        ]
        table.add_row(
            Text(row.name),
            Text(stage_words(row.stage)),
            Text(row.standing.value.replace("-", " ")),
            Text("\n".join(steps)),
        )
    return table
