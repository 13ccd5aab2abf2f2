"""The command line: it asks the rooms and prints their answers, and knows nothing of its own."""

import gc

# A start makes half a million things that all stay: to look through them for rubbish every few
# hundred, as is usual, costs a sixth of it.
_THINGS_BETWEEN_LOOKS = 100_000


def main() -> None:
    """Run ``treatywatch`` with the arguments of the process, and leave with its exit code."""
    gc.set_threshold(_THINGS_BETWEEN_LOOKS)
    from treatywatch.cli.app import run

    run()
