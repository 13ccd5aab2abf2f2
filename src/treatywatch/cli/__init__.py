"""The command line: it asks the rooms and prints their answers, and knows nothing of its own."""

import gc

# A start makes a quarter of a million things that all stay: to look through them for rubbish every
# few hundred, as is usual, costs a sixth of it.
THINGS_BETWEEN_LOOKS = 400_000


def main() -> None:
    """Run ``treatywatch`` with the arguments of the process, and leave with its exit code."""
    gc.set_threshold(THINGS_BETWEEN_LOOKS)
    from treatywatch.cli.app import run

    try:
        run()
    finally:
        # The memory goes back as a whole; the interpreter would look through it thrice before.
        gc.freeze()
