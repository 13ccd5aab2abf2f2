"""Forms of words with open places, found in folded text.

``*`` stands for any letters of the same word ("irtisano*", "*sopimus"); ``...`` asks that what
follows it stands later in the same sentence ("trat ... in kraft"), not behind a comma and a word
that breaks off what was said ("sent the letter, but withdrew it"), ``$`` that it ends its clause,
``(its|the)`` leaves a choice.
Only the words before ``...`` are the place found.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from treatywatch.reading.vocabulary.searched import Searched
from treatywatch.reading.vocabulary.strung import Strung, numbers_of
from treatywatch.reading.vocabulary.wording import choices

_OPEN = re.compile(r"\*|\.\.\.|\(")
_LETTERS = 40  # of one word that a star may stand for
# No full stop lies between, but those of "am 10. Juli" and "w 2016 r."
_LATER = r"(?=(?:[^.;!?{stop}]|(?<=\d)\.|(?<=\d\s\w)\.{comma}){{0,90}}?(?<!\w)"
_WORD_ENDS = r"(?!\w)"
_ENDS_CLAUSE = r"(?=\s*(?:[^\w\s]|$)|\s\s)"  # an empty line, folded, is two spaces


class Found(NamedTuple):
    """A place in the text where a form of the lexicon stands, with all that it can mean."""

    start: int
    end: int
    form: int


# A form's number, whether a star leads it, and the pattern of what follows the part.
_End = tuple[int, bool, re.Pattern[str] | None]


class Stems:
    """Forms compiled by the parts of them that are fixed."""

    def __init__(self, forms: Iterable[tuple[int, str]], breaks_off: Iterable[str] = ()) -> None:
        by_part: dict[str, list[_End]] = {}
        later = _later(sorted(breaks_off))
        for number, form in forms:
            part, led, rest = _split(form, later)
            by_part.setdefault(part, []).append((number, led, rest))
        self._parts = Strung(by_part)
        ends = [tuple(found) for found in by_part.values()]
        self._plain = numbers_of("i", (found[0][0] if _is_plain(found) else -1 for found in ends))
        self._open = {n: found for n, found in enumerate(ends) if not _is_plain(found)}
        self._searched = Searched(self._parts, self._surely_whole)

    def find(self, folded: str) -> Iterator[Found]:
        """Every form in the text as whole words, overlapping ones too, in no certain order."""
        chosen, matches = self._searched.find(folded)
        for part, start, end in matches:
            number = chosen[part]
            if (plain := self._plain[number]) >= 0:  # as nearly all forms are
                if _bounded(folded, start, end):
                    yield Found(start, end, plain)
                continue
            whole = _bounded(folded, start, end)
            for form, led, rest in self._open[number]:
                if not led and rest is None:
                    if whole:
                        yield Found(start, end, form)
                    continue
                first = _word_start(folded, start) if led else start
                follows = rest.match(folded, end) if rest else None
                last = follows.end() if follows else end
                if (rest is None or follows) and _bounded(folded, first, last):
                    yield Found(first, last, form)

    def _surely_whole(self, number: int) -> tuple[bool, bool]:
        """Whether the first and the last word of a part are whole words of every text."""
        ends = self._open.get(number, ())
        return not any(led for _, led, _ in ends), all(rest is None for _, _, rest in ends)


def _is_plain(ends: tuple[_End, ...]) -> bool:
    (_, led, rest), *others = ends
    return not (others or led or rest)


def _later(breaks_off: list[str]) -> str:
    """The pattern of what may stand between the parts of a form, and the next one begins."""
    if not breaks_off:
        return _LATER.format(stop="", comma="")
    words = "|".join(map(re.escape, breaks_off))
    return _LATER.format(stop=",", comma=rf"|,(?!\s+(?:{words})\b)")


def _split(form: str, later: str) -> tuple[str, bool, re.Pattern[str] | None]:
    """The first fixed part of a form, whether a star leads it, and a pattern for the rest."""
    led = form.startswith("*")
    bare = form[1:] if led else form
    opened = _OPEN.search(bare)
    if opened is None:
        return bare, led, None
    part = bare[: opened.start()].rstrip()
    return part, led, re.compile(_pattern(bare[len(part) :], later))


def _pattern(rest: str, later: str) -> str:
    if "(" in rest:
        return choices(rest)
    here, *parts = rest.split("...")
    pattern = _lettered(here.rstrip())
    for number, part in enumerate(parts, start=1):
        last = number == len(parts) and part.endswith("$")
        word = _lettered(part.strip().rstrip("$"))
        pattern += f"{later}{word}{_ENDS_CLAUSE if last else _WORD_ENDS}"
    return pattern + ")" * len(parts)


def _lettered(part: str) -> str:
    """The words of a form between open places, letters put for its stars."""
    return re.escape(part).replace(r"\*", rf"\w{{0,{_LETTERS}}}")


def _word_start(text: str, start: int) -> int:
    """Where the word that runs up to the offset begins, as far as a star may reach."""
    first = start
    while first > max(0, start - _LETTERS) and (text[first - 1].isalnum()):
        first -= 1
    return first


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no word runs over either end; "n't" may follow a letter."""
    if start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        return False
    return not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
