"""Places in the text where something of the record may be named, or a cue stands."""

from typing import NamedTuple

from treatywatch.reading.vocabulary.words_acts import Cue


class Place(NamedTuple):
    """A form in the text with those of its names that the capitals allow."""

    start: int
    end: int
    treaties: tuple[tuple[str, str], ...]  # (id, strength)
    participants: tuple[tuple[str, str], ...]  # (id, kind)
    groups: tuple[str, ...]
    cues: tuple[Cue, ...]
    capital: bool
