"""Lists of words made into one regular expression over folded text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from treatywatch.reading.fold import fold

NEVER = re.compile(r"(?!)")

# A beginning of a form and what may follow it; "" ends a form.
_Tree = dict[str, "_Tree"]
_ATOMS = {" ": r"\s+", "*": r"\w*"}


def any_of(forms: Iterable[str]) -> str:
    """A group that matches any of the forms, the longest first.

    A space in a form stands for any run of spaces, ``*`` at the end of a word for any ending.
    Beginnings that forms share are written once: a long list costs little more than a short one.
    """
    tree: _Tree = {}
    for form in forms:
        node = tree
        for char in form:
            node = node.setdefault(_atom(char), {})
        node[""] = {}
    return f"(?:{_written(tree)})" if tree else "(?!)"


def whole_words(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the forms as whole words in folded text."""
    return re.compile(rf"(?<!\w){any_of(forms)}(?!\w)")


class Led:
    """A pattern that begins with one of some forms, tried only where such a beginning stands.

    A long text is gone through in a hundredth of the time that a pattern takes which is tried at
    each of its characters.
    """

    def __init__(self, forms: Iterable[str], rest: str = "") -> None:
        """``rest`` is a pattern of what follows the forms, which stand as whole words."""
        forms = tuple(forms)
        self._pattern = re.compile(rf"(?<!\w){any_of(forms)}{rest}(?!\w)")
        firsts = {_FIXED.match(form).group() for form in forms}  # type: ignore[union-attr]
        self._firsts = () if "" in firsts else tuple(sorted(firsts))
        self._anywhere = "" in firsts

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches in a text, in order and disjoint, as those of a pattern."""
        last = len(text) if end is None else end
        if self._anywhere:
            yield from self._pattern.finditer(text, start, last)
            return
        at = start
        for place in sorted(self._places(text, start, last)):
            match = self._pattern.match(text, place, last) if place >= at else None
            if match is not None:
                at = match.end()
                yield match

    def _places(self, text: str, start: int, end: int) -> set[int]:
        places: set[int] = set()
        for first in self._firsts:
            place = text.find(first, start, end)
            while place >= 0:
                places.add(place)
                place = text.find(first, place + 1, end)
        return places


_FIXED = re.compile(r"[^ *]*")


@cache
def _atom(char: str) -> str:
    return _ATOMS.get(char) or re.escape(char)


def _written(tree: _Tree) -> str:
    """The tree as a pattern: a form that goes on is tried before one that ends."""
    branches = [atom + _written(rest) for atom, rest in sorted(tree.items(), reverse=True) if atom]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tree else "")


_CHOICE = re.compile(r"\(([^()]*)\)")


@cache
def alternatives(written: str) -> tuple[str, ...]:
    """All forms that "put (its|their) (name|signature) to" stands for, folded, single-spaced.

    The innermost choice is made first, so that one may stand within another.
    """
    spelt = _spelt(fold(written))
    return tuple(dict.fromkeys(" ".join(form.split()) for form in spelt))


def _spelt(folded: str) -> Iterator[str]:
    choice = _CHOICE.search(folded)
    if choice is None:
        yield folded
        return
    before, after = folded[: choice.start()], folded[choice.end() :]
    for one in choice[1].split("|"):
        yield from _spelt(before + one + after)
