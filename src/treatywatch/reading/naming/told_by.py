"""Nouns for treaties whose words tell which treaty of the record is meant, unnamed as it is.

"The accord under which atomic blasts were driven underground", "the African pact against nuclear
weapons": the words behind what leads on from the noun, and those between its article and it, are
held against the descriptions of the record.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.attributes import plain_words
from treatywatch.reading.naming.descriptions import Told
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind
from treatywatch.values import frozen

_NOUNS = frozenset({CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK})
_REACH = 130  # characters behind the noun in which it is described
_BEFORE = re.compile(r"((?:[^\W_][\w'-]* ){1,5})$")
_LOOK_BACK = 48  # characters before the noun in which the words before it stand
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?<!\w)(?:1[89]|20)\d\d(?!\w)")
_YEAR_BEHIND = re.compile(r" \w+ ((?:1[89]|20)\d\d)(?!\w)")
_UNSURE = frozenset({NameStrength.LIKELY.value, NameStrength.WEAK.value})
_SURELY, _BEYOND_DOUBT = 2, 3  # groups of words that together describe one treaty alone
# what is told of the treaty itself, behind which no description goes on
_TELLS = frozenset(
    {
        CueKind.EXIT,
        CueKind.EXIT_NOTICE,
        CueKind.RATIFY,
        CueKind.ACCEDE,
        CueKind.SIGN,
        CueKind.REVOKE,
        CueKind.EFFECT,
        CueKind.OPEN_SIGNATURE,
        *_NOUNS,
    }
)


def told_by_words(
    places: Sequence[Place], folded: str, lexicon: Lexicon, day: str | None
) -> list[Place]:
    """The places, each noun that is described with the treaty that its words tell.

    ``day`` (ISO) is that of the report, which tells of no treaty that was yet to be made.
    """
    if not lexicon.descriptions.needs:
        return list(places)
    sure = frozenset(of for p in places for of, how in p.treaties if how == NameStrength.SURE)
    report = _Report(folded, lexicon, int(day[:4]) if day else None, sure)
    return [
        report.with_treaty(place, _following(places, number)) if _may_be(place) else place
        for number, place in enumerate(places)
    ]


def _following(places: Sequence[Place], number: int) -> Iterator[Place]:
    """Those behind one, of which few are asked for: no copy of the rest of a long report."""
    return (places[at] for at in range(number + 1, len(places)))


def _may_be(place: Place) -> bool:
    """Whether it is a noun for treaties and no sure name, nor the name of a body or a city."""
    unsure = all(how in _UNSURE for _, how in place.treaties)
    noun = any(cue.kind in _NOUNS for cue in place.cues)
    return unsure and (noun or bool(place.treaties)) and not place.participants


@frozen
class _Report:
    """The words of a report, when it was written and what it surely names."""

    folded: str
    lexicon: Lexicon
    year: int | None
    sure: frozenset[str]

    def with_treaty(self, place: Place, following: Iterable[Place]) -> Place:
        """The noun with the treaty that is told by the words around it, if there is one."""
        acts, folded = self.lexicon.acts, self.folded
        noun = _noun(acts).search(folded, place.start, place.end)
        before = _words_before(folded, noun.start(), acts) if noun else []
        if noun is None or acts.grammar["describes_none"] & set(before):
            return place
        leads = _leads_on(acts).match(folded, noun.end())
        end = _ends(folded, leads.end(), following, acts) if leads else noun.end()
        told = self._told(before, folded[noun.end() : end])
        if told is not None and (told.groups >= _SURELY or not place.treaties):
            return self._with(place, told.treaty, told.groups, before)
        return place

    def _with(self, place: Place, treaty: str, groups: int, before: Sequence[str]) -> Place:
        definite = bool(self.lexicon.acts.grammar["definite"] & set(before[:1]))
        surely = groups >= (_SURELY if definite else _BEYOND_DOUBT)  # not "a pact on the sea"
        strength = NameStrength.SURE if surely else NameStrength.LIKELY
        return place._replace(treaties=((treaty, strength.value),), told=True)

    def _told(self, before: Sequence[str], behind: str) -> Told | None:
        """The treaty that the words describe: of several one that the report names, or the newest.

        A year beside the noun has to be one of its own.
        """
        if not behind:
            return None
        words = " ".join(before)
        years = [int(year) for year in _YEAR.findall(words)]
        years += [int(found[1]) for found in [_YEAR_BEHIND.match(behind)] if found]
        told = self.lexicon.descriptions.told(
            list(plain_words(f"{words} {behind}")), lambda treaty: self._is_there(treaty, years)
        )
        named = [one for one in told if one.treaty in self.sure] or told
        return max(named, key=lambda one: self._made(one.treaty), default=None)

    def _is_there(self, treaty: str, years: Iterable[int]) -> bool:
        made = self.lexicon.attributes.there_since(treaty)
        known = made is None or self.year is None or made <= self.year
        return known and all(self.lexicon.attributes.is_of(treaty, year) for year in years)

    def _made(self, treaty: str) -> int:
        return self.lexicon.attributes.there_since(treaty) or 0


def _words_before(folded: str, noun: int, acts: ActWords) -> list[str]:
    """What stands before the noun, its article first if it has one: "the African [pact]"."""
    found = _BEFORE.search(folded, max(0, noun - _LOOK_BACK), noun)
    words = found[1].split() if found else []
    articles = [n for n, word in enumerate(words) if word in _articles(acts)]
    return words[articles[-1] :] if articles else words[-1:]


def _ends(folded: str, start: int, following: Iterable[Place], acts: ActWords) -> int:
    """Where the description ends at the latest: with its clause, or where else is told of."""
    stop = _stops(acts).search(folded, start, start + _REACH)
    end = stop.start() if stop else min(len(folded), start + _REACH)
    for place in following:
        if place.start >= end:
            break
        if place.start >= start and _is_told_of_else(place):
            return place.start
    return end


def _is_told_of_else(place: Place) -> bool:
    """Whether an act, or the name of another treaty, breaks off what describes the noun."""
    named = any(how == NameStrength.SURE for _, how in place.treaties)
    return named or any(cue.kind in _TELLS for cue in place.cues)


@grammar
def _articles(acts: ActWords) -> frozenset[str]:
    return acts.grammar["pointing"] | acts.grammar["article"] | acts.grammar["name_article"]


@grammar
def _noun(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.cues_of(*_NOUNS)})(?!\w)")


@grammar
def _leads_on(acts: ActWords) -> re.Pattern[str]:
    """What leads on to a description: "that", "by which", "making"; a few words before the second.

    "A treaty came into force by which five republics renounce the bomb."
    """
    at_once = acts.any_of("describes_at_once") or "(?!)"
    apart = acts.any_of("describes_apart") or "(?!)"
    return re.compile(rf" (?:{at_once})(?!\w)|(?: [\w-]+){{0,6}}? (?:{apart})(?!\w)")


@grammar
def _stops(acts: ActWords) -> re.Pattern[str]:
    turns = acts.any_of("describes_no_more") or "(?!)"
    return re.compile(rf"[.;:?!()\"](?=\W|$)|\s\s|\n|, (?:{turns})(?!\w)")
