"""Places in the text where something of the record may be named, or a cue stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from treatywatch.reading.vocabulary.spans import Mention, MentionKind
from treatywatch.reading.vocabulary.words_acts import ActWords, Cue, CueKind


class Place(NamedTuple):
    """A form in the text with those of its names that the capitals allow.

    ``told`` is a noun whose treaty the words around it tell.
    """

    start: int
    end: int
    treaties: tuple[tuple[str, str], ...]  # (id, strength)
    participants: tuple[tuple[str, str], ...]  # (id, kind)
    groups: tuple[str, ...]
    cues: tuple[Cue, ...]
    capital: bool
    told: bool = False


def without_names_begun(
    places: Sequence[Place], mentions: Sequence[Mention], folded: str, acts: ActWords
) -> Iterator[Place]:
    """The places, a law signed cut back where it is the name of a treaty that begins there.

    In "signed the Law of the Sea Convention" nobody signed a law.
    """
    starts = [m.start for m in mentions if m.kind is MentionKind.TREATY]
    for place in places:
        name = bisect_right(starts, place.start)
        law = not place.treaties and any(cue.kind is CueKind.ENACT for cue in place.cues)
        if law and name < len(starts) and starts[name] < place.end:
            yield from _cut_back(place, folded[place.start : starts[name]], acts)
        else:
            yield place


def _cut_back(place: Place, before: str, acts: ActWords) -> Iterator[Place]:
    words = before.split()
    for number in range(len(words), 0, -1):
        form = " ".join(words[:number])
        if form in acts.cues and before.startswith(form):
            yield place._replace(end=place.start + len(form), cues=acts.cues[form])
            return
