"""The sentences of an end note, with what it quotes kept apart.

A quoted communication is somebody's words, not the depositary's: it is read only where a rule says
so, and then for the day on which the depositary says that it came.
"""

import re
from collections.abc import Iterator

from treatywatch.ledger.imports.page import squeezed
from treatywatch.ledger.imports.page_words import PageWords
from treatywatch.values import frozen

# Shorter quotations are names ("Historical Information"), not communications.
_LONG = 50
# A curved mark is closed by a curved one, or by a straight one at the end of a paragraph.
_QUOTE = re.compile(rf"“[^”]{{{_LONG},}}?(?:”|\"[.;]?(?=\s*(?:\n|$)))|\"[^\"]{{{_LONG},}}\"")
_ASIDE = re.compile(r"\([^()]*\)")
_MASK = "\u241f"
_STOP = re.compile(rf"[.;](?=\s+[A-ZÀ-Þ(“\"{_MASK}]|\s*$)|{_MASK}\d+{_MASK}(?=\s+[A-ZÀ-Þ])")


@frozen
class Sentence:
    """One sentence of an end note.

    ``quoted`` is what it quotes, in one piece; ``asides`` what stood in brackets;
    ``introduces`` tells that it ends in a colon, so that others' words follow.
    """

    words: str
    quoted: str
    asides: tuple[str, ...]
    introduces: bool


def sentences(text: str, words: PageWords) -> Iterator[Sentence]:
    """The sentences of an end note, in order."""
    quotes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        quotes.append(squeezed(match.group()))
        return f"{_MASK}{len(quotes) - 1}{_MASK}"

    masked = _QUOTE.sub(keep, text)
    for paragraph in masked.split("\n"):
        for piece in _split(paragraph, words):
            yield from _sentence(piece, quotes)


def _split(paragraph: str, words: PageWords) -> Iterator[str]:
    begin = 0
    for stop in _STOP.finditer(paragraph):
        before = re.search(r"(\w+)$", paragraph[begin : stop.start()])
        if before is not None and before.group() in words.abbreviations:
            continue
        yield paragraph[begin : stop.end()]
        begin = stop.end()
    yield paragraph[begin:]


def _sentence(piece: str, quotes: list[str]) -> Iterator[Sentence]:
    quoted = " ".join(quotes[int(number)] for number in re.findall(rf"{_MASK}(\d+){_MASK}", piece))
    own = re.sub(rf"{_MASK}\d+{_MASK}", " ", piece).replace(_MASK, " ")
    asides = tuple(_ASIDE.findall(own))
    bare = squeezed(_ASIDE.sub(" ", own)).strip(" .;")
    if bare or quoted or asides:
        yield Sentence(bare, quoted, asides, bare.endswith(":") and not quoted)
