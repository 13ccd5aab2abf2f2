"""Names with a year before them that is none of their treaty's: "the 1973 Paris accord".

A year that belongs to what follows the name says nothing of the treaty: "the 2020 Paris exit".
"""

import re
from collections.abc import Iterable

from treatywatch.reading.naming.attributes import Attributes
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords

_LOOK_BACK = 14  # characters of "the 1973 "


def not_of_another_year(
    places: Iterable[Place], folded: str, attributes: Attributes, acts: ActWords
) -> list[Place]:
    """The places, a name only where the year right before it may be that of its treaty."""
    return [_of_its_year(place, folded, attributes, acts) for place in places]


def _of_its_year(place: Place, folded: str, attributes: Attributes, acts: ActWords) -> Place:
    if not place.treaties or not folded[place.start - 2 : place.start - 1].isdigit():
        return place
    dated = _dated(acts).search(folded, max(0, place.start - _LOOK_BACK), place.start)
    if dated is None or not _ends_there(acts).match(folded, place.end):
        return place
    year = int(dated["year"])
    own = tuple(name for name in place.treaties if attributes.is_near(name[0], year))
    return place._replace(treaties=own)


@grammar
def _dated(acts: ActWords) -> re.Pattern[str]:
    definite = acts.any_of("definite") or "(?!)"
    return re.compile(rf"(?<!\w)(?:{definite}) (?P<year>(?:1[89]|20)\d\d) $")


@grammar
def _ends_there(acts: ActWords) -> re.Pattern[str]:
    """What follows a name whose year is its own: a mark, or a word that leads on."""
    leads = acts.any_of("follows_a_dated_name") or "(?!)"
    return re.compile(rf"\s*[^\w\s'\u2019-]|\s(?:{leads})(?!\w)|\s*$")
