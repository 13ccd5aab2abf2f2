"""A city that stands for the treaty made there, beside what a State does with a treaty.

"Canada's Kyoto exit", "the Latvian Ottawa withdrawal": whose it is, the city and the act stand in a
row. A city that is no capital may go without an owner: "the Kyoto ratification".
"""

import re
from itertools import pairwise

from treatywatch.law.participant import NameKind
from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords

_OWNS = re.compile(r"(?:['\u2019]s?)?\s")  # between the owner and the city


def is_of_a_city(before: Place | None, city: Place, folded: str, acts: ActWords) -> bool:
    """Whether the city is the treaty that somebody joined or left; ``before`` stands before it."""
    if not city.capital or all(how != NameStrength.WEAK for _, how in city.treaties):
        return False
    if not city.participants and _acts(acts).match(folded, city.end):
        return True
    owner = before is not None and _is_owner(before, city, folded)
    return owner and _exits(acts).match(folded, city.end) is not None


def _is_owner(before: Place, city: Place, folded: str) -> bool:
    other = {of for of, _ in before.participants} - {of for of, _ in city.participants}
    return bool(other) and _OWNS.fullmatch(folded, before.end, city.start) is not None


@grammar
def _exits(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('exit_of_a_city') or '(?!)'})(?!\w)")


@grammar
def _acts(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('act_of_a_city') or '(?!)'})(?!\w)")


def capitals_in_a_row(folded: str, places: list[Place], acts: ActWords) -> list[Place]:
    """The places, a city in a row with capitals being one too: "Paris, London and Washington"."""
    row = [p for p in places if p.participants or p.treaties]
    cities = {
        city.start
        for before, after in pairwise(row)
        for city, beside in ((before, after), (after, before))
        if _is_city(city) and city.treaties and _is_city(beside) and not beside.treaties
        if _in_a_row(acts).fullmatch(folded, before.end, after.start)
    }
    return [p._replace(treaties=()) if p.start in cities else p for p in places]


def _is_city(place: Place) -> bool:
    return any(kind == NameKind.CAPITAL for _, kind in place.participants)


@grammar
def _in_a_row(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",\s|,?\s(?:{acts.any_of('joins')})\s")
