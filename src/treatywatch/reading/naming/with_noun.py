"""Names without their noun: "the INF and Open Skies treaties"."""

import re

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.naming.names import STEM
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind


def with_noun(folded: str, place: Place, acts: ActWords) -> Place:
    """A name without its noun is sure where "treaties" follows soon, else it is none.

    Right behind it only in a list, "the INF and Open Skies treaties": "three Open Skies agreements"
    are many of a kind.
    """
    if not place.treaties or not any(strength == STEM for _, strength in place.treaties):
        return place
    following = folded[place.end : place.end + _SOON].partition(".")[0]
    plural = _plural_follows(acts).search(following) or _noun_follows(acts).match(following)
    if plural is not None and plural.start() == 1 and not _in_a_list(folded, place.start, acts):
        plural = None
    treaties = tuple(
        (of, NameStrength.SURE.value if strength == STEM else strength)
        for of, strength in place.treaties
        if strength != STEM or plural is not None
    )
    return place._replace(treaties=treaties)


def _in_a_list(folded: str, start: int, acts: ActWords) -> bool:
    """Whether another name came before the one that starts here."""
    before = folded[max(0, start - _JOINED) : start].rstrip()
    return before.endswith(",") or not acts.grammar["joins"].isdisjoint(before.split()[-1:])


_JOINED = 8  # characters before a name in which "and" or a comma stands
_SOON = 80  # characters within which the noun of a list of treaties follows


@grammar
def _plural_follows(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('treaty_plural')})\b")


@grammar
def _noun_follows(acts: ActWords) -> re.Pattern[str]:
    """The noun after an abbreviation: "Intermediate-Range Nuclear Forces (INF) Treaty"."""
    return re.compile(rf"\s?\([^()]{{2,12}}\)\s(?:{acts.cues_of(CueKind.TREATY_NOUN)})\b")
