"""Lists of words made into one regular expression over folded text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from math import prod

from treatywatch.reading.vocabulary.fold import fold

NEVER = re.compile(r"(?!)")

# A beginning of a form and what may follow it; "" ends a form.
_Tree = dict[str, "_Tree"]
_ATOMS = {" ": r"\s+", "*": r"\w*"}


def any_of(forms: Iterable[str]) -> str:
    """A group that matches any of the forms, the longest first.

    A space in a form stands for any run of spaces, ``*`` at the end of a word for any ending.
    Beginnings that forms share are written once: a long list costs little more than a short one.
    Choices that a form still holds (:func:`shortened`) are tried in their place.
    """
    tree: _Tree = {}
    choosing: list[str] = []
    for form in forms:
        if "(" in form:
            choosing.append(form)
            continue
        node = tree
        for char in form:
            node = node.setdefault(_atom(char), {})
        node[""] = {}
    found = [*map(choices, choosing), *([_written(tree)] if tree else [])]
    return f"(?:{'|'.join(found)})" if found else "(?!)"


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
        firsts = {form.split(" ")[0] for form in map(_fixed, forms)}
        #: Beginnings of which one stands wherever the pattern matches; none where there is no such.
        self.firsts = () if "" in firsts else tuple(sorted(firsts))
        #: The same where no two spaces meet: there they may be longer, and stand in fewer places.
        self.spaced_firsts = tuple(sorted(set(map(_fixed, forms)))) if self.firsts else ()

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches in a text, in order and disjoint, as those of a pattern."""
        last = len(text) if end is None else end
        if not self.firsts:
            return self._pattern.finditer(text, start, last)
        return self.at(text, self._places(text, start, last), last)

    def at(
        self, text: str, places: Iterable[int] | None, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The same, told where its beginnings stand; None where it has none."""
        last = len(text) if end is None else end
        if places is None:
            yield from self._pattern.finditer(text, 0, last)
            return
        reached = 0
        for place in sorted(places):
            match = self._pattern.match(text, place, last) if place >= reached else None
            if match is not None:
                reached = match.end()
                yield match

    def _places(self, text: str, start: int, end: int) -> set[int]:
        places: set[int] = set()
        for first in self.firsts:
            place = text.find(first, start, end)
            while place >= 0:
                places.add(place)
                place = text.find(first, place + 1, end)
        return places


_FIXED = re.compile(r"[^*(]*")


def _fixed(form: str) -> str:
    """What a form begins with in any case: no space that may be left out with the choices after."""
    begun = _FIXED.match(form).group()  # type: ignore[union-attr]
    rest = form[len(begun) :]
    goes_on = rest.startswith("*") or _CHOICE.sub(_least, rest).strip()
    return begun if goes_on else begun.rstrip()


def _least(choice: re.Match[str]) -> str:
    """The shortest that a choice stands for."""
    return min((option.strip() for option in choice[1].split("|")), key=len)


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


_MANY = 300  # forms that a written one may stand for before it is kept shorter
_LED = 12  # beginnings of one that is


@cache
def shortened(written: str) -> tuple[str, ...]:
    """The same as :func:`alternatives`, but a product of many choices is spelt out in part only.

    Its first words are fixed, so that it is found quickly; further on the choices stand as written.
    """
    folded = fold(written)
    if "..." in folded or _NESTED.search(folded) or _number_of(folded) <= _MANY:
        return alternatives(written)
    spelt = further = [folded]
    while _CHOICE.search(spelt[-1]) and (len(further) <= _LED or any(map(_chooses_first, spelt))):
        spelt = further
        further = [form for one in spelt for form in _first_spelt(one)]
    return tuple(dict.fromkeys(" ".join(form.split()) for form in spelt))


def _chooses_first(form: str) -> bool:
    return form.startswith("(")


_NESTED = re.compile(r"\([^()]*\(")


def _number_of(folded: str) -> int:
    """How many forms one stands for that has no choice within another."""
    return prod(choice[1].count("|") + 1 for choice in _CHOICE.finditer(folded))


def _first_spelt(folded: str) -> Iterator[str]:
    """The forms that come of the first choice."""
    choice = _CHOICE.search(folded)
    if choice is None:
        yield folded
        return
    before, after = folded[: choice.start()], folded[choice.end() :]
    for one in choice[1].split("|"):
        yield (before + one + after).lstrip()


def choices(form: str) -> str:
    """A pattern for a form that still holds choices, single-spaced but for what they leave out.

    Spaces that meet where a choice is left out count as one.
    """
    pieces = _CHOICE.split(form.rstrip())  # text, what a choice is between, text, and so on
    pattern, at_end = "", True
    for place in range(len(pieces) - 1, -1, -1):
        if place % 2 == 0:
            at_end = at_end and not pieces[place]
            pattern = _text(pieces[place]) + pattern
            continue
        options = pieces[place].split("|")
        if at_end:
            options = [one.strip() for one in options]
            if "" in options and pieces[place - 1].endswith(" "):
                # The space before it is left out with it.
                pieces[place - 1] = pieces[place - 1][:-1]
                options = [one and f" {one}" for one in options]
        at_end = at_end and "" in options
        pattern = _choice(options) + pattern
    return pattern


# Where another space may have been read just before; all of a run at once, or none: shared out
# among several such places, a long run would be tried in more ways than there is time for.
_ANY_SPACE = r"(?:(?<=\s)\s*+|\s++)"


def _text(form: str) -> str:
    """A star between spaces is a word, and no less than one."""
    marked = _A_WORD.sub(_WORD_MARK, form)
    return "".join(map(_in_place, marked))


def _in_place(char: str) -> str:
    return {" ": _ANY_SPACE, _WORD_MARK: r"\w++"}.get(char) or _atom(char)


_A_WORD = re.compile(r"(?<= )\*(?= )")
_FIRST_WORD = re.compile(r"^\*(?= )")
_WORD_MARK = "\0"


def _choice(options: Iterable[str]) -> str:
    """The longest option first; a star that begins one is a word of its own."""
    longest = sorted(options, key=len, reverse=True)
    written = (_text(_FIRST_WORD.sub(_WORD_MARK, one)) for one in longest)
    return f"(?:{'|'.join(written)})"


def _spelt(folded: str) -> Iterator[str]:
    """Every form; choices that stand beside each other are made at once."""
    if _NESTED.search(folded):
        for one in _first_spelt(folded):
            yield from _spelt(one)
        return
    pieces = _CHOICE.split(folded)  # text, what a choice is between, text, and so on
    options = ((one,) if place % 2 == 0 else one.split("|") for place, one in enumerate(pieces))
    yield from map("".join, product(*options))
