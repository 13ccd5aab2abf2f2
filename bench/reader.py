"""How fast reports are read, part by part, beside the bare pass that only looks for names.

Run with ``python -m bench.reader [FOLDER] [--longest MEGABYTES]``: reads every ``*.txt`` of the
folder (the packaged samples without one), undated reports as of today. Prints megabytes a second of
processor time, and how the time grows when one text is made two, four and eight times as long: a
reader that takes time in proportion to length shows the same figure in every line. With
``--longest`` all reports make one document, from a twentieth of that length up to it, each read
once. Nothing here fails when it is slow.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import resources
from pathlib import Path

from treatywatch import api
from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claims.figures.indicator import indicator_claims
from treatywatch.reading.claims.figures.plan import plan_claims
from treatywatch.reading.claims.views.quote import quote_claims
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.quantities.date_grammar import find_date_words
from treatywatch.reading.quantities.dates import find_dates
from treatywatch.reading.quantities.numbers import find_numbers
from treatywatch.reading.read import read, understand
from treatywatch.reading.speaking.speech import find_speech
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.report import Report

ROUNDS = 5
NO_TREATY = "The members ratified a contract with the port, and it was signed on Friday.\n" * 20_000


def seconds(call: Callable[[], object]) -> float:
    """The least processor time of some rounds: what else runs on the machine counts little."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        call()
        taken.append(time.process_time() - begun)
    return max(min(taken), 1e-9)


def parts(reports: Sequence[Report], lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Each part of the reader with its seconds for all reports."""
    words, today = lexicon.words, PartialDate.of(date.today())
    texts = [report.text for report in reports]
    known = [understand(report, fold(report.text), lexicon)[0] for report in reports]
    calls: dict[str, Callable[[], object]] = {
        "fold": lambda: [fold(text) for text in texts],
        "names only": lambda: [lexicon.may_name_a_treaty(fold(text)) for text in texts],
        "passages": lambda: [split_passages(text, words) for text in texts],
        "forms of dates": lambda: [find_date_words(text, words) for text in texts],
        "dates": lambda: [find_dates(text, words, today) for text in texts],
        "numbers": lambda: [find_numbers(text, words) for text in texts],
        "speech": lambda: [
            find_speech(one.report.text, one.passages, words, one.mentions) for one in known
        ],
        "quotes": lambda: [quote_claims(one) for one in known],
        "figures": lambda: [indicator_claims(one) for one in known],
        "plans": lambda: [plan_claims(one) for one in known],
        "the whole reader": lambda: [read(report, lexicon) for report in reports],
    }
    for name, call in calls.items():
        yield name, seconds(call)


def growth(report: Report, lexicon: Lexicon) -> Iterator[tuple[str, float, float]]:
    """One text made longer: times, megabytes, seconds."""
    for times in (1, 2, 4, 8):
        text = "\n\n".join([report.text] * times)
        longer = api.open_report(text, published=report.published)
        yield f"{times} times", len(text.encode()) / 1e6, seconds(lambda r=longer: read(r, lexicon))  # type: ignore[misc]


def to_length(reports: Sequence[Report], lexicon: Lexicon, longest: float) -> Iterator[str]:
    """One document of all reports, again and again, twice and five times and ten times as long."""
    together = "\n\n".join(report.text for report in reports)
    for report in reports:  # in the first ones the words are made ready
        read(report, lexicon)
    for megabytes in (longest / 20, longest / 5, longest / 2, longest):
        times = int(megabytes * 1e6 / len(together.encode())) + 1
        text = "\n\n".join([together] * times)
        report = api.open_report(text, published="2025-06-20")
        begun = time.process_time()
        claims = len(read(report, lexicon))
        size, taken = len(text.encode()) / 1e6, time.process_time() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        speed = f"{size / taken:.3f} MB/s, {claims} claims"
        yield f"{size:>8.1f} MB, {speed}, {memory:.0f} MB of memory"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.reader")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--longest", type=float, help="megabytes of the longest document")
    chosen = parser.parse_args()
    folder = chosen.folder or Path(str(resources.files("treatywatch") / "samples"))
    lexicon = api.lexicon(api.load(), "en")
    reports = [api.open_report(path) for path in sorted(folder.glob("*.txt"))]
    if chosen.longest:
        for line in to_length(reports, lexicon, chosen.longest):
            print(line, flush=True)
        return
    size = sum(len(report.text.encode()) for report in reports) / 1e6
    print(f"{len(reports)} reports, {size:.3f} MB")
    for name, taken in parts(reports, lexicon):
        print(f"  {name:<24}{size / taken:>10.2f} MB/s")
    print(f"  {'a text of no treaty':<24}{len(NO_TREATY) / 1e6 / gate(lexicon):>10.2f} MB/s")
    longest = max(reports, key=lambda report: len(report.text))
    print("the longest report, made longer")
    for name, megabytes, taken in growth(longest, lexicon):
        print(f"  {name:<24}{megabytes / taken:>10.2f} MB/s")


def gate(lexicon: Lexicon) -> float:
    """Seconds for a long text that names no treaty."""
    report = api.open_report(NO_TREATY, published="2025-06-20")
    return seconds(lambda: read(report, lexicon))


if __name__ == "__main__":
    main()
