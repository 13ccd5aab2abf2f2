"""``python -m treatywatch.scoring GOLD REPORTS``: the score in plain text."""

import sys
from pathlib import Path

from treatywatch.ledger.load import load_ledger
from treatywatch.scoring.lines import score_lines
from treatywatch.scoring.run import score_folder


def main(arguments: list[str]) -> int:
    """Print the score of one gold file over one folder of reports."""
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m treatywatch.scoring GOLD.jsonl REPORTS_FOLDER\n")
        return 2
    gold, folder = map(Path, arguments)
    measured = score_folder(gold, folder, load_ledger())
    sys.stdout.write("\n".join(score_lines(measured)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
