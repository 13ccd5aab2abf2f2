"""How fast others go through the same text: run by ``bench.mix`` in an environment of their own.

``python bench/peers.py FILE`` prints one JSON object: megabytes a second of processor time for each
peer that is installed (``bench/requirements.txt``). They do other work: spaCy parses and tags, and
eyecite finds citations of courts; the figures tell what a text costs elsewhere, not who is better.
"""

import json
import pkgutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SMALL_ENGLISH = "en_core_web_sm"  # also the beginning of the name under which it is on PyPI


def parsers() -> Iterator[tuple[str, Callable[[str], object]]]:
    import spacy  # type: ignore[import-not-found,unused-ignore]

    names = [one.name for one in pkgutil.iter_modules() if one.name.startswith(SMALL_ENGLISH)]
    if names:
        yield "spaCy, small English pipeline", spacy.load(names[0])
    else:
        blank = spacy.blank("en")
        blank.add_pipe("sentencizer")
        yield "spaCy, words and sentences only", blank


def citations() -> Iterator[tuple[str, Callable[[str], object]]]:
    from eyecite import get_citations  # type: ignore[import-not-found,unused-ignore]

    yield "eyecite", get_citations


def main() -> None:
    texts = Path(sys.argv[1]).read_text(encoding="utf-8").split("\f")
    size = sum(len(text.encode()) for text in texts) / 1e6
    told: dict[str, float] = {}
    for found in (parsers, citations):
        try:
            for name, go_through in found():
                go_through(texts[0])
                begun = time.process_time()
                for text in texts:
                    go_through(text)
                told[name] = size / (time.process_time() - begun)
        except ImportError as missing:
            print(f"not measured: {missing}", file=sys.stderr)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
