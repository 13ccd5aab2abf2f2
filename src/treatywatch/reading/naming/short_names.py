"""Short names that are something else too: "Kyoto need not detain us", "Then there is UNESCO".

In a report that surely names another treaty, such a name opens its own subject: it stands at the
head of a sentence or of a clause behind a semicolon, alone in a sentence, or at its end as what its
subject is ("the target was Kyoto"), and treaty acts are told in that sentence or the next; or it is
the label of an item ("CFE: Russia out since November", "CFE. Russia was released"), or what an exit
is from ("Canada's Kyoto exit"). A body is
often the subject of a sentence, and opens one of its own only where it comes next ("UNESCO, too"),
closes or labels it. A city that is
a capital stands for its government there, and after "in" it is a place. A heading that asks on
("And Paris?") names a treaty that is surely named only below it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Passage, PassageKind
from treatywatch.reading.vocabulary.words_acts import ActWords, Cue, CueKind, Tense

_LABEL = re.compile(r"[*_]{0,3}(?::|\s?\([^()]{1,20}\)\s?[:–—]|[*_]{0,3}\s[–—-]\s)")
_HEAD = 6  # characters of "\"The " before a name that opens its sentence
_ALONE = 30  # characters of a sentence beside a name that is all it tells: "Then there is UNESCO."
_MARK = 2  # characters of "2 " or of "?" beside a name that is a heading


class _Named(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def treaties(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def participants(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def cues(self) -> tuple[Cue, ...]: ...
    @property
    def capital(self) -> bool: ...


Place = TypeVar("Place", bound=_Named)


def openers(
    places: Sequence[Place],
    passages: Sequence[Passage],
    folded: str,
    acts: frozenset[CueKind],
    words: ActWords,
) -> Iterator[tuple[Place, str]]:
    """The names that open a subject, each with its treaty, from the places in text order."""
    starts = [place.start for place in places]
    inside = [places[bisect_left(starts, p.start) : bisect_left(starts, p.end)] for p in passages]
    for number, (passage, here) in enumerate(zip(passages, inside, strict=True)):
        after = inside[number + 1] if number + 1 < len(passages) else ()
        goes_on = after and passages[number + 1].paragraph == passage.paragraph
        acted = _tells(here, acts) or (goes_on and not _names(after) and _tells(after, acts))
        for place in here:
            if not place.capital or place.participants:
                continue
            labels = _LABEL.match(folded, place.end) is not None and _opens(place, passage)
            labels = labels or (bool(goes_on) and _is_all(place, passage))
            labels = labels or _is_left(place, here)
            heads = _is_all(place, passage) and _tells(_below(passage, number, inside), acts)
            opens = _opens(place, passage) or _opens_clause(place, passage, folded)
            opens = opens or " " in folded[place.start : place.end]  # no city is called so
            closes = _closes(place, passage, folded, words)
            if labels or (acted and (opens or closes)):
                yield from ((place, treaty) for treaty, how in place.treaties if _is_short(how))
            if labels or heads or (acted and (closes or _comes_next(place, folded, words))):
                yield from ((place, of) for of, how in place.treaties if how == NameStrength.BODY)


def _below(passage: Passage, number: int, inside: Sequence[Sequence[Place]]) -> tuple[Place, ...]:
    """What the sentence behind tells, or the first few below a heading."""
    reach = _BELOW if passage.kind is PassageKind.HEADLINE else 1
    return tuple(place for row in inside[number + 1 : number + 1 + reach] for place in row)


_BELOW = 3  # sentences


def asked_about(
    places: Sequence[Place], passages: Sequence[Passage], folded: str, words: ActWords
) -> Iterator[tuple[Place, str]]:
    """The names that are all that a question asks about, each with its treaty: "And Paris?"."""
    starts = [passage.start for passage in passages]
    for place in places:
        passage = passages[bisect_right(starts, place.start) - 1] if place.treaties else None
        if passage is None or not place.capital or folded[place.end : place.end + 1] != "?":
            continue
        if _asks_on(words).fullmatch(folded, passage.start, place.start):
            yield from ((place, treaty) for treaty, _ in place.treaties)


@grammar
def _asks_on(words: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{words.any_of('asks_on')})\s)+")


def _is_short(strength: str) -> bool:
    return strength in (NameStrength.WEAK, NameStrength.LIKELY)


def _comes_next(place: _Named, folded: str, words: ActWords) -> bool:
    """Whether a body is told to do as others do: "UNESCO, too, is waiting for its farewell"."""
    return _as_well(words).match(folded, place.end) is not None


@grammar
def _as_well(words: ActWords) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{words.any_of('as_well')})(?!\w)")


def _opens(place: _Named, passage: Passage) -> bool:
    beside = (passage.end - passage.start) - (place.end - place.start)
    if passage.kind is PassageKind.HEADLINE:  # in capitals any word looks like a short name
        return beside <= _MARK
    return beside <= _ALONE or place.start - passage.start <= _HEAD


def _is_all(place: _Named, passage: Passage) -> bool:
    """Whether the name is a sentence by itself: "CFE."."""
    return (passage.end - passage.start) - (place.end - place.start) <= 1


def _is_left(place: _Named, here: Sequence[_Named]) -> bool:
    """Whether a word for leaving stands right behind the name: "Canada's Kyoto exit"."""
    behind = (one for one in here if one.start == place.end + 1)
    return any(c.kind in _EXITS and c.tense is Tense.NOUN for one in behind for c in one.cues)


_EXITS = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE})


def _opens_clause(place: _Named, passage: Passage, folded: str) -> bool:
    """Whether the name opens a clause behind a semicolon."""
    return ";" in folded[max(passage.start, place.start - _HEAD) : place.start]


def _closes(place: _Named, passage: Passage, folded: str, words: ActWords) -> bool:
    """Whether the name closes its sentence as what its subject is: "the target was Kyoto"."""
    if passage.end - place.end > 1:
        return False
    before = folded[max(passage.start, place.start - _BEING) : place.start].split()
    return bool(set(before[-1:]) & words.grammar["becomes"])


_BEING = 12  # characters of " remains " before a name


def _tells(places: Sequence[_Named], acts: frozenset[CueKind]) -> bool:
    return any(cue.kind in acts for place in places for cue in place.cues)


def _names(places: Sequence[_Named]) -> bool:
    return any(how == NameStrength.SURE for place in places for _, how in place.treaties)
