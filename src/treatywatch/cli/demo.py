"""``demo``: the sample reports that ship with the package, read, checked, and written up."""

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from treatywatch.cli import options, printing


def demo(
    context: typer.Context,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE.html", help="Where the brief goes.")
    ] = Path("brief.html"),
    as_json: options.AsJson = False,
) -> None:
    """Check the sample reports, print what was found, and write a brief."""
    from treatywatch import api
    from treatywatch.cli.findings import find_in, tell, write_brief
    from treatywatch.cli.inputs import gather

    ledger = api.load(context.obj)
    samples = Path(str(resources.files("treatywatch") / "samples"))
    found = find_in(gather([samples], ledger=ledger).whole, ledger)
    write_brief(out, found, ledger)
    tell(found, ledger, as_json=as_json, everything=False)
    if not as_json:
        printing.print_text(f"\nThe brief is in {out}")
