"""The command line. It asks the rooms and prints their answers; it holds no knowledge of its own."""


def main() -> None:
    """Run ``treatywatch`` with the arguments of the process, and leave with its exit code."""
    from treatywatch.cli.app import run

    run()
