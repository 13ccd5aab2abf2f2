"""Forms of words with open places, found in folded text.

``*`` stands for any letters of the same word ("irtisano*", "*sopimus"); ``...`` asks that what
follows it stands later in the same sentence ("trat ... in kraft"), ``$`` that it ends its clause.
Only the words before ``...`` are the place found.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_OPEN = re.compile(r"\*|\.\.\.")
_LETTERS = 40  # of one word that a star may stand for
_LATER = r"(?=(?:[^.;!?]|(?<=\d)\.){0,90}?(?<!\w)"
_ENDS_CLAUSE = r"(?=\s*(?:[^\w\s]|$))"


class Found(NamedTuple):
    """A place in the text where a form of the lexicon stands, with all that it can mean."""

    start: int
    end: int
    form: int


class Stems:
    """Forms compiled to one automaton over the parts of them that are fixed."""

    def __init__(self, forms: Iterable[tuple[int, str]]) -> None:
        by_part: dict[str, list[tuple[int, bool, re.Pattern[str] | None]]] = {}
        for number, form in forms:
            part, led, rest = _split(form)
            by_part.setdefault(part, []).append((number, led, rest))
        self._ends = tuple(by_part.values())
        self._automaton = AhoCorasick(
            tuple(by_part) or ("\x00",),
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
        )

    def find(self, folded: str) -> Iterator[Found]:
        """Every form in the text as whole words, overlapping ones too, in no certain order."""
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        for part, start, end in matches if self._ends else ():
            whole = _bounded(folded, start, end)
            for form, led, rest in self._ends[part]:
                if not led and rest is None:  # as nearly all forms are
                    if whole:
                        yield Found(start, end, form)
                    continue
                first = _word_start(folded, start) if led else start
                follows = rest.match(folded, end) if rest else None
                last = follows.end() if follows else end
                if (rest is None or follows) and _bounded(folded, first, last):
                    yield Found(first, last, form)


def _split(form: str) -> tuple[str, bool, re.Pattern[str] | None]:
    """The first fixed part of a form, whether a star leads it, and a pattern for the rest."""
    led = form.startswith("*")
    bare = form[1:] if led else form
    opened = _OPEN.search(bare)
    if opened is None:
        return bare, led, None
    part = bare[: opened.start()].rstrip()
    return part, led, re.compile(_pattern(bare[len(part) :]))


def _pattern(rest: str) -> str:
    here, apart, later = rest.partition("...")
    pattern = re.escape(here.rstrip()).replace(r"\*", rf"\w{{0,{_LETTERS}}}")
    if not apart:
        return pattern
    ends = _ENDS_CLAUSE if later.endswith("$") else r"(?!\w)"
    word = re.escape(later.strip().rstrip("$")).replace(r"\*", rf"\w{{0,{_LETTERS}}}")
    return rf"{pattern}{_LATER}{word}{ends})"


def _word_start(text: str, start: int) -> int:
    """Where the word that runs up to the offset begins, as far as a star may reach."""
    first = start
    while first > max(0, start - _LETTERS) and (text[first - 1].isalnum()):
        first -= 1
    return first


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no word runs over either end; "n't" may follow a letter."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)
