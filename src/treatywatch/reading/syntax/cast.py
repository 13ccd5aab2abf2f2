"""The cast of a clause: who stands in it, and whether they act or are only spoken of.

"Finland, Poland and the three Baltic states" is one party to the sentence; "Russia" in "threats
from Russia" or in "the Russian threat" is a bystander.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.companions import companions, has_companions, parted_by_companions
from treatywatch.reading.syntax.described_as import only_describes
from treatywatch.reading.syntax.done_to import DoneTo, is_informed
from treatywatch.reading.syntax.words_before import (
    by_example,
    in_a_list,
    in_contrast,
    is_topic,
    last_words,
    set_beside,
)
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention, MentionKind
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense
from treatywatch.values import frozen


class Stand(StrEnum):
    """How a party stands in its clause."""

    ACTS = "acts"  # where a subject or the owner of an act stands
    AGENT = "agent"  # after "by", "of", "from": acts where the act is a noun or passive
    ASIDE = "aside"  # a place, an opponent, a neighbour


@frozen
class Party:
    """One participant, or several joined by commas and "and"; a vague one has no ids.

    Vague are "five countries" and "the country"; ``one`` tells that the words mean a single State
    or the subject's own ("their countries"), ``other`` that they leave somebody out ("other
    nations"). ``group`` holds the words of a group that was named.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    stand: Stand
    vague: bool = False
    one: bool = False
    group: str | None = None
    other: bool = False

    @property
    def understood(self) -> bool:
        """Whether no words in the clause name it: the subject that a clause comes back to."""
        return self.start == self.end


_STATES = frozenset({CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE, CueKind.COUNTRY})
_OFFICES = frozenset({CueKind.PARLIAMENT, CueKind.GOVERNMENT, CueKind.PRESIDENT})
_OFFICIALS = _OFFICES | {CueKind.MINISTER}
_HEADS = _OFFICES | {CueKind.MINISTER, CueKind.PEOPLE, CueKind.STATE_NOUN}
_OWN_ACTS = frozenset({CueKind.EXIT, CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN})
_OFFICE_REACH = 4  # words within which the office that acts follows its country
_MANY = 9  # a larger group is named for its whole only after "all"
_WHOLE = 4  # words of "of all the three" before a group
_NEXT = 3  # characters between a name and the act beside it
_STEM = 2  # letters that a name has at least before an ending
_CONTRAST = 4  # words of "w przeciwieństwie do"
_HANDED = frozenset({CueKind.NOTIFY, CueKind.HAND_IN})
_LOOK_BACK = 60  # characters before a name that tell how it stands
_AS_WHAT = 4  # words of "als einer der ersten" before a noun for States
_LIST_GAP = 60  # characters between two members of one list


def cast(
    folded: str,
    span: tuple[int, int],
    people: tuple[Mention, ...],
    cues: tuple[CueHit, ...],
    acts: ActWords,
) -> tuple[Party, ...]:
    """The parties in a clause, in text order."""
    casting = _Casting(folded, span[0], span[1], cues, acts)
    parties: list[Party] = []
    place = None
    for mention in people:
        listed = place is not None and _in_one_list(folded, place.end, mention.start)
        seat = mention.role == "place" and casting.is_seat(mention)
        if (mention.role == "place" and not seat) or (listed and mention.role == "capital"):
            place = mention
            continue
        party = casting.party(mention)
        if casting.is_told(mention, parties):
            party = replace(party, stand=Stand.ASIDE)
        if parties and _is_its_leader(folded, parties[-1], party):
            party = replace(party, stand=parties[-1].stand)
        span_of = (party.start, party.end)
        if party.group and parties and only_describes(folded, parties[-1].end, span_of, acts):
            continue
        if parties and casting.is_a_whole(parties[-1], party):
            parties[-1] = replace(parties[-1], stand=Stand.ASIDE)
            parties.append(party)
        elif (
            parties
            and _joined(folded, parties[-1], party, acts)
            and not casting.begins_anew(parties[-1], party)
        ):
            spelt_out = " - " in folded[parties[-1].end : party.start] and parties[-1].group
            known = replace(parties[-1], ids=()) if spelt_out else parties[-1]
            parties[-1] = _join(known, party, folded, acts)
        else:
            parties.append(party)
    named = [(p.start, p.end) for p in parties if not p.vague]
    acting = any(p.ids and p.stand is Stand.ACTS for p in parties)
    nouns = (c for c in cues if casting.stands_for_states(c))
    vague = [casting.vague(c) for c in nouns if not (acting and casting.is_what(c))]
    told = {v.start for v in vague}
    with_them = companions(acts, folded, span, people, cues)
    vague += [casting.companions(*one) for one in with_them if one[0] not in told]
    vague = [v for v in vague if not any(s <= v.start < e + 2 for s, e in named)]
    named_alike = _likened(folded, parties, acts)
    return _exemplified(folded, sorted((*named_alike, *vague), key=lambda p: p.start), acts)


@frozen
class _Casting:
    """One clause while its parties are told."""

    folded: str
    start: int
    end: int
    cues: tuple[CueHit, ...]
    acts: ActWords

    def party(self, mention: Mention) -> Party:
        """The party that a mention makes; a group too large to be meant whole is a vague one."""
        stand = Stand.ACTS if self.is_seat(mention) else self._stand(mention)
        if mention.kind is not MentionKind.GROUP:
            return Party(mention.start, mention.end, mention.ids, stand)
        before = self._before(mention.start).split()
        if self._is_one_of_them(mention):
            return Party(mention.start, mention.end, (), stand, vague=True, one=True)
        words = self.folded[mention.start : mention.end]
        told = {*before[-2:], words.partition(" ")[0]}  # "all the | EU members", "every EU member"
        nearly = set(before[-2:]) & self.acts.grammar.get("nearly_all", frozenset())
        few_or_all = len(mention.ids) <= _MANY or told & self.acts.grammar["everyone"]
        if nearly or not few_or_all:
            other = self._excludes(before)
            return Party(mention.start, mention.end, (), stand, vague=True, other=other)
        return Party(mention.start, mention.end, mention.ids, stand, group=words)

    def is_told(self, mention: Mention, before: list[Party]) -> bool:
        """Whether somebody else gives it notice: "США уведомили Россию о выходе"."""
        told = any(c.kind is CueKind.NOTIFY and c.end + 1 == mention.start for c in self.cues)
        span, name = (self.start, self.end), (mention.start, mention.end)
        told = told or is_informed(self.acts, self.folded, span, name)
        return told and any(p.ids and p.stand is Stand.ACTS for p in before)

    def is_a_whole(self, party: Party, following: Party) -> bool:
        """Whether a group only tells among whom: "Of the three Baltic republics, Latvia alone"."""
        words = self.folded[self.start : party.start].split()
        if not party.group or not words or words[0] not in self.acts.grammar["of_a_total"]:
            return False
        gap = self.folded[party.end : following.start].split()
        apart = self.folded.startswith(", ", party.end)
        return len(words) <= _WHOLE and (apart or set(gap) <= self.acts.grammar["name_article"])

    def begins_anew(self, last: Party, party: Party) -> bool:
        """Whether one alone goes on after a list: "so have Chad and Fiji, and India has never"."""
        if not self.folded.startswith(", ", last.end):
            return False
        if self._sets_apart(self._before(last.start)):
            rest = self.folded[party.end : self.end]
            return (
                not rest.startswith(",") and not set(rest.split()[:1]) & self.acts.grammar["joins"]
            )
        gap = self.folded[last.end : party.start].replace(",", " ").split()
        joined = bool(set(gap) & self.acts.grammar["joins"])
        aside = last.stand is not Stand.ACTS and not joined  # "in the Soviet Union, Estonia is"
        if not aside and not (joined and len(last.ids) > 1):
            return False
        after = self.folded[party.end : self.end].split()[:1]
        return len(party.ids) == 1 and bool(set(after) & self.acts.grammar["verb_of_one"])

    def _is_one_of_them(self, mention: Mention) -> bool:
        """Whether the words mean one member of a group: "the Baltic country"; not "every" one."""
        words = self.folded[mention.start : mention.end]
        if words.partition(" ")[0] in self.acts.grammar["everyone"]:
            return False
        singular = {CueKind.COUNTRY, CueKind.STATE_NOUN_ONE}
        last = self.folded[mention.start : mention.end].rpartition(" ")[2]
        if any(cue.kind in singular for cue in self.acts.cues.get(last, ())):
            return True
        nouns = (c for c in self.cues if 0 < c.start - mention.end <= _NEXT)
        return any(c.kind in singular for c in nouns)

    def is_seat(self, mention: Mention) -> bool:
        """Whether a place is where an office sits: "the government in Vilnius"."""
        if mention.role != "place":
            return False
        heads = (c for c in self.cues if c.kind in _OFFICES and c.end < mention.start)
        gaps = (self.folded[c.end : mention.start].split() for c in heads)
        return any(len(gap) == 1 and gap[0] in self.acts.grammar["place"] for gap in gaps)

    def stands_for_states(self, cue: CueHit) -> bool:
        """Whether it is a noun for States, and none for one where it is counted: "две страны"."""
        if cue.kind not in _STATES:
            return False
        twins = (c for c in self.cues if (c.start, c.end) == (cue.start, cue.end))
        either = any(c.kind is CueKind.STATE_NOUN for c in twins)
        if cue.kind is CueKind.STATE_NOUN or not either:
            return True
        last = self._before(cue.start).split()[-1:]
        counts = self.acts.grammar["before_name"] | self.acts.grammar["vague"]
        return not (set(last) & counts or any(word.isdigit() for word in last))

    def vague(self, cue: CueHit) -> Party:
        """The party that a noun for States makes: "several nations", "the country"."""
        before = self._before(cue.start).split()
        owned = before[-1:] != [] and before[-1] in self.acts.grammar["possessive"]
        return Party(
            cue.start,
            cue.end,
            (),
            self._stand_by_word(cue.start),
            vague=True,
            one=cue.kind is not CueKind.STATE_NOUN or owned,
            other=self._excludes(before),
        )

    def companions(self, start: int, end: int) -> Party:
        """The party that "its allies" makes, whosever they are."""
        return Party(start, end, (), self._stand_by_word(start), vague=True, other=True)

    def is_what(self, noun: CueHit) -> bool:
        """Whether a noun for States only says as what the subject acts: "als fünfzigster Staat"."""
        before = self._before(noun.start).split()
        return bool(set(before[-_AS_WHAT:]) & self.acts.grammar["as_what"])

    def _before(self, offset: int) -> str:
        return self.folded[max(self.start, offset - _LOOK_BACK) : offset]

    def _excludes(self, before: list[str]) -> bool:
        return bool(set(before[-4:]) & self.acts.grammar["excluding"])

    def _stand(self, mention: Mention) -> Stand:
        stand = Stand.ASIDE if self._stands_aside(mention) else self._stand_by_word(mention.start)
        if mention in DoneTo(self.acts, self.folded, self.start, self.end, self.cues):
            stand = Stand.ASIDE
        if has_companions(self.acts, self.folded, mention, self.end):
            return Stand.ASIDE
        if any(c.kind is CueKind.URGING and 0 < mention.start - c.end <= 5 for c in self.cues):
            stand = Stand.ACTS  # "called on Lithuania to"
        if mention.role == "adjective" and self._after_its_act(mention):
            return Stand.ACTS
        possessive = _POSSESSIVE.match(self.folded, mention.end)
        owner = mention.role == "name" and self._is_genitive(mention)
        if possessive is None and mention.role != "adjective" and not owner:
            return stand
        owned = list(self._owned(possessive.end() if possessive else mention.end))
        if self._names_an_act(owned):
            return Stand.ACTS
        if owner and self._beside_an_act(mention):
            return stand
        if self._after_office(mention.start):
            return Stand.ACTS
        office = any(w[0] in self.acts.grammar["office"] for w in owned) or self._is_office(owned)
        return stand if office else Stand.ASIDE

    def _after_its_act(self, mention: Mention) -> bool:
        """Whether an adjective follows the act that is its State's: "la retirada japonesa"."""
        if not self.acts.syntax.subject_after:
            return False
        nouns = (c for c in self.cues if c.tense is Tense.NOUN and c.kind in _OWN_ACTS)
        return any(mention.start - c.end == 1 for c in nouns)

    def _is_office(self, owned: list[re.Match[str]]) -> bool:
        """Whether an office ("defence ministers") is among the words."""
        if not owned or not self.acts.syntax.owner_endings:
            return False
        start, end = owned[0].start(), owned[-1].end()
        return any(c.kind in _OFFICIALS and start <= c.start < end for c in self.cues)

    def _after_office(self, offset: int) -> bool:
        """Whether the office stands before its country: "ministros de Defensa de Estonia"."""
        heads = [c for c in self.cues if c.kind in _OFFICIALS and self.start <= c.start < offset]
        if not heads or heads[-1].end > offset:
            return False
        gap = self.folded[heads[-1].end : offset].replace("'", "' ").split()
        if not gap:
            return True
        owned = gap[-1].rstrip("'") in self.acts.grammar["genitive"]
        return owned and len(gap) <= _OFFICE_REACH and not any(w[-1] in ",;" for w in gap)

    def _stands_aside(self, mention: Mention) -> bool:
        """Whether the ending of a name makes it a place or a source: "Suomessa"."""
        if mention.role in {"name", "capital"}:
            endings = self.acts.syntax.aside_endings
            if not self._is_whole(mention) and self._ends_in(mention, endings):
                return True
            if self._is_handed_to(mention):
                return True
            following = _WORD.match(self.folded, mention.end + 1, self.end)
            return following is not None and following[0] in self.acts.grammar["adjunct_after"]
        return False

    def _is_handed_to(self, mention: Mention) -> bool:
        """Whether a paper goes to it: "Vācija Portugālei iesniedza", not "Latvijai iesniedzot"."""
        if mention.start <= self.start:
            return False
        if not self._ends_in(mention, self.acts.syntax.given_endings):
            return False
        handed = (c for c in self.cues if c.kind in _HANDED and c.tense is not Tense.NOUN)
        return any(-_NEXT <= c.start - mention.end <= _NEXT for c in handed)

    def _is_genitive(self, mention: Mention) -> bool:
        """Whether the ending of a name tells an owner: "Finnlands", but not "Honduras"."""
        return not self._is_whole(mention) and self._ends_in(
            mention, self.acts.syntax.owner_endings
        )

    def _is_whole(self, mention: Mention) -> bool:
        """Whether the name ends so by itself: "Iran" in Finnish, where "Suomen" is "Finland's"."""
        return self.folded[mention.start : mention.end] in self.acts.syntax.whole_names

    def _ends_in(self, mention: Mention, endings: tuple[str, ...]) -> bool:
        if not endings:
            return False
        form = self.folded[mention.start : mention.end]
        return any(form.endswith(e) and len(form) > len(e) + _STEM for e in endings)

    def _beside_an_act(self, mention: Mention) -> bool:
        """Whether a noun for an act stands before the name, or a verb or a list after it."""
        before = (c for c in self.cues if 0 < mention.start - c.end <= _NEXT)
        after = (c for c in self.cues if 0 < c.start - mention.end <= _NEXT)
        acts = any(c.tense is Tense.NOUN for c in before)
        return acts or any(c.tense in {Tense.PAST, Tense.PRESENT} for c in after)

    def _sets_apart(self, before: str) -> bool:
        """Whether the clause opens with "unlike" or the like, and small words to the name."""
        words, use = before.split(), self.acts.grammar
        for length in range(1, min(len(words), _CONTRAST) + 1):
            if " ".join(words[:length]) in use["contrast"]:
                small = use["article"] | use["genitive"] | use["adjunct"]
                return set(words[length:]) <= small
        return False

    def _stand_by_word(self, offset: int) -> Stand:
        """Judge by the word before the name; the first word of a clause only opens it."""
        before = self._before(offset)
        match = last_words(self.acts).search(before)
        if match is None:
            return Stand.ACTS
        word, previous = match[2], (match[1] or "").strip()
        opens = self.start >= offset - _LOOK_BACK and not before[: match.start(2)].strip()
        if is_topic(self.acts, self.folded, self.start, offset):
            return Stand.ACTS
        within = before.rpartition(", ")[2]  # "hat Wien, anders als Berlin, nicht gekündigt"
        if within != before and self._sets_apart(within) and len(within.split()) > 1:
            return Stand.ASIDE
        if self.start >= offset - _LOOK_BACK and self._sets_apart(before):
            return Stand.ASIDE
        if opens:
            return Stand.AGENT if word in self.acts.grammar["agent_first"] else Stand.ACTS
        if word == "of" and previous in _heads(self.acts):
            return Stand.ACTS
        if word in self.acts.grammar["genitive"] and self._after_office(offset):
            return Stand.ACTS
        if {word, previous} & self.acts.grammar["ranks_after"] and self._is_ranked(before):
            return Stand.ASIDE  # "the second NATO state after Latvia to take the step"
        if word in self.acts.grammar["agent"]:
            return Stand.AGENT
        if previous.isdigit():
            return Stand.ACTS  # "from 16 October on Angola will be"
        return Stand.ASIDE if word in self.acts.grammar["adjunct"] else Stand.ACTS

    def _is_ranked(self, before: str) -> bool:
        """Whether a rank and a noun for States stand before: "the second NATO state"."""
        words = set(before.split()) & self.acts.grammar["rank"]
        return bool(words) and any(c.kind in _STATES for c in self.cues)

    def _owned(self, start: int) -> Iterator[re.Match[str]]:
        """The few words after an owner or an adjective, up to a comma."""
        for number, word in enumerate(_WORD.finditer(self.folded, start, self.end)):
            if number >= _OFFICE_REACH or "," in self.folded[start : word.start()]:
                return
            yield word

    def _names_an_act(self, owned: list[re.Match[str]]) -> bool:
        """Whether an act is among the words: "Poland's exit", "Ukraine's attempt to leave"."""
        if not owned:
            return False
        start, end = owned[0].start(), owned[-1].end()
        inside = [c for c in self.cues if start <= c.start < end and c.kind is not CueKind.VIOLATE]
        led = {word.end() for word in owned if word[0] in self.acts.grammar["to_act"]}
        return any(
            c.tense is Tense.NOUN or (c.tense is Tense.BASE and c.start - 1 in led) for c in inside
        )


def _is_its_leader(folded: str, one: Party, other: Party) -> bool:
    """Whether a name follows its office: "a visit by | Israeli Prime Minister Netanyahu"."""
    gap = folded[one.end : other.start]
    beside = one.stand is Stand.AGENT and one.ids == other.ids and other.stand is Stand.ACTS
    return beside and 1 < len(gap) <= _OFFICE and gap.replace(" ", "").isalpha()


_OFFICE = 40  # characters of " Prime Minister and Defence Minister "


def _in_one_list(folded: str, end: int, start: int) -> bool:
    """Whether two places stand in one list: "in London, Moscow and Washington"."""
    return _COMMA.fullmatch(folded, end, start) is not None


_COMMA = re.compile(r",?\s(?:\w{1,3}\s)?")
_POSSESSIVE = re.compile(r"'s?(?=\s)")
_WORD = re.compile(r"[\w'.-]+")


@grammar
def _heads(acts: ActWords) -> frozenset[str]:
    """Words before "of" that leave what follows the one who acts: "members of", "none of"."""
    return frozenset(
        (*acts.forms_of(*_HEADS), *acts.grammar["office"], *acts.grammar["quantifier"])
    )


def _exemplified(folded: str, parties: list[Party], acts: ActWords) -> tuple[Party, ...]:
    """Vague parties that are at once spelt out become named: "nations like China and Russia"."""
    whole: list[Party] = []
    for party in parties:
        last = whole[-1] if whole else None
        spells_out = last is not None and last.vague and bool(party.ids)
        if (
            last is None
            or not spells_out
            or not by_example(acts).fullmatch(folded, last.end, party.start)
        ):
            whole.append(party)
            continue
        whole[-1] = Party(last.start, party.end, party.ids, last.stand, group=last.group)
    return tuple(whole)


def _likened(folded: str, parties: list[Party], acts: ActWords) -> list[Party]:
    """A subject together with those set beside it: "Russia, like China, has never joined"."""
    whole: list[Party] = []
    for party in parties:
        last = whole[-1] if whole else None
        alike = last is not None and bool(last.ids and party.ids) and last.stand is Stand.ACTS
        apart = alike and folded.startswith(",", party.end)
        beside = last and set_beside(acts).fullmatch(folded, last.end, party.start)
        if last is None or not (apart and beside):
            whole.append(party)
            continue
        ids = tuple(dict.fromkeys((*last.ids, *party.ids)))
        whole[-1] = replace(last, end=party.end, ids=ids)
    return whole


def _joined(folded: str, one: Party, other: Party, acts: ActWords) -> bool:
    if one.vague != other.vague or other.start - one.end > _LIST_GAP:
        return False
    gap = folded[one.end : other.start]
    if not one.group and parted_by_companions(acts, folded, one.end, other.start):
        return False  # "Russia's ally Belarus", "Norway, a neighbour of Russia"
    if gap == " " and one.group and set(other.ids) <= set(one.ids):
        return True  # "the Baltic states Estonia, Latvia and Lithuania"
    owners = acts.syntax.owner_endings
    ends = (one.end, other.end)
    alike = bool(owners) and all(folded.endswith(owners, 0, end) for end in ends)
    turned = other.stand is Stand.ASIDE and one.stand is Stand.ACTS and not alike
    if turned and gap.strip() == ",":
        return False  # "Belarus, Moscow's ally"
    if one.stand is Stand.ASIDE and other.stand is Stand.ACTS and gap.startswith(","):
        bare = acts.syntax.object_before  # no comma parts "Nach Estland" from its main clause
        return bare or _contrasted(folded, one, acts) is None  # "Unlike Germany, France"
    return gap.strip() != "" and in_a_list(acts).fullmatch(gap) is not None


def _contrasted(folded: str, one: Party, acts: ActWords) -> re.Match[str] | None:
    """The word before a name that sets somebody apart from the subject that follows."""
    return in_contrast(acts).search(folded, max(0, one.start - _LOOK_BACK), one.start)


def _join(one: Party, other: Party, folded: str, acts: ActWords) -> Party:
    """The two as one party; "Latvia's Saeima" stands as the Saeima does."""
    ids = tuple(dict.fromkeys((*one.ids, *other.ids)))
    owners, gap = acts.syntax.owner_endings, folded[one.end : other.start].strip()
    last = bool(owners) and folded.endswith(owners, 0, one.end)  # "Viron ja Latvian ero"
    last = last and one.stand is Stand.ASIDE
    owned = gap.startswith("'") and "," not in gap
    stand = other.stand if last or owned else one.stand
    return Party(one.start, other.end, ids, stand, one.vague, group=one.group or other.group)
