"""What stands below the table: objections, territories, declarations under an article."""

from collections.abc import Iterator

from treatywatch.errors import NotADate
from treatywatch.law.terms import ActKind
from treatywatch.ledger.imports.aids import Aids
from treatywatch.ledger.imports.noted import NotedAct
from treatywatch.ledger.imports.page import PageRow, Statement, StatusPage, squeezed
from treatywatch.ledger.imports.printed_dates import days_in

# A statement's own date stands before its first words.
_OPENING = 80
_SHOWN = 60


def read_statements(page: StatusPage, aids: Aids) -> tuple[NotedAct, ...]:
    """The dated acts below the table; what bears no date is a fault."""
    acts: list[NotedAct] = []
    for statement in page.objections:
        acts += _dated(statement, ActKind.OBJECTION, aids)
    for row in page.territories:
        acts += _territory(row, aids)
    _tell_of_declarations(page, aids)
    _tell_of_special_table(page, aids)
    return tuple(acts)


def _dated(statement: Statement, kind: ActKind, aids: Aids) -> Iterator[NotedAct]:
    who = aids.resolve(statement.participant, statement.line)
    text = squeezed(statement.text)
    try:
        days = days_in(text[:_OPENING], aids.words.months)
    except NotADate as error:
        aids.faults.add(statement.line, "not-a-date", f"{kind} of {statement.participant}: {error}")
        return
    if not days:
        told = f'{kind} of {statement.participant} bears no date of its own: "{text[:_SHOWN]}"'
        aids.faults.add(statement.line, "statement-without-date", told)
    elif who is not None:
        others = [other for other in aids.names.mentioned(text) if other != who]
        against = f"to a reservation or act of {others[0]}" if others else ""
        yield NotedAct(who, kind, days[0].day, note=against)


def _territory(row: PageRow, aids: Aids) -> Iterator[NotedAct]:
    cells = [cell.text for cell in row.cells]
    who = aids.resolve(cells[0], row.line) if cells else None
    try:
        days = days_in(" ".join(cells[1:]), aids.words.months)
    except NotADate as error:
        aids.faults.add(row.line, "not-a-date", f"territories of {cells[0]}: {error}")
        return
    if not days:
        aids.faults.add(row.line, "statement-without-date", f"territories {cells} bear no date")
    elif who is not None:
        yield NotedAct(
            who, ActKind.TERRITORIAL_APPLICATION, days[0].day, note="table of territories"
        )


def _tell_of_declarations(page: StatusPage, aids: Aids) -> None:
    """Declarations under an article may be acts (provisional application), but bear no date."""
    for statement in page.under_article:
        told = (
            f'{statement.participant} made one of the "{statement.heading}"; the page does not '
            "give its day, so it is no act here: a correction can add it from another source"
        )
        aids.faults.add(statement.line, "statement-without-date", told)


def _tell_of_special_table(page: StatusPage, aids: Aids) -> None:
    if page.special:
        told = (
            f"a second table of {len(page.special) - 1} rows "
            f"({', '.join(cell.text for cell in page.special[0].cells)}) is not read"
        )
        aids.faults.add(page.special[0].line, "second-table", told)
