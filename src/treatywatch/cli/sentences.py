"""The answers of the status room in words, for the terminal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from treatywatch.cli import printing
from treatywatch.law.calendar import Interval, Undetermined, When, in_words
from treatywatch.law.effect import Reason
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountReport, EffectAnswer, Spell, Timeline

if TYPE_CHECKING:
    from rich.table import Table

ONE_DAY = timedelta(days=1)


def tell_timeline(line: Timeline, ledger: Ledger) -> None:
    """One row for each spell, with its first reason; ``until`` is the last day it holds."""
    who, what = ledger.participant(line.participant).common_name, _title(ledger, line.treaty)
    known = f", as known on {in_words(line.as_known_on)}" if line.as_known_on else ""
    printing.print_text(f"{who} and the {what}{known}")
    table = _table("since", "until", "standing", "why", "article")
    for spell in line.spells:
        table.add_row(*_spell_cells(spell))
    printing.terminal().print(table)


def tell_count(report: CountReport, ledger: Ledger) -> None:
    """Every number with the rule that gives it."""
    known = f", as known on {in_words(report.as_known_on)}" if report.as_known_on else ""
    what = _title(ledger, report.treaty)
    printing.print_text(f"The {what} on {in_words(report.on)}{known}")
    table = _table("number", "rule", "what is counted")
    table.columns[0].justify = "right"
    for counted in report.counts:
        table.add_row(str(counted.number), str(counted.rule), counted.words)
    printing.terminal().print(table)


def tell_effect(answer: EffectAnswer, ledger: Ledger) -> None:
    """The day, or what keeps it open, and each step that leads there."""
    whose = ledger.participant(answer.participant).common_name if answer.participant else "A party"
    act = str(answer.act).replace("-", " ")
    received = f"{act} towards the {_title(ledger, answer.treaty)} received on"
    printing.print_text(
        f"{whose}: {received} {in_words(answer.done_on)} {_takes_effect(answer.when)}."
    )
    printing.terminal().print(_reasons(answer.reasons))


def tell_effect_rows(answered: Iterable[Mapping[str, printing.Json]]) -> None:
    """A table of the rows with the day of each, or what keeps it open."""
    table = _table("treaty", "participant", "act", "date", "effect")
    for row in answered:
        outcome = row["effect"] or f"undetermined: {row['undetermined']}"
        cells = [row["treaty"], row["participant"], row["act"], row["date"], outcome]
        table.add_row(*(str(cell) for cell in cells))
    printing.terminal().print(table)


def _takes_effect(when: When) -> str:
    if isinstance(when, Interval):
        until = f" and not after {in_words(when.not_after)}" if when.not_after else ""
        return f"takes effect not before {in_words(when.not_before)}{until}: {when.why}"
    if isinstance(when, Undetermined):
        return f"takes effect on a day that cannot be said: {when.why}"
    return f"takes effect on {in_words(when)}"


def _spell_cells(spell: Spell) -> tuple[str, str, str, str, str]:
    why = spell.reasons[0] if spell.reasons else None
    contested = "".join(f"\ncontested: {other.words}" for other in spell.contested)
    return (
        _bound(spell.since),
        _bound(spell.until and spell.until - ONE_DAY),
        str(spell.standing).replace("-", " "),
        (why.words if why else "") + contested,
        (why.article or "") if why else "",
    )


def _bound(day: date | None) -> str:
    return "" if day is None else in_words(day)


def _reasons(reasons: Sequence[Reason]) -> "Table":
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    for reason in reasons:
        parts = (reason.words, reason.arithmetic, reason.assumption and f"({reason.assumption})")
        grid.add_row(" ", "; ".join(part for part in parts if part), reason.article or "")
    return grid


def _table(*heads: str) -> "Table":
    from rich import box
    from rich.table import Table

    return Table(*heads, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)


def _title(ledger: Ledger, treaty: str) -> str:
    return ledger.treaty(treaty).short_title
