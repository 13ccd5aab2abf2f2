"""Bodies whose name stands for the treaty that founds them, where membership in them is told.

Whoever "leaves UNESCO", "is back in the WHO" or "gives up its seat in the postal union" leaves or
joins the treaty. "A UNESCO site", "a meeting of the OAS" and "joined the WHO in condemning" say
nothing of that.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.reading.vocabulary.words_acts import ActWords, Cue, CueKind, Tense

_LED = 60  # characters of " its membership of the Vienna-based " between an act and the body
_TOLD = 14  # characters of "informed the " before the body, or of " the " behind an act
_MEANT = 400  # characters between a body and "the organisation" that means it
_BEFORE = frozenset(
    {
        CueKind.EXIT,
        CueKind.EXIT_OBJECT,
        CueKind.EXIT_NOTICE,
        CueKind.OUT_OF,
        CueKind.RELEASED,
        CueKind.SUSPEND,
        CueKind.ACCEDE,
        CueKind.BELONG,
        CueKind.OUTSIDE,
        CueKind.NOTICE,
        CueKind.TAKE_BACK,
        CueKind.REVOKE,
    }
)
_ITS = re.compile(r"(?:'s)?\s")
_AFTER = frozenset({CueKind.EXIT, CueKind.EXIT_NOTICE, CueKind.NOTICE})
_OUT = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE, CueKind.OUT_OF})
_STANDING = _OUT | {CueKind.ACCEDE, CueKind.BELONG, CueKind.RELEASED, CueKind.SUSPEND}
_OF_STATES = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE, CueKind.OUT_OF})


def of_a_body(place: Place) -> bool:
    """Whether the words name a body, or nothing of a treaty."""
    return all(how == NameStrength.BODY for _, how in place.treaties)


def belonged_to(
    places: Sequence[Place], passages: Sequence[Passage], folded: str, acts: ActWords
) -> Iterator[tuple[Place, str]]:
    """The names of bodies in or out of which somebody is told to be, each with its treaty."""
    if not any(_bodies(place) for place in places):
        return
    starts = [place.start for place in places]
    named: Place | None = None
    left: set[str] = set()
    sure = next((place.start for place in places if _is_sure(place)), len(folded))
    for passage in passages:
        first, last = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
        inside = places[first:last]
        for number, place in enumerate(inside):
            if _bodies(place):
                named = place
                known = sure >= place.start or not left.isdisjoint(_bodies(place))
                if _is_belonged_to(number, inside, passage.start, folded, acts, told=known):
                    left |= set(_bodies(place))
                    yield from ((place, of) for of in _bodies(place))
            elif named and place.start - named.end <= _MEANT and _is_its(place, folded, acts):
                yield from ((named, of) for of in _bodies(named))


def _is_sure(place: Place) -> bool:
    return any(how == NameStrength.SURE for _, how in place.treaties)


def _bodies(place: Place) -> list[str]:
    return [of for of, how in place.treaties if how == NameStrength.BODY]


def _is_belonged_to(
    number: int,
    inside: Sequence[Place],
    start: int,
    folded: str,
    acts: ActWords,
    *,
    told: bool,
) -> bool:
    """Whether the place of that number stands for membership; the sentence begins at ``start``.

    A body that is told of an exit keeps the treaty that has been named, unless it is ``told`` to be
    left itself, or none is: "informed the Council of Europe of its withdrawal".
    """
    place = inside[number]
    if not acts.grammar["leads_to_body"]:
        beside = _beside_an_exit(place, inside) or _right_behind_an_exit(place, inside[:number])
        return beside and not _is_of_an_office(place, folded, acts)
    following = inside[number + 1 :]
    if _is_followed(place, following, folded) or _share_follows(acts).match(folded, place.end):
        return True
    if _expels(acts).match(folded, place.end):
        return True
    before = folded[max(start, place.start - _LED) : place.start]
    if _as_member(acts).search(before) and _member_follows(acts).match(folded, place.end):
        return True
    if only_owns(place, folded, acts):
        return False
    if told and _is_told_of_leaving(place, following, folded, acts):
        return True
    if any(led(acts).search(before) for led in (_share_leads, _expelled, _left_by, _ranked)):
        return True
    if _fronted(acts).search(before) and any(c.kind in _OUT for p in following for c in p.cues):
        return True
    return any(
        0 <= place.start - one.end <= _LED
        and (any(_tells(cue) for cue in one.cues) or _gives_notice(one, folded, acts))
        and not _ejected(acts).search(folded, start, one.end)
        and _leads_to(acts).fullmatch(folded, one.end, place.start)
        for one in inside[:number]
    )


def _is_told_of_leaving(
    place: Place, following: Sequence[Place], folded: str, acts: ActWords
) -> bool:
    """ "It told UNESCO that it was leaving", and named nothing else to leave."""
    before = folded[max(0, place.start - _TOLD) : place.start].split()[-2:]
    if not set(before) & acts.grammar["tells_body"]:
        return False
    for number, one in enumerate(following):
        if one.start - place.end > _LED:
            return False
        if any(cue.kind in _OUT for cue in one.cues):
            return not any(n.treaties and n.start - one.end <= _TOLD for n in following[number:])
    return False


def _beside_an_exit(place: Place, inside: Sequence[Place]) -> bool:
    """Whether a sentence tells of being in or out, and surely names no treaty that this is of.

    Nor calls one by its noun: "to leave the convention, as the Council of Europe ...". For a
    language whose words do not tell what leads from an act to a body.
    """
    if any(how == NameStrength.SURE for one in inside for _, how in one.treaties):
        return False
    nouns = [one for one in inside if any(cue.kind is CueKind.TREATY_NOUN for cue in one.cues)]
    nouns = [one for one in nouns if not (one.treaties or 0 <= place.start - one.end <= 1)]
    told = (one for one in inside if any(cue.kind in _STANDING for cue in one.cues))
    return any(not any(_is_next_to(one, noun) for noun in nouns) for one in told)


def _is_next_to(one: Place, noun: Place) -> bool:
    return 0 < noun.start - one.end <= _BEHIND or 0 < one.start - noun.end <= _BEHIND


def _right_behind_an_exit(place: Place, before: Sequence[Place]) -> bool:
    """The same of the body that an act leads to, whatever treaty is named further on."""
    near = (one for one in before if 0 <= place.start - one.end <= _BEHIND)
    return any(cue.kind in _OUT for one in near for cue in one.cues)


_BEHIND = 5  # characters of " из " between an act and the body


def _is_of_an_office(place: Place, folded: str, acts: ActWords) -> bool:
    """Whether an organ or officer of the body is meant: "генсек Совета Европы"."""
    before = folded[max(0, place.start - _TITLE) : place.start].split()[-1:]
    after = folded[place.end : place.end + _TITLE].split()[:2]
    return bool({word.strip(".,") for word in (*before, *after)} & acts.grammar["heads_body"])


_TITLE = 30  # characters of " generalinis sekretorius "


def only_owns(place: Place, folded: str, acts: ActWords) -> bool:
    """Whether the body is only whose something is: "UNESCO's list", "a WHO study"."""
    return _owns(acts).match(folded, place.end) is not None


def _is_followed(place: Place, following: Sequence[Place], folded: str) -> bool:
    """Whether an act comes right behind the body: "the WHO exit"."""
    act = bool(following) and any(cue.kind in _AFTER for cue in following[0].cues)
    return act and _ITS.fullmatch(folded, place.end, following[0].start) is not None


def _tells(cue: Cue) -> bool:
    """A member of a body does much that tells nothing of belonging to it."""
    return cue.kind in _BEFORE and (cue.kind is not CueKind.BELONG or cue.tense is not Tense.NOUN)


def _gives_notice(place: Place, folded: str, acts: ActWords) -> bool:
    """Whether notice is given, and not only word of something: "gives notice to UNESCO"."""
    last = folded[place.start : place.end].rpartition(" ")[2]
    given = any(cue.kind is CueKind.NOTICE for cue in acts.cues.get(last, ()))
    return given and any(cue.kind is CueKind.NOTIFY for cue in place.cues)


def _is_left(place: Place, folded: str, acts: ActWords) -> bool:
    """Whether it is an act of States towards a body told before: "exit from the organisation"."""
    act = any(cue.kind in _OF_STATES for cue in place.cues)
    return act and _meant(acts).match(folded, place.end) is not None


def _is_its(place: Place, folded: str, acts: ActWords) -> bool:
    """Whether a body told before is left, or called by the noun of its treaty: "the Covenant".

    Only by a noun that stands for little else.
    """
    founding = folded[place.start : place.end] in acts.grammar["founding_nouns"]
    return (place.capital and founding) or _is_left(place, folded, acts)


@grammar
def _leads_to(acts: ActWords) -> re.Pattern[str]:
    """What stands between an act and the body: " from the Geneva-based "."""
    leads, owned = acts.any_of("leads_to_body"), acts.any_of("name_article")
    seat = rf"(?:\w+\s)?(?:{acts.any_of('share_in_body')})\s(?:{leads})\s"
    told = rf"(?:(?!(?:{leads})\s)[\w'.-]+\s)"
    called = rf"{told}{{2,4}}(?:{acts.any_of('body_noun')})\s"  # "the west African bloc Ecowas"
    apposed = rf"{owned}\s(?:{called}|{told}{{0,2}})"
    return re.compile(rf"\s(?:{leads}\s)?(?:{seat})?(?:{apposed})?")


@grammar
def _meant(acts: ActWords) -> re.Pattern[str]:
    """What an act leads to that is no name: " from the organisation"."""
    leads, owned = acts.any_of("leads_to_body"), acts.any_of("name_article")
    return re.compile(rf"\s(?:{leads}\s)?{owned}\s(?:{acts.any_of('body_noun')})(?!\w)")


@grammar
def _share_leads(acts: ActWords) -> re.Pattern[str]:
    """A share in the body right before it: "its membership of the"; or the treaty behind it."""
    leads, owned = acts.any_of("leads_to_body"), acts.any_of("name_article")
    share = rf"(?:{acts.any_of('seat_in_body')})\s(?:{leads})"
    founds = rf"(?:{acts.cues_of(CueKind.TREATY_NOUN)})\s(?:{acts.any_of('founds_body')})"
    return re.compile(rf"(?<!\w)(?:{share}|{founds})\s(?:{owned}\s)?$")


@grammar
def _ejected(acts: ActWords) -> re.Pattern[str]:
    """What makes a way out no act of those who go: "thrown out of the Council of Europe"."""
    out = acts.cues_of(CueKind.OUT_OF)
    return re.compile(rf"(?<!\w)(?:{acts.any_of('ejected')})\s(?:out|{out})$")


@grammar
def _expelled(acts: ActWords) -> re.Pattern[str]:
    """ "Expelled from the Council of Europe"."""
    led = acts.any_of("expelled_from")
    return re.compile(rf"(?<!\w)(?:{led})\s{acts.maybe('name_article')}$")


@grammar
def _ranked(acts: ActWords) -> re.Pattern[str]:
    """ "Became the 124th member of the" before the name of a body."""
    led, leads = acts.any_of("as_ranked_member") or "(?!)", acts.any_of("leads_to_body")
    return re.compile(rf"(?<!\w)(?:{led})\s(?:{leads})\s{acts.maybe('name_article')}$")


@grammar
def _expels(acts: ActWords) -> re.Pattern[str]:
    """ "The Council of Europe on Wednesday expelled Russia"."""
    return re.compile(rf"(?:\s[\w'-]+){{0,4}}?\s(?:{acts.any_of('expels') or '(?!)'})(?!\w)")


@grammar
def _fronted(acts: ActWords) -> re.Pattern[str]:
    """ "From UNESCO the Americans depart"."""
    return re.compile(
        rf"(?:^|[.;:\n]\s*)(?:{acts.any_of('out_of_body')})\s"
        rf"{acts.maybe('name_article')}$"
    )


@grammar
def _share_follows(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:'s)?\s(?:{acts.any_of('share_in_body')})(?!\w)")


@grammar
def _owns(acts: ActWords) -> re.Pattern[str]:
    """What makes the body only the owner of something: "'s list", " site", " in condemning"."""
    return re.compile(rf"'s?(?!\w)|\s(?:{acts.any_of('of_a_body')})(?!\w)")


@grammar
def _left_by(acts: ActWords) -> re.Pattern[str]:
    """ "Wants out of the", "back in" before the name of a body."""
    return re.compile(rf"(?<!\w)(?:{acts.any_of('left_by')})\s{acts.maybe('name_article')}$")


@grammar
def _as_member(acts: ActWords) -> re.Pattern[str]:
    """ "Ceased to be an", "is no longer a" before the name of a body and "member"."""
    return re.compile(rf"(?<!\w)(?:{acts.any_of('as_member')})\s$")


@grammar
def _member_follows(acts: ActWords) -> re.Pattern[str]:
    leads = acts.any_of("leads_to_body")
    return re.compile(rf"\s(?:{acts.any_of('members_of_body')})(?!\w|\s(?:{leads})\s(?!\d))")
