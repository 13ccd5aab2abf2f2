"""Which treaties a text names and where: gone through once, as every claim asks what is named."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from treatywatch.checking.grounds.knowledge import FAR_BACK
from treatywatch.law.treaty import NameStrength
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import kept_of_names, remembered

_SURE = frozenset({NameStrength.SURE})
_WORD = re.compile(r"[^\W_]+")
_OF_A_NAME = re.compile(r"[^\W_*]*\*?(?:[^\W_*]+\*?)+|[^\W_]+")  # "konvencij*", "*vertrag"
_ANY = "*"  # any letters, in a name that leaves its endings open
_STEM = 4  # letters by which a name is looked up that has no whole word
_OF, _NEXT = "\t", "\n"  # neither stands in a name
_PROPER = "+"  # of a name of one word that begins with a capital


def text_before(text: str, start: int) -> str:
    """What stands before a place; what is too far back is forgotten."""
    return text[max(0, start - FAR_BACK) : start]


def treaties_named_before(
    text: str, start: int, ledger: Ledger, by: frozenset[NameStrength] = _SURE
) -> tuple[str, ...]:
    """The treaties that a report names before that place by names of that strength.

    A name too far back is forgotten. In the order of the record.
    """
    return _in_order(_of_report(text, ledger).within(start - FAR_BACK, start, by), ledger)


def treaties_named_in(text: str, ledger: Ledger, by: frozenset[NameStrength]) -> tuple[str, ...]:
    """The treaties that a text names by names of that strength, in the order of the record."""
    of_text = remembered(ledger, "namings", text, lambda: _Namings(_found(text, ledger)), _TEXTS)
    return _in_order(of_text.within(0, len(text), by), ledger)


def names_in(text: str, ledger: Ledger, by: frozenset[NameStrength]) -> Iterator[tuple[str, str]]:
    """The names in a text by that strength, as they are written there, each with its treaty."""
    for one in _found(text, ledger):
        if one.strength in by:
            yield text[one.start : one.end], one.treaty


def names_before(
    text: str, start: int, ledger: Ledger, by: frozenset[NameStrength]
) -> Iterator[tuple[str, str]]:
    """The names of that strength that stand in a report before that place, each with its treaty.

    A name too far back is forgotten.
    """
    for one in _of_report(text, ledger).beginning(start - FAR_BACK, start):
        if one.strength in by:
            yield text[one.start : one.end], one.treaty


def first_named(text: str, treaty: str, ledger: Ledger) -> int:
    """Where the first name of the treaty ends in a report; behind all of it where none stands."""
    return _of_report(text, ledger).first.get(treaty, len(text) + 1)


_TEXTS = 64  # that are asked for again while the claims of a report are checked
_REPORTS = 2


class _Naming(NamedTuple):
    start: int
    end: int
    treaty: str
    strength: str


class _Namings:
    """The names of treaties in one text, in its order; ``first`` tells where that of each ends."""

    def __init__(self, found: Iterable[_Naming]) -> None:
        self._found = sorted(found)
        self._starts = [one.start for one in self._found]
        self.first: dict[str, int] = {}
        for one in self._found:
            self.first[one.treaty] = min(one.end, self.first.get(one.treaty, one.end))

    def within(self, start: int, end: int, by: frozenset[NameStrength]) -> set[str]:
        """The treaties named between two offsets by names of that strength."""
        there = self.beginning(start, end)
        return {one.treaty for one in there if one.end <= end and one.strength in by}

    def beginning(self, start: int, end: int) -> list[_Naming]:
        """Those that begin between two offsets."""
        first = bisect_left(self._starts, start)
        return self._found[first : bisect_left(self._starts, end, first)]


def _of_report(text: str, ledger: Ledger) -> _Namings:
    return remembered(
        ledger, "namings_of_report", text, lambda: _Namings(_found(text, ledger)), _REPORTS
    )


def _in_order(named: set[str], ledger: Ledger) -> tuple[str, ...]:
    return tuple(one for one in ledger.treaties if one in named) if named else ()


class _Name(NamedTuple):
    """A name between spaces: where its longest word begins, and words before it and in all.

    One that is ``proper`` begins with a capital in a text, too: "cites" is no treaty.
    """

    form: str
    led: int
    before: int
    words: int
    treaty: str
    strength: str
    proper: bool


def _found(text: str, ledger: Ledger) -> Iterator[_Naming]:
    """Every name in the text as whole words, whatever stands between these."""
    names = kept_of_names(
        ledger, "names_by_word", dict, lambda: _names_by_word(ledger), (__file__,)
    )
    read: dict[str, list[_Name]] = remembered(ledger, "names_by_word_read", "", dict)
    words: list[str] = []
    starts, ends, places = array("q"), array("q"), array("q")
    telling: list[int] = []
    place = 1  # a space stands before the first word
    for number, match in enumerate(_WORD.finditer(text)):
        word = match.group().casefold()
        if word in names or word[:_STEM] + _ANY in names:
            telling.append(number)
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
        places.append(place)
        place += len(word) + 1
    line = f" {' '.join(words)} " if telling else ""
    for number in telling:
        for word in (words[number], words[number][:_STEM] + _ANY):
            if word not in names:
                continue
            if word not in read:
                read[word] = [_name(one, word) for one in names[word].split(_NEXT)]
            for name in read[word]:
                first, at = number - name.before, places[number] - name.led
                if first < 0 or at < 0:
                    continue
                if _ANY in name.form:
                    stands = _fits(name, words[first : first + name.words])
                else:
                    stands = line.startswith(name.form, at)
                if stands and (not name.proper or text[starts[first]].isupper()):
                    last = first + name.words - 1
                    yield _Naming(starts[first], ends[last], name.treaty, name.strength)


def _fits(name: _Name, words: list[str]) -> bool:
    """Whether the words are those of a name that leaves endings open: "Otavos konvencij*"."""
    forms = name.form.split()
    return len(words) == len(forms) and all(map(_is_form, words, forms))


def _is_form(word: str, form: str) -> bool:
    if _ANY not in form:
        return word == form
    if form.index(_ANY) == len(form) - 1:
        return word.startswith(form[:-1])
    return _open_form(form).fullmatch(word) is not None


@cache
def _open_form(form: str) -> re.Pattern[str]:
    return re.compile(r"\w*".join(map(re.escape, form.split(_ANY))))


def _names_by_word(ledger: Ledger) -> dict[str, str]:
    """The names of all treaties by their longest words, which few texts have.

    Each with whose it is, in one string for each word: thousands of them are read back at once.
    """
    found: dict[str, dict[str, None]] = {}
    for treaty in ledger.treaties.values():
        for name in treaty.names:
            words = _OF_A_NAME.findall(name.form.casefold())
            if words and (key := _looked_up_by(words)):
                proper = _PROPER if len(words) == 1 and name.form[:1].isupper() else ""
                written = _OF.join((f" {' '.join(words)} ", treaty.id, name.strength, proper))
                found.setdefault(key, {})[written] = None
    return {word: _NEXT.join(names) for word, names in found.items()}


def _looked_up_by(words: list[str]) -> str:
    """The longest whole word of a name, else what its longest word begins with; "" if too short."""
    whole = [word for word in words if _ANY not in word]
    if whole:
        return max(whole, key=len)
    stem = max((word.partition(_ANY)[0] for word in words), key=len)
    return stem[:_STEM] + _ANY if len(stem) >= _STEM else ""


def _name(written: str, word: str) -> _Name:
    form, treaty, strength, proper = written.split(_OF)
    led = form.index(f" {word[:_STEM]}" if word.endswith(_ANY) else f" {word} ") + 1
    before, words_in_all = form.count(" ", 0, led) - 1, form.count(" ") - 1
    return _Name(form, led, before, words_in_all, treaty, strength, bool(proper))
