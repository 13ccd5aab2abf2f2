"""The command line: it asks the rooms and prints their answers, and knows nothing of its own."""


def main() -> None:
    """Run ``treatywatch`` with the arguments of the process, and leave with its exit code."""
    from treatywatch.cli.app import run

    run()
