"""From a name as a depositary prints it to the participant who bears it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from treatywatch.law.participant import NameKind, Participant
from treatywatch.values import frozen


@frozen(slots=False)
class NameBook:
    """Every printed name of every participant, and a pattern that finds them in running text."""

    ids: Mapping[str, str]
    pattern: re.Pattern[str]
    leading: tuple[str, ...]

    def find(self, printed: str) -> str | None:
        """The participant of that name, however its marks and spaces are set; None if unknown."""
        folded = _folded(printed)
        return self.ids.get(folded) or self.ids.get(self._plain(folded))

    def _plain(self, folded: str) -> str:
        """ "bahamas (the)" and "the former x" without what stands before or behind the name."""
        for word in self.leading:
            folded = folded.removeprefix(f"{word} ").removesuffix(f" ({word})")
        return folded

    def nearest(self, printed: str) -> tuple[str, ...]:
        """Ids of up to three participants with a similar name, best first."""
        near = get_close_matches(_folded(printed), self.ids, n=3, cutoff=0.72)
        return tuple(dict.fromkeys(self.ids[name] for name in near))

    def mentioned(self, text: str) -> tuple[str, ...]:
        """Participants named in the text, in order, each once."""
        found = (self.ids[match.group()] for match in self.pattern.finditer(_folded(text)))
        return tuple(dict.fromkeys(found))


def name_book(participants: Mapping[str, Participant], leading: Sequence[str] = ()) -> NameBook:
    """The names of those participants; the first bearer of a name keeps it.

    ``leading`` are words that may stand before a name without belonging to it ("the", "former").
    """
    ids: dict[str, str] = {}
    for take in (_own_names, _further_names):
        for participant in participants.values():
            for form in take(participant):
                ids.setdefault(_folded(form), participant.id)
    forms = sorted((re.escape(form) for form in ids if form), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms) or '(?!)'})(?!\w)")
    return NameBook(ids, pattern, tuple(word.casefold() for word in leading))


def _own_names(participant: Participant) -> Iterator[str]:
    yield from (participant.common_name, participant.official_name)


def _further_names(participant: Participant) -> Iterator[str]:
    yield from (name.form for name in participant.names if name.kind is NameKind.NAME)


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).replace("’", "'").replace("ʼ", "'")
    return " ".join(composed.casefold().split())
