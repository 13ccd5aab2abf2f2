"""Treaties as a table calls them: "Cluster munitions", "CAT", "Ottawa (landmines)".

Such words name no treaty in a sentence; beside the names of treaties, as the head of a column or at
the beginning of a row, they do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from treatywatch.law.participant import Participant
from treatywatch.law.treaty import NOBODY, NameStrength, Treaty
from treatywatch.reading.vocabulary.fold import fold

_MOST_LEFT_OUT = 30  # characters of "Convention on the " and the like
_FEW, _LETTERS = 6, 4  # treaties that share a telling word at most, and its length at least
_SHORTENED = re.compile(r"\b(?P<begins>[a-z]{3,})\.")
_SEVERAL = 3
_NEAREST = 4  # characters by which the words of one treaty must be nearer than those of another


class ShortNames:
    """Which treaty is called so, if one alone can be."""

    def __init__(
        self, treaties: Mapping[str, Treaty], participants: Iterable[Participant] = ()
    ) -> None:
        self._treaties = treaties
        self.codes = _codes(participants)
        """Those by which files call participants, of three letters or of two."""
        self._known: dict[str, str | None] = {}

    def treaty(self, words: str) -> str | None:
        """The treaty whose name the words are, or of whose names they are the telling part.

        A single word has to be a name itself.
        """
        if words not in self._known:
            forms = (whole for form in _forms(words) for whole in self._written_out(form))
            called = (self._headed(form) or self._called(form) for form in forms)
            self._known[words] = next(filter(None, called), None)
        return self._known[words]

    def _written_out(self, words: str) -> Iterator[str]:
        """The words, and with each noun that one with a full stop may stand for: "Rome Stat."."""
        yield words
        short = _SHORTENED.search(words)
        if short is not None:
            for noun in sorted(self._nouns):
                if noun.startswith(short["begins"]):
                    rest = words[short.end() :]
                    yield from self._written_out(f"{words[: short.start()]}{noun}{rest}".strip())

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """The words that stand in the names of several treaties: "convention"."""
        told = {(word, treaty) for form, treaty in self._names for word in form.split()}
        many = Counter(word for word, _ in told)
        return frozenset(w for w, times in many.items() if times >= _SEVERAL and w.isalpha())

    def _headed(self, words: str) -> str | None:
        """The treaty that tables call so, or that alone is about what the words say."""
        for said in (self._headings, self._subjects):
            if len(treaties := said.get(words, set())) == 1:
                return next(iter(treaties))
        return None

    @cached_property
    def _headings(self) -> Mapping[str, set[str]]:
        return _by_words((one.id, one.headings) for one in self._treaties.values())

    @cached_property
    def _subjects(self) -> Mapping[str, set[str]]:
        return _by_words((one.id, one.subjects) for one in self._treaties.values())

    def heading(self, words: str) -> str | None:
        """The treaty that tables call so, whatever other names stand in the words."""
        return next(filter(None, map(self._headed, _forms(words))), None)

    def body(self, words: str) -> str | None:
        """The treaty that founds the body whose name the words are."""
        founded = self._bodies.get(next(_forms(words), ""), set())
        return next(iter(founded)) if len(founded) == 1 else None

    @cached_property
    def _bodies(self) -> Mapping[str, set[str]]:
        told = ((one.id, one.names) for one in self._treaties.values())
        return _by_words(
            (treaty, tuple(name.form for name in names if name.strength is NameStrength.BODY))
            for treaty, names in told
        )

    def is_open(self, treaty: str | None) -> bool:
        """Whether a treaty of the record is open to others than those who made it."""
        known = self._treaties.get(treaty or "")
        return known is not None and known.depositary != NOBODY

    def among(self, treaties: Sequence[str], words: str) -> str | None:
        """The one of these treaties that is called by the words: "Protocol", of a convention too.

        A single word stands in its short title, or else in any of its names: "Mines", "Clusters".
        """
        plain = next(_forms(words), "")
        if not plain:
            return None
        if " " in plain:
            return self.treaty(words)
        return self._titled(treaties, plain) or self._worded(treaties, plain.removesuffix("s"))

    def _titled(self, treaties: Sequence[str], word: str) -> str | None:
        known = [self._treaties[one] for one in treaties if one in self._treaties]
        titled = [one.id for one in known if word in fold(one.short_title).split()]
        return titled[0] if len(titled) == 1 else None

    def _worded(self, treaties: Sequence[str], stem: str) -> str | None:
        if len(stem) < _LETTERS:
            return None
        found = {
            treaty
            for form, treaty in self._names
            if treaty in treaties and any(word.startswith(stem) for word in form.split())
        }
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (" ".join(fold(form).split()), treaty.id)
            for treaty in self._treaties.values()
            for form in (treaty.title, treaty.short_title, *(one.form for one in treaty.names))
        )

    def _is_telling(self, word: str) -> bool:
        return len(word) >= _LETTERS and len(self._with_word.get(word, ())) <= _FEW

    @cached_property
    def _with_word(self) -> dict[str, set[str]]:
        """The treaties in whose names each word stands."""
        return {word: {treaty for _, treaty in held} for word, held in self._holding.items()}

    @cached_property
    def _holding(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """The names in which each word stands, with their treaties."""
        found: dict[str, list[tuple[str, str]]] = {}
        for form, treaty in self._names:
            for word in set(form.split()):
                found.setdefault(word, []).append((form, treaty))
        return found

    def _called(self, words: str) -> str | None:
        if " " not in words:
            same = {treaty for form, treaty in self._holding.get(words, ()) if form == words}
            return same.pop() if len(same) == 1 else None
        if not any(self._is_telling(word) for word in words.split()):
            return None  # "Protocol I", "Optional Protocol"
        holding = min((self._holding.get(word, ()) for word in words.split()), key=len)
        left_out: dict[str, int] = {}
        for form, treaty in holding:
            rest = len(form) - len(words)
            if rest <= left_out.get(treaty, _MOST_LEFT_OUT) and f" {words} " in f" {form} ":
                left_out[treaty] = rest
        nearest = sorted(left_out, key=left_out.__getitem__)
        alone = len(nearest) == 1 or (
            len(nearest) > 1 and left_out[nearest[1]] - left_out[nearest[0]] >= _NEAREST
        )
        opened = {treaty for form, treaty in holding if form.startswith(f"{words} ")}
        return nearest[0] if alone and opened <= set(nearest[:1]) else None


def _codes(participants: Iterable[Participant]) -> Mapping[str, str]:
    known = [*participants]
    today = (one for one in known if one.exists_until is None)
    short = {one.iso_alpha2: one.id for one in today if one.iso_alpha2}
    return {**short, **{one.id: one.id for one in known}}


def _by_words(told: Iterable[tuple[str, Sequence[str]]]) -> dict[str, set[str]]:
    """The treaties that each of the words is told of, as names are compared."""
    found: dict[str, set[str]] = {}
    for treaty, forms in told:
        for form in forms:
            found.setdefault(" ".join(fold(form).split()), set()).add(treaty)
    return found


def _forms(words: str) -> Iterator[str]:
    """The words as names are compared: bare, and without what stands in brackets."""
    plain = " ".join(fold(words).strip(" *:.†‡").split())
    if _SHORTENED.search(f"{plain}."):
        plain = f"{plain}." if f"{plain}." in fold(words) else plain
    for form in (plain, plain.partition("(")[0].strip()):
        if len(form) > 1:
            yield form
