"""Documents of every form, taken apart and put together wrongly: nothing may crash, hang or move.

Run with ``python -m bench.fuzz [--inputs 1000000] [--seed 1] [--only NUMBER]``. Each input is made
from the seed and its number alone, so that ``--only`` makes it again. A text of sentences, names
and odd characters is put into a form (text, page, feed, archive, now and then a PDF), some bytes
are changed, and what comes of it is decoded, read and checked, as of some day. Each claim must
stand in the text where it says it does, and be judged. Bytes of inputs that fail are written to
``fuzz-SEED-NUMBER.bin``.
"""

import argparse
import gzip
import io
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from importlib import resources
from pathlib import Path
from random import Random
from types import FrameType
from zlib import crc32

from treatywatch import api
from treatywatch.checking.check import check
from treatywatch.errors import UnreadableInput
from treatywatch.intake import settle_language
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.read import read
from treatywatch.reading.vocabulary.words import languages
from treatywatch.reports.documents import open_stream
from treatywatch.reports.report import Report
from treatywatch.scoring.gold_sets import shows_words

GOLD = Path(__file__).parent.parent / "gold"
FIRST_YEAR, YEARS = 1945, 90  # in which a document without a date is held to have been published
LONGEST_SECONDS = 20  # of processor time, for one input of a few thousand characters
PROGRESS = 1_000
PDF_EVERY = 500  # a PDF is taken apart in a process of its own
ODD = "\0\t\n\r\x0b\x85\xa0\xad\u0130\u0301\u05d0\u0660\u200b\u2028\u202e\ufeff\ufffd\U0001f600ßſ"
MARKS = (
    *",.;:!?()[]\"'“”«»–—-%$/*_",
    ". ",
    "\n\n",
    "\n- ",
    " – ",
    ", which ",
    " that ",
    "’s ",
    "...",
)
HEADS = (
    *("State", "Treaty", "Signed", "Ratified (a)"),
    *("Status", "Notice given", "Out since", "Parties"),
    *("Women", "1951 convention", "Back in", "Days of notice", "2005", "Who left", "When", "Since"),
    *("Norway", "Finland", "Signed only", "Notice withdrawn", "CTBT", "Test ban"),
)
CELLS = (
    *("Norway", "NPT", "3 December 1997", "9 Jul 1998 a", "Party (1970)"),
    *("yes", "-", "", "164", "6 months"),
    *("S", "(s)", "r 1999", "✓", "Yes (2016)", "21/04/16", "2012, left 2026", "not yet"),
    *("Burundi, Philippines", "2017, 2019", "Canada (Kyoto Protocol)", "out"),
)
APART = (" | ", "|", "\t", "    ", "  ", ";", ",", "; ", ", ", " .... ", '","')
KEYS = ("P = party", "S means signed only", "■ party, □ signed", "x = neither", "(s) has signed")


class Hang(Exception):
    """An input took longer than any of its size may."""


@dataclass(frozen=True, slots=True)
class Source:
    """What texts are put together from: sentences of reports, names and cues of the record."""

    sentences: tuple[str, ...]
    words: tuple[str, ...]


@cache
def source(ledger_of: Callable[[], Ledger] = api.load) -> Source:
    samples = Path(str(resources.files("treatywatch") / "samples"))
    studied = [one for one in GOLD.glob("*/reports/*.txt") if shows_words(one.parent.parent)]
    reports = [*samples.glob("*.txt"), *studied]
    texts = [path.read_text(encoding="utf-8") for path in sorted(reports)]
    sentences = [one for text in texts for one in text.replace("\n", ". ").split(". ") if one]
    lexicon = api.lexicon(ledger_of(), "en")
    named = [name.written for names in lexicon.names.each() for name in names]
    return Source(tuple(sentences), (*named, *lexicon.acts.cues))


def text_of(random: Random) -> str:
    """A text that no editor would pass."""
    known = source()
    pieces: list[str] = [table_of(random)] if random.random() < 0.1 else []
    pieces += [list_of(random)] if random.random() < 0.1 else []
    for _ in range(random.randint(1, 14)):
        piece = random.choice(random.choice((known.sentences, known.words, MARKS)))
        pieces.append(changed(piece, random) if random.random() < 0.3 else piece)
    return random.choice((" ", " ", ". ", "", "\n")).join(pieces)


def table_of(random: Random) -> str:
    """Rows of cells under a head, or under none."""
    known, apart = source(), random.choice(APART)
    heads = random.sample(HEADS, random.randint(1, len(HEADS)))
    lines = [heads] if random.random() < 0.8 else []
    if random.random() < 0.3:  # a line above the head, with or without a cell for each column
        lines.insert(0, [random.choice(("", "", *HEADS, *CELLS)) for _ in heads])
    for _ in range(random.randint(1, 6)):
        width = len(heads) if random.random() < 0.8 else random.randint(0, 7)
        lines.append([random.choice((*CELLS, random.choice(known.words))) for _ in range(width)])
    blank = random.choice(("\n", "\n", "\n\n"))
    above = "\n".join(random.sample(KEYS, random.randint(0, 2)))
    return f"{above}\n{blank.join(apart.join(line) for line in lines)}\n"


def list_of(random: Random) -> str:
    """Lines with a label: a State, an act, a day, or anything."""
    known, lines = source(), []
    for _ in range(random.randint(1, 6)):
        label = random.choice((*CELLS, *HEADS, random.choice(known.words)))
        rest = [random.choice((*CELLS, *HEADS, random.choice(known.words))) for _ in "1234"]
        told = random.choice((", ", "; ", " (", ") ", " ")).join(rest[: random.randint(1, 4)])
        mark, apart = random.choice(("- ", "* ", "1. ", "", "**")), random.choice((": ", " – "))
        lines.append(f"{mark}{label}{apart}{told}")
    return "\n".join(("", *lines, ""))


def changed(piece: str, random: Random) -> str:
    """The piece with one thing done to it."""
    at, to = sorted(random.randint(0, len(piece)) for _ in range(2))
    return random.choice(
        (
            piece[:at] + piece[to:],
            piece[:at] + random.choice(ODD) + piece[at:],
            piece[:at] + piece[at:to] * random.randint(2, 30) + piece[to:],
            piece[:at]
            + str(random.choice((0, 7, 166, 1997, 10 ** random.randint(3, 40))))
            + piece[at:],
            piece.swapcase(),
            piece[::-1],
            piece[:at] + random.choice(MARKS) * random.randint(1, 40) + piece[to:],
        )
    )


def page(text: str, random: Random) -> bytes:
    tags = [
        random.choice(("p", "div", "li", "td", "h1", "blockquote", "script", "b")) for _ in "123"
    ]
    pieces = [escape(piece) if random.random() < 0.7 else piece for piece in text.split(". ")]
    body = "".join(f"<{(tag := random.choice(tags))}>{piece}</{tag}>" for piece in pieces)
    meta = '<meta property="article:published_time" content="2025-03-18T10:00:00Z">'
    return f"<html lang=en><head>{meta}<title>{text[:40]}</title></head><body>{body}".encode(
        random.choice(("utf-8", "utf-8", "utf-16", "latin-1")), "replace"
    )


def feed(text: str, random: Random) -> bytes:
    item = f"<title>{escape(text[:50])}</title><description>{escape(text)}</description>"
    items = f"<item>{item}<pubDate>Tue, 18 Mar 2025 10:00:00 GMT</pubDate></item>" * random.randint(
        1, 3
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def archive(text: str, random: Random) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(text, random)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
        "WARC-Date: 2025-03-18T10:00:00Z\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(body) + random.choice((0, 0, 0, 1, -1, 10**9))}\r\n\r\n"
    )
    record = head.encode() + body + b"\r\n\r\n"
    return random.choice((record, gzip.compress(record, 1, mtime=0) * 2))


def pdf(text: str, _random: Random) -> bytes:
    shown = text.encode("latin-1", "replace").replace(b"(", b"[").replace(b")", b"]")
    stream = b"BT /F1 12 Tf 50 700 Td (" + shown.replace(b"\\", b"/") + b") Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    numbered = (b"%d 0 obj%b endobj\n" % (n, one) for n, one in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + b"".join(numbered) + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


FORMS = (lambda text, _random: text.encode("utf-8", "replace"), page, feed, archive)


def document(seed: int, number: int) -> bytes:
    """The input of that number: always the same."""
    random = Random(f"{seed}:{number}")
    form = pdf if number % PDF_EVERY == PDF_EVERY - 1 else random.choice(FORMS)
    raw = bytearray(form(text_of(random), random))
    for _ in range(random.choice((0, 0, 0, 1, 3))):
        at = random.randrange(len(raw) + 1)
        raw[at : at + random.choice((0, 1, 1, 9))] = random.randbytes(random.randint(0, 3))
    return bytes(raw)


def some_day(raw: bytes) -> str:
    """The day of publication of a document that tells none: the same for the same bytes."""
    return f"{FIRST_YEAR + crc32(raw) % YEARS}-06-20"


def claims_in(raw: bytes, ledger: Ledger) -> int:
    """How many claims the document has.

    AssertionError where one does not stand where it says, or is not judged.
    """
    told = 0
    try:
        for opened in open_stream(io.BytesIO(raw), "fuzz").reports:
            if not isinstance(opened, Report):
                continue
            report = settle_language(replace(opened, published=opened.published or some_day(raw)))
            language = report.language if report.language in languages() else "en"
            claims = read(report, api.lexicon(ledger, language))
            for claim in claims:
                assert 0 <= claim.start < claim.end, claim
                assert report.text[claim.start : claim.end] == claim.quote, claim
            told += len(claims)
            assert len(check(report, claims, ledger)) == len(claims)
    except UnreadableInput:
        pass
    return told


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise Hang(f"more than {LONGEST_SECONDS} seconds")


def failures(seed: int, numbers: range, ledger: Ledger) -> Iterator[tuple[int, Exception]]:
    """The inputs that crash, hang, or have a claim that does not stand in its text."""
    signal.signal(signal.SIGPROF, _too_long)
    begun, told = time.monotonic(), 0
    for done, number in enumerate(numbers, start=1):
        signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
        try:
            told += claims_in(document(seed, number), ledger)
        except Exception as failure:
            yield number, failure
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        if done % PROGRESS == 0:
            rate = done / (time.monotonic() - begun)
            shown = f"seed {seed}: {done} inputs, {told} claims, {rate:.0f} inputs a second"
            print(shown, file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz")
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    chosen = parser.parse_args()
    ledger = api.load()
    if chosen.only is not None:
        print(claims_in(document(chosen.seed, chosen.only), ledger), "claims")
        return 0
    failed = 0
    for number, failure in failures(chosen.seed, range(chosen.inputs), ledger):
        failed += 1
        Path(f"fuzz-{chosen.seed}-{number}.bin").write_bytes(document(chosen.seed, number))
        print(f"input {number}: {type(failure).__name__}: {failure}", flush=True)
    print(f"{chosen.inputs} inputs, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
