"""Commands about the record: what it holds, whether it holds together, what is new."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatywatch.cli import options, printing
from treatywatch.cli.complaint import EXIT_CODE
from treatywatch.publishing.plain_json import Json, plain

if TYPE_CHECKING:
    from treatywatch.law.treaty import Treaty
    from treatywatch.ledger.imports.run import PageReport


def treaties(context: typer.Context, as_json: options.AsJson = False) -> None:
    """The treaties of the record, with the names by which reports know them."""
    from treatywatch import api

    held = api.load(context.obj).treaties.values()
    if as_json:
        printing.print_json([_treaty_object(treaty) for treaty in held])
        return
    rows = [(treaty.id, treaty.short_title, treaty.depositary) for treaty in held]
    printing.print_table(("id", "treaty", "depositary"), rows)


def _treaty_object(treaty: "Treaty") -> dict[str, Json]:
    from treatywatch.law.clauses.compared import not_compared

    return {
        "id": treaty.id,
        "short_title": treaty.short_title,
        "title": treaty.title,
        "depositary": treaty.depositary,
        "reference": plain(treaty.reference),
        "names": [name.form for name in treaty.names],
        "compared_with_text": plain(treaty.compared_with_text),
        "not_compared": plain(not_compared(treaty)),
    }


def participants(context: typer.Context, as_json: options.AsJson = False) -> None:
    """The States and organisations of the record, with their codes."""
    from treatywatch import api

    known = api.load(context.obj).participants.values()
    if as_json:
        printing.print_json([plain(participant) for participant in known])
        return
    rows = [[p.id, p.common_name, p.official_name, str(p.kind)] for p in known]
    printing.print_table(("id", "name", "official name", "kind"), rows)


def lint(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[FOLDER]", help="A record folder; the packaged record by default."),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Whether the record holds together: files, references, and the examples in each treaty.

    Prints every fault with its file and line and leaves with 2 if there is any.
    """
    from treatywatch import api

    if folder is not None and not folder.is_dir():
        raise _no_folder(folder)
    faults = api.lint(folder)
    if as_json:
        printing.print_json([plain(fault) for fault in faults])
    else:
        for fault in faults:
            printing.print_text(str(fault))
        printing.print_text(f"{len(faults)} faults" if faults else "The record holds together.")
    if faults:
        raise typer.Exit(EXIT_CODE)


def import_untc(
    context: typer.Context,
    pages: Annotated[
        list[Path], typer.Argument(metavar="PAGE...", help="Saved status pages (HTML).")
    ],
    *,
    retrieved: Annotated[
        str, typer.Option("--retrieved", metavar="DATE", help="The day the pages were saved.")
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Also write one table of acts a treaty."),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Read status pages of the UN Treaty Collection into acts.

    Prints what could not be understood and how the pages differ from the record.
    """
    from treatywatch import api

    ledger = api.load(context.obj)
    imported = api.import_untc(pages, retrieved, out=out, ledger=ledger)
    if as_json:
        printing.print_json_lines(_page_object(page) for page in imported.pages)
        return
    for page in imported.pages:
        for line in _page_lines(page):
            printing.print_text(line)


def _page_object(page: "PageReport") -> dict[str, Json]:
    read = page.imported
    return {
        "page": read.page,
        "treaty": read.treaty,
        "reference": read.reference,
        "as_at": plain(read.as_at),
        "participants": list(read.participants),
        "acts": plain(page.acts),
        "faults": plain(page.faults),
        "differences": plain(page.differences),
        "written": None if page.written is None else str(page.written),
    }


def _page_lines(page: "PageReport") -> Iterator[str]:
    read = page.imported
    as_at = f" as at {read.as_at}" if read.as_at else ""
    yield (
        f"{read.page}: {read.treaty} ({read.reference}){as_at}: "
        f"{len(read.participants)} participants, {len(page.acts)} acts"
    )
    yield from (f"  fault: {fault}" for fault in page.faults)
    yield from (f"  {difference.words}" for difference in page.differences)
    if not page.differences:
        yield "  agrees with the record"
    if page.written is not None:
        yield f"  written to {page.written}"


def _no_folder(folder: Path) -> Exception:
    from treatywatch.errors import UnreadableInput

    return UnreadableInput(str(folder), "it is not a folder", "Name a folder that holds a record.")
