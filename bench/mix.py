"""Reading a stream in which few reports are of treaties: speed, memory, and what others take.

Run with ``python -m bench.mix [--megabytes 100] [--news 2] [--peers PYTHON]``. Two of a hundred
megabytes (``--news``, for the stream) are treaty news (the annotated reports of ``gold/open``), the
rest is English text that names no treaty (the reference pages that come with Python). Reports are
made, read and forgotten one by one; memory is printed on the way, and must not grow. Figures are
megabytes a second of processor time on one core, in a process that has read some reports: in the
first ones only what they need is made ready, and all of it once that pays. ``--peers`` is a Python
with ``bench/requirements.txt``, which ``make bench`` sets up.
"""

import argparse
import json
import resource
import subprocess
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from pydoc_data.topics import topics
from tempfile import NamedTemporaryFile

from treatywatch import api
from treatywatch.reading.read import read
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reports.report import Report

PERCENT = 2.0
DAY = "2025-06-20"
PAGE = 4_000  # characters of a report that is no treaty news
STEPS = 10  # at which memory is told
SAMPLE = 200_000  # bytes of the mix that the peers read
WARM = 300_000  # bytes of treaty news after which all is made ready


def treaty_news() -> list[str]:
    folder = Path(__file__).parent.parent / "gold" / "open" / "reports"
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def other_text() -> list[str]:
    pages = "\n\n".join(topics[name] for name in sorted(topics))
    return [pages[at : at + PAGE] for at in range(0, len(pages), PAGE)]


def mixed(size: float, percent: float = PERCENT) -> Iterator[str]:
    """Texts of that many bytes, treaty news among the others whenever its share falls behind."""
    news, others = cycle(treaty_news()), cycle(other_text())
    given = of_treaties = 0
    while given < size:
        behind = of_treaties < percent / 100 * given
        text = next(news if behind else others)
        given += len(text.encode())
        of_treaties += len(text.encode()) if behind else 0
        yield text


def report(text: str) -> Report:
    return Report("bench", text, "", DAY, "option", language="en")


def speed(texts: list[str], go_through: Callable[[str], object], rounds: int = 3) -> float:
    """Megabytes a second, the best of some rounds: what else runs counts little then."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        for text in texts:
            go_through(text)
        taken.append(time.process_time() - begun)
    return size / max(min(taken), 1e-9)


def streamed(size: float, percent: float, go_through: Callable[[str], object]) -> Iterator[str]:
    """At each step: megabytes read, megabytes a second, and the most memory so far."""
    begun, given, told = time.process_time(), 0, 0
    for text in mixed(size, percent):
        go_through(text)
        given += len(text.encode())
        if given >= size * (told + 1) / STEPS:
            told += 1
            speed_so_far = given / 1e6 / (time.process_time() - begun)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            yield f"{given / 1e6:>10.0f} MB, {speed_so_far:.2f} MB/s, {memory:.0f} MB of memory"


def of_peers(python: str, texts: list[str]) -> dict[str, float]:
    with NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\f".join(text.replace("\f", " ") for text in texts))
        file.flush()
        script = str(Path(__file__).with_name("peers.py"))
        told = subprocess.run([python, script, file.name], check=True, capture_output=True)
    found: dict[str, float] = json.loads(told.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.mix")
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--news", type=float, default=PERCENT, help="percent of the stream")
    parser.add_argument("--peers")
    chosen = parser.parse_args()
    lexicon = api.lexicon(api.load(), "en")
    news, others, sample = treaty_news(), other_text(), list(mixed(SAMPLE * 5))

    def whole(text: str) -> object:
        return read(report(text), lexicon)

    for text in islice(cycle(news), WARM * len(news) // sum(map(len, news))):
        whole(text)
    figures = {
        "treaty news alone": speed(news, whole),
        "text that names no treaty": speed(others, whole),
        "the names only, of treaty news": speed(news, lambda text: lexicon.find(fold(text))),
        "the mix": speed(sample, whole),
    }
    for name, figure in figures.items():
        print(f"{name:<34}{figure:>9.2f} MB/s")
    if chosen.peers:
        for name, figure in of_peers(chosen.peers, list(islice(mixed(SAMPLE), 1000))).items():
            ratio = figures["the mix"] / figure
            print(f"{name:<34}{figure:>9.2f} MB/s of the mix, a ratio of 1 : {ratio:.1f}")
    for line in streamed(chosen.megabytes * 1e6, chosen.news, whole):
        print(line, flush=True)


if __name__ == "__main__":
    main()
