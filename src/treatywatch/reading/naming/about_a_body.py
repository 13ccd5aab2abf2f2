"""A report on a body, which names it and tells in other sentences who is in it and who has left.

"UNIDO has had more farewells than projects. Canada ceased to be a member in 1993. Portugal handed
in its notice." What is told of members and States without saying of what is of the body named
before. One sentence alone is none: what States do elsewhere ("Senegal left on Monday") needs
another that tells of belonging to a body.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from treatywatch.law.participant import NameKind
from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense
from treatywatch.values import frozen

_FEWEST = 2  # sentences that tell of members and of those who leave
_BETWEEN = 25  # characters of " has meanwhile formally " between a State and what it does
_OWNER = 60  # characters of "the scientific committee now has some "
_WORD = 24  # characters in which the word before a noun stands
_GOING = frozenset(
    {CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE, CueKind.GO_OUT, CueKind.ACCEDE}
)
_STANDING = frozenset({CueKind.RELEASED, CueKind.OUTSIDE, CueKind.BELONG})
_CONSENT = frozenset({CueKind.RATIFY, CueKind.SIGN})
_OF_TREATIES = _GOING | _CONSENT | {CueKind.ADOPT, CueKind.EFFECT}
_SENT = frozenset({CueKind.ARRIVE, CueKind.HAND_IN})
_ACTING = frozenset({NameKind.NAME, NameKind.METONYM, NameKind.CAPITAL, NameKind.DEMONYM})
_OTHERS = frozenset({CueKind.PEOPLE, CueKind.MINISTER, CueKind.PRESIDENT, CueKind.PARLIAMENT})


class _Told(NamedTuple):
    """Of what a sentence tells, or all those behind a body, by their number."""

    members: int = 0
    its_treaty: int = 0
    consents: int = 0
    states: int = 0
    sentences: int = 0

    def with_those_of(self, sentence: "_Told") -> "_Told":
        return _Told(*(a + b for a, b in zip(self, sentence, strict=True)))

    def is_enough(self) -> bool:
        """Whether who belongs is told, and who does or is so; or again and again of its treaty."""
        of_members = self.sentences >= _FEWEST and self.members and self.states
        of_treaty = self.its_treaty and self.its_treaty + self.consents + self.states >= _FEWEST
        return bool(of_members or of_treaty)


def about_a_body(
    places: Sequence[Place], passages: Sequence[Passage], folded: str, lexicon: Lexicon
) -> Iterator[tuple[Place, str]]:
    """The first name of the body whose members the report tells of most, with its treaty."""
    acts = lexicon.acts
    if not acts.grammar["before_member"] or not any(_bodies(place) for place in places):
        return
    starts = [place.start for place in places]
    first: dict[str, Place] = {}
    told: dict[str, _Told] = {}
    named: list[str] = []
    rival = -1  # the paragraph in which something else was named that States are in
    for passage in passages:
        inside = places[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        for place in inside:
            if _bodies(place) and _is_meant(place, folded, acts, first=not named):
                named, rival = _bodies(place), -1
                first = {**dict.fromkeys(named, place), **first}
            elif _is_a_rival(place, lexicon):
                rival = passage.paragraph
        for of in named if rival != passage.paragraph else ():
            sentence = _Sentence(inside, passage, folded, lexicon, of)
            told[of] = told.get(of, _Told()).with_those_of(sentence.tells())
    enough = [of for of in first if told.get(of, _Told()).is_enough()]
    if enough:
        most = max(enough, key=lambda of: told[of].sentences)
        yield first[most], most


def _bodies(place: Place) -> list[str]:
    return list(dict.fromkeys(of for of, how in place.treaties if how == NameStrength.BODY))


def _is_meant(place: Place, folded: str, acts: ActWords, *, first: bool) -> bool:
    """Whether what follows may be of the body; not where papers are deposited "with" it."""
    before = folded[max(0, place.start - _WORD) : place.start].split()
    with_it = set(before[-2:]) & acts.grammar["with_a_party"]
    return (first or not with_it) and not _asks_who(place, folded, acts)


def _asks_who(place: Place, folded: str, acts: ActWords) -> bool:
    """Whether it is a word in a line of capitals: "WHO IS BOUND?"."""
    common = folded[place.start : place.end] in acts.grammar["common_words"]
    after = folded[place.end : place.end + _WORD].split()[:1]
    return common and bool(set(after) & acts.grammar["auxiliaries"])


def _is_a_rival(place: Place, lexicon: Lexicon) -> bool:
    """Whether it names a group or an organisation: "the European Union"."""
    participants = (lexicon.participants[of] for of, _ in place.participants)
    return bool(place.groups) or any(one.kind == "organisation" for one in participants)


@frozen
class _Sentence:
    """One sentence, and what it tells without saying of what."""

    inside: Sequence[Place]
    passage: Passage
    folded: str
    lexicon: Lexicon
    of: str

    @property
    def acts(self) -> ActWords:
        return self.lexicon.acts

    def tells(self) -> _Told:
        """Of what it tells: members, the treaty of the body, States that are or do so."""
        bare = [place for place in self.inside if self._is_bare(place.end)]
        standing = [place for place in bare if self._is_a_standing(place)]
        acts = [place for place in bare if self._is_an_act(place)]
        members = bool(standing) or self._names_members()
        its_treaty = self._names_its_treaty()
        consents = any(cue.kind is CueKind.RATIFY for place in bare for cue in place.cues)
        states = any(self._is_of_a_state(one, far=True) for one in standing) or any(
            self._is_of_a_state(one, far=False) for one in acts
        )
        consents = consents and not its_treaty
        return _Told(members, its_treaty, consents, states, members or its_treaty or states)

    def _is_a_standing(self, place: Place) -> bool:
        """Whether it says who belongs to a body, and not who is a party to a treaty."""
        party = _party(self.acts).search(self.folded, place.start, place.end)
        return party is None and any(
            cue.kind in _STANDING and cue.tense is not Tense.NOUN for cue in place.cues
        )

    def _names_members(self) -> bool:
        """Whether it counts members or speaks of membership: "no member", "its membership"."""
        found = _members(self.acts).finditer(self.folded, self.passage.start, self.passage.end)
        return any(
            not self._is_of_another(one.end()) and not self._others_have_it(one.start())
            for one in found
        )

    def _others_have_it(self, start: int) -> bool:
        """Whether something else is what has so many members: "the jury has nine members"."""
        before = self.folded[max(self.passage.start, start - _OWNER) : start]
        owner = _owner(self.acts).search(before)
        if owner is None or owner[1] in self.acts.grammar["body_noun"]:
            return False
        end = start - len(before) + owner.end(1)
        return not any(one.end == end and self.of in _bodies(one) for one in self.inside)

    def _names_its_treaty(self) -> bool:
        """Whether it names "the statute" that founds the body, and that was made or signed."""
        if not any(cue.kind in _OF_TREATIES for one in self.inside for cue in one.cues):
            return False
        title = self.lexicon.treaties[self.of].title.casefold().split()
        founds = self.acts.grammar["law_of_body"]
        found = _certain_noun(self.acts).finditer(self.folded, self.passage.start, self.passage.end)
        return any(
            (one[1] in founds or one[1] in title) and not self._is_of_another(one.end())
            for one in found
        )

    def _is_an_act(self, place: Place) -> bool:
        kinds = {cue.kind for cue in place.cues}
        if kinds & _GOING:
            return True
        last = self.folded[place.start : place.end].rpartition(" ")[2]
        given = any(cue.kind is CueKind.NOTICE for cue in self.acts.cues.get(last, ()))
        sent = any(cue.kind in _SENT for one in self.inside for cue in one.cues)
        return (given and CueKind.NOTIFY in kinds) or (CueKind.PAPER in kinds and sent)

    def _is_of_a_state(self, place: Place, *, far: bool) -> bool:
        """Whether a State is named before it, and nobody else that acts; ``far`` or close by."""
        for one in reversed(self.inside):
            if one.end > place.start:
                continue
            if {cue.kind for cue in one.cues} & _OTHERS:
                return False
            if one.participants:
                owned = _owns(one, self.folded) and not _is_a_noun(place)
                close = place.start - one.end <= _BETWEEN and not owned
                acting = any(kind in _ACTING for _, kind in one.participants)
                return acting and (far or close)
        return False

    def _is_bare(self, end: int) -> bool:
        """Whether nothing follows that it is of, or only the body and what it is called by."""
        if _bare(self.acts).match(self.folded, end) is not None:
            return True
        led = _led(self.acts).match(self.folded, end)
        return led is not None and self._leads_to_it(led.end())

    def _is_of_another(self, end: int) -> bool:
        """Whether it is said of what else it is: "members of the jury"."""
        led = _led(self.acts).match(self.folded, end)
        return led is not None and led[1] is not None and not self._leads_to_it(led.end())

    def _leads_to_it(self, end: int) -> bool:
        body = any(one.start == end and self.of in _bodies(one) for one in self.inside)
        return body or _called(self.acts).match(self.folded, end) is not None


def _is_a_noun(place: Place) -> bool:
    return any(cue.tense is Tense.NOUN or cue.kind is CueKind.PAPER for cue in place.cues)


def _owns(place: Place, folded: str) -> bool:
    """Whether something of the State is meant: "Chile's observers"."""
    return folded.startswith("'", place.end)


@grammar
def _party(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('led_as_party')})(?!\w)")


@grammar
def _members(acts: ActWords) -> re.Pattern[str]:
    """ "124 members", "no member", "Members: 124", "its membership"."""
    before, nouns = acts.any_of("before_member"), acts.any_of("members_of_body")
    counted = rf"(?:(?:(?<!\w)(?:{before})|\d)\s|(?<=\n)|(?<=[.:;]\s))(?:{nouns})(?!\w)"
    return re.compile(rf"{counted}|(?<!\w)(?:{acts.any_of('is_membership')})(?!\w)")


@grammar
def _owner(acts: ActWords) -> re.Pattern[str]:
    """Who has members, but for "it": "the jury still has some "."""
    one = rf"(?:{acts.any_of('article')})\s(?:[\w-]+\s){{0,2}}?([\w-]+)"
    return re.compile(rf"{one}\s(?:\w+\s)?(?:{acts.any_of('has_members')})\s(?:[\w-]+\s)*$")


@grammar
def _certain_noun(acts: ActWords) -> re.Pattern[str]:
    """The nouns for treaties that point to one: "the statute", "its charter"."""
    nouns = acts.cues_of(CueKind.TREATY_NOUN)
    founds = acts.any_of("law_of_body")
    return re.compile(rf"(?<!\w)(?:{acts.any_of('certain')})\s({founds}|{nouns})(?!\w)")


@grammar
def _bare(acts: ActWords) -> re.Pattern[str]:
    """The end of a part, or a word that tells when and how."""
    leads = any_of(acts.grammar["leads_out"] | acts.grammar["name_article"])
    follow = acts.any_of("without_object")
    told = rf"(?!(?:{leads})\s)(?:{follow}|\d+)(?!\w)|(?:{leads})\s\d"
    return re.compile(rf"\W*$|[.,;:!?)»”\"\n]|\s(?:[–—(-]|{told})")


@grammar
def _led(acts: ActWords) -> re.Pattern[str]:
    """What leads from an act to the body: " from the"."""
    return re.compile(rf"\s?(?:({any_of(acts.grammar['leads_out'])})\s)?{acts.maybe('article')}")


@grammar
def _called(acts: ActWords) -> re.Pattern[str]:
    """What a body is called by, or its treaty: "regional bloc", "constitution"."""
    nouns = any_of(acts.grammar["body_noun"] | acts.grammar["share_in_body"])
    treaty = acts.cues_of(CueKind.TREATY_NOUN)
    return re.compile(rf"(?:\w+\s)?(?:{nouns}|{treaty})(?!\w)")
