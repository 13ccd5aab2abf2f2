"""Short names that are something else too: "Kyoto need not detain us", "Then there is UNESCO".

In a report that surely names another treaty, such a name opens its own subject: it stands at the
head of a sentence, or alone in one, and treaty acts are told in that sentence or the next; or it is
the label of an item ("CFE: Russia out since November"). A city that is a capital stands for its
government there, and after "in" it is a place.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.spans import Passage, PassageKind
from treatywatch.reading.words_acts import Cue, CueKind

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
) -> Iterator[tuple[Place, str]]:
    """The names that open a subject, each with its treaty, from the places in text order."""
    starts = [place.start for place in places]
    inside = [places[bisect_left(starts, p.start) : bisect_left(starts, p.end)] for p in passages]
    for number, (passage, here) in enumerate(zip(passages, inside, strict=True)):
        after = inside[number + 1] if number + 1 < len(passages) else ()
        goes_on = after and passages[number + 1].paragraph == passage.paragraph
        acted = _tells(here, acts) or (goes_on and not _names(after) and _tells(after, acts))
        for place in here:
            labels = folded.startswith(":", place.end) and _opens(place, passage)
            opens = labels or (acted and _opens(place, passage))
            if opens and place.capital and not place.participants:
                yield from ((place, treaty) for treaty, how in place.treaties if _is_short(how))


def _is_short(strength: str) -> bool:
    return strength in (NameStrength.WEAK, NameStrength.LIKELY)


def _opens(place: _Named, passage: Passage) -> bool:
    beside = (passage.end - passage.start) - (place.end - place.start)
    if passage.kind is PassageKind.HEADLINE:  # in capitals any word looks like a short name
        return beside <= _MARK
    return beside <= _ALONE or place.start - passage.start <= _HEAD


def _tells(places: Sequence[_Named], acts: frozenset[CueKind]) -> bool:
    return any(cue.kind in acts for place in places for cue in place.cues)


def _names(places: Sequence[_Named]) -> bool:
    return any(how == NameStrength.SURE for place in places for _, how in place.treaties)
