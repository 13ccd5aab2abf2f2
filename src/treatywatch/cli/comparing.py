"""``compare``: reports held against each other."""

import typer

from treatywatch.cli import options, printing


def compare(
    context: typer.Context,
    reports: options.Reports,
    *,
    published: options.Published = None,
    as_json: options.AsJson = False,
) -> None:
    """What reports say together, from how many sources, where they disagree, what they copy."""
    from treatywatch import api
    from treatywatch.cli.findings import find_in, find_in_archives
    from treatywatch.cli.inputs import gather

    ledger = api.load(context.obj)
    gathered = gather(reports, published, ledger)
    found = [*find_in(gathered.whole, ledger), *find_in_archives(gathered, ledger)]
    comparison = api.compare_checked(found, ledger)
    if as_json:
        from treatywatch.publishing.comparison_json import comparison_object

        printing.print_json(comparison_object(comparison))
        return
    from treatywatch.publishing.comparison_view import comparison_views

    screen = printing.terminal()
    for view in comparison_views(comparison, ledger):
        screen.print(view)
        screen.print()
