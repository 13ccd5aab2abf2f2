"""Many strings found in a text at once, without waiting for all of them in the first report."""

from collections.abc import Callable, Sequence
from itertools import compress

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from treatywatch.reading.vocabulary.strung import Strung, by_words

# Characters for each string, read with automata of their own before one is built of all strings:
# by then that would have cost no less.
_AT_FIRST = 4


class Searched:
    """Strings found by an automaton.

    One of all strings is dear to build, and the first reports have few of them: for these one is
    built of the strings whose words stand in the report. Kept as it is, without automaton.
    """

    def __init__(self, strings: Strung, whole: Callable[[int], tuple[bool, bool]]) -> None:
        """``whole`` tells of a string whether its first and its last word are looked for whole."""
        self._strings = strings
        self._by_words = by_words(strings, whole)
        self._automaton: AhoCorasick | None = None
        self._read = 0

    def __getstate__(self) -> dict[str, object]:
        return {**vars(self), "_automaton": None, "_read": 0}

    def find(
        self, text: str, words_of: str | None = None
    ) -> tuple[Sequence[int], Sequence[tuple[int, int, int]]]:
        """All matches, overlapping ones too: which one, start, end; and the number behind each.

        ``words_of`` is a text that was searched before and has the same words in the same order.
        """
        if self._automaton is None and self._read + len(text) <= _AT_FIRST * len(self._strings):
            self._read += len(text)
            numbers = self._by_words.within(text if words_of is None else words_of)
            strings = self._strings.of(numbers)
            there = [one in text for one in strings]
            chosen = [*compress(numbers, there)]
            if not chosen:
                return (), ()
            few = _automaton([*compress(strings, there)])
            return chosen, few.find_matches_as_indexes(text, overlapping=True)
        if not self._strings:
            return (), ()
        self._automaton = self._automaton or _automaton(tuple(self._strings))
        every = range(len(self._strings))
        return every, self._automaton.find_matches_as_indexes(text, overlapping=True)


def _automaton(strings: Sequence[str]) -> AhoCorasick:
    return AhoCorasick(
        strings, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
    )
