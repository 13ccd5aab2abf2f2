"""Treaties between two States, told by their kind and their parties: "Indonesia's investment treaty
with the Netherlands".

The kind alone names no treaty, for there are thousands of investment treaties; nor does it beside
another State: "Poland's investment treaty with Singapore".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from treatywatch.law.clauses.final import NamedStates
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.reading.vocabulary.words_acts import ActWords

_REACH = 80  # characters before and after the kind in which its parties stand
_PARTS = re.compile(r"[;:]")
_OWNED = re.compile(r"(?:'s?|)[\s-](?:[\w-]+\s)?")  # between an owner and the kind: "'s old "


def parties_of(treaty: Treaty) -> tuple[frozenset[str], ...]:
    """The two whose treaty it is, each with its predecessors; none of a treaty of more."""
    needs = treaty.final_clauses.of_the_treaty.needs
    named = needs.states if isinstance(needs, NamedStates) else ()
    return tuple(map(frozenset, named)) if len(named) == 2 else ()


def between_its_parties(
    places: Sequence[Place],
    passages: Sequence[Passage],
    folded: str,
    treaties: Mapping[str, Treaty],
    acts: ActWords,
) -> Iterator[tuple[Place, str]]:
    """The kinds of treaty that stand with the two parties of one, each with that treaty."""
    starts = [place.start for place in places]
    for passage in passages:
        inside = places[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        for number, place in enumerate(inside):
            for of, how in place.treaties:
                if how == NameStrength.BETWEEN and _has_both(
                    number, inside, folded, treaties[of], acts
                ):
                    yield place, of


def _has_both(
    number: int, inside: Sequence[Place], folded: str, treaty: Treaty, acts: ActWords
) -> bool:
    """Whether both parties stand beside the kind of that number, in a part of the sentence.

    Where one is told that it is with, the other is the one told last before: "Poland left its
    friendship treaty with Russia" in a sentence on Ukraine is none of theirs.
    """
    place, parties = inside[number], parties_of(treaty)
    near = [one for one in inside if one.participants and _is_near(one, place, folded)]
    with_one = any(_with(acts).fullmatch(folded, place.end, one.start) for one in near)
    before = [one for one in near if one.end <= place.start]
    chosen = [*before[-1:], *(one for one in near if one.start >= place.end)] if with_one else near
    told = frozenset(who for one in chosen for who, _ in one.participants)
    return bool(parties) and all(party & told for party in parties)


def _is_near(one: Place, place: Place, folded: str) -> bool:
    first, last = min(one.end, place.end), max(one.start, place.start)
    return last - first <= _REACH and _PARTS.search(folded, first, last) is None


def not_of_others(
    places: Sequence[Place], folded: str, treaties: Mapping[str, Treaty], acts: ActWords
) -> list[Place]:
    """The places without the kinds of treaty that a third State beside them makes another one."""
    kept: list[Place] = []
    for number, place in enumerate(places):
        if any(how == NameStrength.BETWEEN for _, how in place.treaties):
            others = frozenset(_beside(number, places, folded, acts))
            kept.append(_without(place, others, treaties))
        else:
            kept.append(place)
    return kept


def _without(place: Place, beside: frozenset[str], treaties: Mapping[str, Treaty]) -> Place:
    return place._replace(
        treaties=tuple(
            (of, how)
            for of, how in place.treaties
            if how != NameStrength.BETWEEN or not beside - _all_of(treaties[of])
        )
    )


def _all_of(treaty: Treaty) -> frozenset[str]:
    return frozenset().union(*parties_of(treaty))


def _beside(number: int, places: Sequence[Place], folded: str, acts: ActWords) -> Iterator[str]:
    """Those right before the kind and those that it is with."""
    place = places[number]
    for one in places[max(0, number - 2) : number]:
        if one.participants and _OWNED.fullmatch(folded, one.end, place.start):
            yield from (who for who, _ in one.participants)
    for one in places[number + 1 : number + 3]:
        if one.participants and _with(acts).fullmatch(folded, place.end, one.start):
            yield from (who for who, _ in one.participants)


@grammar
def _with(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('with_a_party')})\s{acts.maybe('name_article')}")
