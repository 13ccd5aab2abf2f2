"""Those told of by whose companions they are: "Russia's neighbours", "an ally of Iran".

The State that owns them is not among them, and does not do what they do. Who is named right behind
is the companion: "Russia's ally Belarus".
"""

import re
from collections.abc import Iterator
from functools import cache

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention, MentionKind
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_BEFORE = 30  # characters of "neighbours of the " before a name


def own_companions(acts: ActWords, folded: str, end: int) -> re.Match[str] | None:
    """The companions whom the name that ends there owns: "Russia's Baltic neighbours"."""
    return _owned(acts).match(folded, end)


def of_whose_companions(acts: ActWords, folded: str, start: int) -> re.Match[str] | None:
    """The companions right before the name that begins there: "an ally of Iran"."""
    return _of(acts).search(folded, max(0, start - _BEFORE), start)


def has_companions(acts: ActWords, folded: str, name: Mention, end: int) -> bool:
    """Whether a name only tells whose companions others are: "Russia's ally", "allies of Kyiv".

    Not that of a group, which they are of: "its Baltic neighbours".
    """
    if name.kind is MentionKind.GROUP:
        return False
    owned = own_companions(acts, folded, name.end)
    led = of_whose_companions(acts, folded, name.start)
    return (owned is not None and owned.end() <= end) or led is not None


def parted_by_companions(acts: ActWords, folded: str, end: int, start: int) -> bool:
    """Whether only one of two who are named beside each other acts: "Russia's ally Belarus"."""
    owned = own_companions(acts, folded, end)
    return owned is not None or of_whose_companions(acts, folded, start) is not None


def companions(
    acts: ActWords,
    folded: str,
    span: tuple[int, int],
    people: tuple[Mention, ...],
    cues: tuple[CueHit, ...],
) -> Iterator[tuple[int, int]]:
    """Where a clause tells of companions without naming them, though it may tell whose they are."""
    if not acts.grammar["companions"]:
        return
    start, end = span
    names = {one.start for one in people}
    owners = [one.end for one in people]
    owners += [one.end for one in cues if one.kind is CueKind.POSSESSIVE and one.start >= start]
    owned = (own_companions(acts, folded, at) for at in owners)
    led = (of_whose_companions(acts, folded, one.start) for one in people)
    told = (found.span("who") for found in (*owned, *led) if found is not None)
    grouped = {one.end + 1 for one in people if one.role == "group"}  # "its Baltic neighbours"
    for first, last in told:
        apposed = any(_apposed().match(folded[one.end : first]) for one in people)
        apposed = apposed or first in grouped or folded[last : last + 1] in {"'", "’"}
        if start <= first and last <= end and last + 1 not in names and not apposed:
            yield first, last


@cache
def _apposed() -> re.Pattern[str]:
    """What leads from a name to what it is: "Pakistan, India's rival", "Norway, a neighbour"."""
    return re.compile(r",\s(?:[\w'’-]+\s){1,4}$")


@grammar
def _owned(acts: ActWords) -> re.Pattern[str]:
    who = rf"(?P<who>{acts.any_of('companions') or '(?!)'})(?!\w)"
    return re.compile(rf"(?:['’]s?\s(?:[\w-]+\s){{0,2}}?|\s){who}")


@grammar
def _of(acts: ActWords) -> re.Pattern[str]:
    who = rf"(?<!\w)(?P<who>{acts.any_of('companions') or '(?!)'})"
    return re.compile(rf"{who}\s(?:{acts.any_of('genitive')})\s{acts.maybe('name_article')}$")
