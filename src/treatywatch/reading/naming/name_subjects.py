"""Whether a likely name is about what other treaties are about: "the mine ban" beside another ban.

"The nuclear treaty" in a report that surely names one about nuclear weapons is that one.
"""

import re
from functools import cache

from treatywatch.law.treaty import Treaty
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind
from treatywatch.values import frozen

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 20  # characters in which the word before a name stands
_SINGULAR = 4  # letters by which "mine" and "mines", "munition" and "munitions" are one


@frozen
class Subjects:
    """The words of a report's likely names, held against those of the treaties it surely names."""

    folded: str
    lexicon: Lexicon

    def tell_apart(self, start: int, end: int, treaties: tuple[str, ...]) -> bool:
        """Whether the name between the offsets cannot mean one of the treaties.

        It says what its treaty is on, more narrowly than "nuclear", or is about something else.
        """
        first = self.folded[start:end].replace("-", " ").split()[0]
        narrow = first in self.lexicon.acts.grammar["narrows"]
        return not treaties or not narrow or self.differ(start, end, treaties)

    def of_a_kind(self, start: int, end: int) -> bool:
        """Whether the words only say what sort of treaty it is: "party to a human rights treaty".

        Their subject is one of any report, and nothing before them points to one of the treaties.
        """
        grammar = self.lexicon.acts.grammar
        subject = self.folded[start:end].rpartition(" ")[0]
        before = self.folded[max(0, start - _BEFORE) : start].split()[-1:]
        definite = grammar["definite"]
        return bool(definite) and subject in grammar["any_subject"] and not definite & set(before)

    def end_in_noun(self, start: int, end: int) -> bool:
        """Whether the words are several and the last is a noun for treaties: "the mine treaty"."""
        words = self.folded[start:end].split()
        return len(words) > 1 and words[-1] in _single(self.lexicon.acts)

    def differ(self, start: int, end: int, treaties: tuple[str, ...]) -> bool:
        """Whether each of the treaties lacks some word of the name between the offsets.

        "The nuclear test ban" is none on nuclear weapons in general. A name of nothing but nouns
        for treaties and words that fit too many ("nuclear arms") is never told apart from them.
        """
        broad = _nouns(self.lexicon.acts) | self.lexicon.acts.grammar["broad"]
        own = _stems(self.folded[start:end]) - broad
        return bool(own) and all(not own <= _of(self.lexicon.treaties[one]) for one in treaties)


@grammar
def _nouns(acts: ActWords) -> frozenset[str]:
    return frozenset(stem for form in _single(acts) for stem in _stems(form))


@grammar
def _single(acts: ActWords) -> frozenset[str]:
    """The nouns for treaties of one word."""
    forms = acts.forms_of(CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK)
    return frozenset(form for form in forms if " " not in form)


def _of(treaty: Treaty) -> frozenset[str]:
    told = (*(name.form for name in treaty.names), *treaty.subjects, treaty.title)
    return _all_stems(told)


@cache
def _all_stems(told: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for words in told for stem in _stems(fold(words)))


def _stems(words: str) -> frozenset[str]:
    found = _WORD.findall(words)
    return frozenset(
        one[:-1] if len(one) > _SINGULAR and one.endswith("s") else one for one in found
    )
