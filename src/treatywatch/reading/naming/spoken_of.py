"""Which treaties a report speaks of, from all the names that its words could be.

A sure name tells it; a likely one needs an act or a standing beside it, a short one has to open a
subject of its own (:mod:`short_names`). That of a body needs membership told of it (:mod:`bodies`),
a kind of treaty its two parties (:mod:`treaties_of_two`). A report that names none may keep to the
subject of one (:mod:`on_a_subject`).
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from itertools import pairwise

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.about_a_body import about_a_body
from treatywatch.reading.naming.above_a_table import above_a_table
from treatywatch.reading.naming.bodies import belonged_to
from treatywatch.reading.naming.name_subjects import Subjects
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.naming.of_a_city import is_of_a_city
from treatywatch.reading.naming.on_a_subject import on_a_subject
from treatywatch.reading.naming.short_names import asked_about, openers
from treatywatch.reading.naming.treaties_of_two import between_its_parties
from treatywatch.reading.vocabulary.spans import Passage, PassageKind
from treatywatch.reading.vocabulary.words_acts import CueKind

_ACTS = frozenset(
    {
        CueKind.EXIT,
        CueKind.EXIT_OBJECT,
        CueKind.TAKE_BACK,
        CueKind.END_PROVISIONAL,
        CueKind.REVOKE,
        CueKind.OUT_OF,
        CueKind.EXIT_NOTICE,
        CueKind.SUSPEND,
        CueKind.RATIFY,
        CueKind.ACCEDE,
        CueKind.SIGN,
        CueKind.RELEASED,
        CueKind.NOTICE,
        CueKind.NOTIFY,
        CueKind.OUTSIDE,
    }
)
# what is said of treaties themselves: enough beside a name that ends in a noun for them
_TERMS = frozenset(
    {
        CueKind.EFFECT,
        CueKind.OPEN_SIGNATURE,
        CueKind.ADOPT,
        CueKind.BAN_VERB,
        CueKind.LIMIT_VERB,
        CueKind.DEPOSITARY_RULE,
        CueKind.WITHDRAWAL_RULE,
        CueKind.NEEDED,
        CueKind.BELONG,
    }
)
# what is hardly said but of treaties; a report that says it so often speaks of one
_OF_TREATIES = frozenset({CueKind.RATIFY, CueKind.OPEN_SIGNATURE, CueKind.EXIT_NOTICE})
_SURELY_OF_TREATIES = 3


def spoken_of(
    places: list[Place], passages: tuple[Passage, ...], subjects: Subjects
) -> dict[str, int]:
    """The treaties that the report speaks of, with where each is first named."""
    accepted: dict[str, int] = {}
    before: Place | None = None
    folded, words = subjects.folded, subjects.lexicon.acts
    for place in places:
        for treaty, strength in place.treaties:
            dealt_with = _is_given_up(place, subjects) or _is_consented_to(before, place)
            dealt_with = dealt_with or is_of_a_city(before, place, subjects.folded, words)
            if strength == NameStrength.SURE or dealt_with:
                accepted.setdefault(treaty, place.start)
        before = place
    for place, treaty in _told(places, passages, subjects):
        accepted.setdefault(treaty, place.start)
    if not accepted:
        told = about_a_body(places, passages, subjects.folded, subjects.lexicon)
        accepted = {treaty: place.start for place, treaty in told}
    surely = bool(accepted)
    for treaty, start in _likely(places, passages, tuple(accepted), subjects).items():
        accepted.setdefault(treaty, start)
    for place, treaty in openers(places, passages, folded, _ACTS, words) if surely else ():
        accepted.setdefault(treaty, place.start)
    for place, treaty in _numbered_protocols(places, tuple(accepted), subjects):
        accepted.setdefault(treaty, place.start)
    for place, treaty in asked_about(places, passages, folded, words):
        if treaty in accepted:
            accepted[treaty] = min(accepted[treaty], place.start)
    if not accepted and any(place.participants or place.groups for place in places):
        accepted = on_a_subject(folded, _acted(_by_passage(places, passages)), subjects.lexicon)
    return dict(sorted(accepted.items(), key=lambda entry: entry[1]))


def maybe_spoken_of(
    places: Iterable[Place], among: Collection[str], subjects: Subjects
) -> dict[str, int]:
    """The treaties among these that a doubtful name may mean, with where it first stands.

    A likely name or a short one. A capital means its State, and a body is left for much that is
    none of its treaty: "Canada left a UNESCO meeting".
    """
    meant: dict[str, int] = {}
    for place in places:
        for treaty, strength in place.treaties:
            short = strength == NameStrength.WEAK and place.capital and not place.participants
            likely = strength == NameStrength.LIKELY or short
            if treaty in among and likely and _is_one_of_its_kind(place, subjects, short=short):
                meant.setdefault(treaty, place.start)
    return meant


def _is_one_of_its_kind(name: Place, subjects: Subjects, *, short: bool) -> bool:
    """Whether it tells of one: "the Optional Protocol", but not "three Open Skies agreements"."""
    before = subjects.folded[max(0, name.start - _ARTICLE) : name.start].split()[-1:]
    if subjects.lexicon.acts.grammar["definite"] & set(before):
        return True
    following = subjects.folded[name.end : name.end + _A_NOUN].split()[:1]
    many = subjects.lexicon.acts.grammar["treaty_plural"] & set(following)
    return not many and not (short and subjects.end_in_noun(name.start, name.end))


def _numbered_protocols(
    places: Iterable[Place], accepted: tuple[str, ...], subjects: Subjects
) -> Iterable[tuple[Place, str]]:
    """Protocols told by their number alone, where the report names the treaty that they go with."""
    if not accepted:
        return
    treaties = subjects.lexicon.treaties
    for place in places:
        for treaty, strength in place.treaties:
            if strength == NameStrength.WEAK and any(
                parent.treaty in accepted for parent in treaties[treaty].final_clauses.ends_with
            ):
                yield place, treaty


def _told(
    places: list[Place], passages: tuple[Passage, ...], subjects: Subjects
) -> Iterable[tuple[Place, str]]:
    """Treaties told by the body that they found, or by their kind and their two parties."""
    folded, lexicon = subjects.folded, subjects.lexicon
    yield from between_its_parties(places, passages, folded, lexicon.treaties, lexicon.acts)
    if any(place.participants or place.groups for place in places):  # else people come and go
        yield from belonged_to(places, passages, folded, lexicon.acts)
        yield from above_a_table(places, passages, folded, lexicon.acts)


def _by_passage(places: list[Place], passages: Iterable[Passage]) -> list[list[Place]]:
    starts = [place.start for place in places]
    return [places[bisect_left(starts, p.start) : bisect_left(starts, p.end)] for p in passages]


def _acted(rows: Iterable[list[Place]]) -> list[list[Place]]:
    """The rows in which an act towards a treaty is told, or what somebody is to one."""
    acting = _ACTS | _STANDING
    return [row for row in rows if any(cue.kind in acting for p in row for cue in p.cues)]


def _is_given_up(name: Place, subjects: Subjects) -> bool:
    """Whether a city, which is no capital, is what somebody leaves: "pulling out of Kyoto"."""
    if not name.capital or name.participants:
        return False
    words = subjects.lexicon.acts.grammar["gives_up"]
    if " " in subjects.folded[name.start : name.end]:  # one may leave a city, but not "Open Skies"
        words = words | subjects.lexicon.acts.grammar["is_leaving"]
    before = subjects.folded[max(0, name.start - _GIVING_UP) : name.start].rstrip()
    return before.endswith(tuple(f" {one}" for one in words))


def _is_consented_to(verb: Place | None, name: Place) -> bool:
    """Whether a city is what was ratified: "Australia ratified Kyoto"."""
    if verb is None:
        return False
    consent = verb.cues and all(cue.kind in _CONSENT for cue in verb.cues)
    return bool(consent) and name.capital and name.start - verb.end == 1


def _likely(
    places: list[Place], passages: tuple[Passage, ...], sure: tuple[str, ...], subjects: Subjects
) -> dict[str, int]:
    """Treaties named only by likely names, where an act stands beside them.

    And where the report names a participant at all, but for names that end in a noun for treaties.
    Beside the sure name of another treaty one in small letters counts only if it says what the
    treaty is on, or is about something else: "the mine ban", but not "the nuclear treaty", which
    means the other. The places are in the order of the text.
    """
    accepted: dict[str, int] = {}
    nobody = not any(place.participants or place.groups for place in places)
    on_treaties = sum(cue.kind in _OF_TREATIES for p in places for cue in p.cues[:1])
    told: list[Place] = []
    announced: list[Place] = []
    rows = _by_passage(places, passages)
    told += _opening(rows, passages) if sure else []
    for passage, inside in zip(passages, rows, strict=True):
        kinds = {cue.kind for p in inside for cue in p.cues}
        if kinds & _TERMS or (nobody and kinds & _ACTS):
            told += [p for p in inside if p.told or subjects.end_in_noun(p.start, p.end)]
        if nobody:
            continue
        if kinds & _ACTS or on_treaties >= _SURELY_OF_TREATIES:
            told += inside
        elif CueKind.BELONG in kinds:
            told += [p for p in inside if p.capital]  # "a member of the Whaling Commission"
        elif passage.kind is PassageKind.HEADLINE:
            announced += inside
        told += [p for p, q in pairwise(inside[::-1]) if _leads_to(q, p)]
    accepted |= _by_likely_names(told, sure, subjects)
    if sure or accepted:  # a report on treaties: its headline may name another one
        more = _by_likely_names(announced, (*sure, *accepted), subjects)
        accepted = {**more, **accepted}
    return accepted


def _opening(rows: list[list[Place]], passages: tuple[Passage, ...]) -> list[Place]:
    """The names of several words in sentences that open a paragraph, acts being told in the next.

    "The nuclear test ban crawls. It has been ratified by 26."
    """
    opening: list[Place] = []
    for number in range(len(passages) - 1):
        here, after = passages[number], passages[number + 1]
        first = number == 0 or passages[number - 1].paragraph != here.paragraph
        if first and after.paragraph == here.paragraph:
            acted = any(cue.kind in _OF_TREATIES for p in rows[number + 1] for cue in p.cues)
            named = any(p.treaties for p in rows[number + 1])
            opening += rows[number] if acted and not named else []
    return opening


def _leads_to(cue: Place, name: Place) -> bool:
    """Whether the name tells what somebody is in or out of: "bound by the mine ban"."""
    near = 0 < name.start - cue.end <= _LED
    return near and bool(name.treaties) and any(c.kind in _STANDING for c in cue.cues)


_LED = 18  # characters of " of the 2008 UN " between what somebody is and the treaty
_STANDING = frozenset(
    {CueKind.BELONG, CueKind.PARTY_NOUN, CueKind.SIGNATORY, CueKind.OUTSIDE, CueKind.VIOLATE}
)
_A_NOUN = 24  # characters behind a name in which a noun stands
_ARTICLE = 8  # characters before a name in which "the" stands
_GIVING_UP = 24  # characters before a city in which " was dropping out of " stands
_CONSENT = frozenset({CueKind.RATIFY, CueKind.SIGN})


def _by_likely_names(
    places: Iterable[Place], others: tuple[str, ...], subjects: Subjects
) -> dict[str, int]:
    """Treaties with a likely name in the places, with a capital or unlike the others."""
    found: dict[str, int] = {}
    for place in places:
        if others and subjects.of_a_kind(place.start, place.end):
            continue
        for treaty, strength in place.treaties:
            if strength == NameStrength.LIKELY and (
                place.capital or subjects.tell_apart(place.start, place.end, others)
            ):
                found.setdefault(treaty, place.start)
    return found
