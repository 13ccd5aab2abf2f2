"""What treaties are told by where a report does not name them: the words of the record for it.

"The pact that keeps atomic arms off the ocean floor" has words for the weapon and for the place,
which no other treaty of the record has beside each other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from treatywatch.law.treaty import Treaty
from treatywatch.reading.naming.attributes import plain_words
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.values import frozen


@frozen
class Told:
    """A treaty that words tell of: by how many groups, and behind which word the last one ends."""

    treaty: str
    groups: int
    end: int


@frozen
class Descriptions:
    """The descriptions of one language, by the groups of words that they need."""

    groups: Mapping[tuple[str, ...], tuple[int, ...]]  # a phrase -> the groups that it is in
    needs: tuple[tuple[str, tuple[int, ...]], ...]  # treaties, with the groups of a description
    longest: int  # words of a phrase

    def told(self, words: Sequence[str], may_be: Callable[[str], bool]) -> list[Told]:
        """The treaties that have a description in the words, those with the most groups of it."""
        found = self._found(words)
        fitting = [
            Told(treaty, len(needed), max(found[one] for one in needed))
            for treaty, needed in self.needs
            if all(one in found for one in needed) and may_be(treaty)
        ]
        most = max((one.groups for one in fitting), default=0)
        return [one for one in fitting if one.groups == most]

    def _found(self, words: Sequence[str]) -> dict[int, int]:
        """Each group that has a word here, with where that ends for the first time."""
        found: dict[int, int] = {}
        for start in range(len(words)):
            for end in range(start + 1, min(start + self.longest, len(words)) + 1):
                for group in self.groups.get(tuple(words[start:end]), ()):
                    found.setdefault(group, end)
        return found


def descriptions_of(treaties: Mapping[str, Treaty], language: str) -> Descriptions:
    """The descriptions of all treaties of the record in the language."""
    groups: dict[tuple[str, ...], list[int]] = {}
    needs: list[tuple[str, tuple[int, ...]]] = []
    number = 0
    for treaty, described in _lines(treaties, language):
        needs.append((treaty, tuple(range(number, number + len(described)))))
        for group in described:
            for form in group:
                groups.setdefault(tuple(plain_words(fold(form))), []).append(number)
            number += 1
    longest = max(map(len, groups), default=0)
    return Descriptions({form: tuple(of) for form, of in groups.items()}, tuple(needs), longest)


def _lines(
    treaties: Mapping[str, Treaty], language: str
) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    for treaty in treaties.values():
        for one in treaty.descriptions:
            if one.language == language:
                yield treaty.id, one.groups
