"""A comparison of reports for a terminal: rich renderables."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from treatywatch.checking.comparing.comparison import Comparison, Corroboration
from treatywatch.checking.comparing.corroboration import Origin
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.comparison_wording import (
    proposition_line,
    shared_line,
    told_by_several,
    why_one_source,
)
from treatywatch.publishing.terminal import disagreements_view

_QUOTED = 160


def comparison_views(comparison: Comparison, ledger: Ledger) -> Iterator[RenderableType]:
    """What several reports say, where they disagree, and what they share."""
    yield _propositions_table(told_by_several(comparison), ledger)
    if comparison.disagreements:
        yield disagreements_view(comparison.disagreements, ledger)
    if comparison.overlaps:
        yield _shared_table(comparison)


def _propositions_table(several: tuple[Corroboration, ...], ledger: Ledger) -> RenderableType:
    if not several:
        return Text("No two reports say the same.", style="dim")
    table = Table(title="What several reports say", title_justify="left")
    table.add_column("sources", no_wrap=True)
    table.add_column("what is said", ratio=4)
    table.add_column("by whom", ratio=5)
    for one in several:
        sources = f"{one.independent} of {len(one.reports)}"
        told = "\n".join(_origin_line(origin) for origin in one.origins)
        table.add_row(Text(sources), Text(proposition_line(one, ledger)), Text(told))
    return table


def _origin_line(origin: Origin) -> str:
    named = f" [{', '.join(origin.newsrooms)}]" if origin.newsrooms else ""
    if len(origin.reports) == 1:
        return f"{origin.reports[0]}{named}"
    first = f", first {origin.first}" if origin.first else ""
    return f"{' = '.join(origin.reports)}{named} ({'; '.join(why_one_source(origin))}{first})"


def _shared_table(comparison: Comparison) -> RenderableType:
    texts = {report.name: report.text for report in comparison.reports}
    table = Table(title="What reports share", title_justify="left")
    table.add_column("reports", ratio=3)
    table.add_column("the same words", ratio=6)
    for overlap in comparison.overlaps:
        first = f"\nfirst: {overlap.first}" if overlap.first else ""
        who = f"{overlap.one}\n{overlap.other}{first}\n{shared_line(overlap)}"
        passages = [texts[p.one.report][p.one.start : p.one.end] for p in overlap.passages]
        table.add_row(Text(who), Text("\n".join(_short(words) for words in passages)))
    return table


def _short(words: str) -> str:
    line = " ".join(words.split())
    return f'"{line}"' if len(line) <= _QUOTED else f'"{line[:_QUOTED]}…"'
