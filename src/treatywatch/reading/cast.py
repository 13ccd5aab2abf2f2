"""The cast of a clause: who stands in it, and whether they act or are only spoken of.

"Finland, Poland and the three Baltic states" is one party to the sentence; "Russia" in "threats from
Russia" or in "the Russian threat" is a bystander.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from treatywatch.reading.mentions import CueHit
from treatywatch.reading.spans import Mention, MentionKind
from treatywatch.reading.words_acts import ActWords, CueKind, Tense


class Stand(StrEnum):
    """How a party stands in its clause."""

    ACTS = "acts"  # where a subject or the owner of an act stands
    AGENT = "agent"  # after "by", "of", "from": acts where the act is a noun or passive
    ASIDE = "aside"  # a place, an opponent, a neighbour


@dataclass(frozen=True, slots=True)
class Party:
    """One participant or several joined by commas and "and"; vague ones ("five countries") have no ids.

    ``one`` tells that the words are singular ("the country"); ``group`` that a group was named.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    stand: Stand
    vague: bool = False
    one: bool = False
    group: str | None = None
    other: bool = False


_OFFICE_REACH = 4  # words within which the office that acts follows its country
_MANY = 9  # a larger group is named for its whole only after "all"


def cast(
    folded: str,
    start: int,
    end: int,
    people: tuple[Mention, ...],
    cues: tuple[CueHit, ...],
    acts: ActWords,
) -> tuple[Party, ...]:
    """The parties in a clause, in text order."""
    parties: list[Party] = []
    for mention in people:
        if mention.role == "place":
            continue
        party = _party(folded, start, end, mention, cues, acts)
        if parties and _joined(folded, parties[-1], party, acts):
            parties[-1] = _join(parties[-1], party)
        else:
            parties.append(party)
    vague = [_vague(folded, start, cue, acts) for cue in cues if cue.kind in _STATES]
    named = [(p.start, p.end) for p in parties if not p.vague]
    vague = [v for v in vague if not any(s <= v.start < e + 2 for s, e in named)]
    return _exemplified(folded, sorted((*parties, *vague), key=lambda p: p.start), acts)


def _exemplified(folded: str, parties: list[Party], acts: ActWords) -> tuple[Party, ...]:
    """Vague parties that are at once spelt out ("nations like China and Russia") become named ones."""
    whole: list[Party] = []
    for party in parties:
        last = whole[-1] if whole else None
        if last is not None and last.vague and party.ids:
            gap = folded[last.end : party.start]
            if _like(acts).fullmatch(gap):
                whole[-1] = Party(last.start, party.end, party.ids, last.stand, group=last.group)
                continue
        whole.append(party)
    return tuple(whole)


@cache
def _like(acts: ActWords) -> re.Pattern[str]:
    words = [f for f, cues in acts.cues.items() if any(c.kind is CueKind.INCLUDE for c in cues)]
    return re.compile(rf"[\s,-]*(?:{'|'.join(map(re.escape, sorted(words)))})\s+(?:the\s+)?")


_STATES = frozenset({CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE, CueKind.COUNTRY})


def _party(
    folded: str, start: int, end: int, mention: Mention, cues: tuple[CueHit, ...], acts: ActWords
) -> Party:
    stand = _stand(folded, start, end, mention, cues, acts)
    if mention.kind is MentionKind.GROUP and _too_many(folded, mention, acts):
        other = _excludes(folded[max(start, mention.start - 60) : mention.start], acts)
        return Party(mention.start, mention.end, (), stand, vague=True, other=other)
    name = folded[mention.start : mention.end] if mention.kind is MentionKind.GROUP else None
    return Party(mention.start, mention.end, mention.ids, stand, group=name)


def _too_many(folded: str, mention: Mention, acts: ActWords) -> bool:
    before = folded[max(0, mention.start - 14) : mention.start].split()
    return len(mention.ids) > _MANY and not set(before[-2:]) & acts.grammar["everyone"]


def _vague(folded: str, start: int, cue: CueHit, acts: ActWords) -> Party:
    before = folded[max(start, cue.start - 60) : cue.start]
    stand = _stand_by_word(before, start >= cue.start - 60, acts)
    other = _excludes(before, acts)
    owned = before.split()[-1:] and before.split()[-1] in acts.grammar["possessive"]
    one = cue.kind is not CueKind.STATE_NOUN or bool(owned)
    return Party(cue.start, cue.end, (), stand, vague=True, one=one, other=other)


def _excludes(before: str, acts: ActWords) -> bool:
    """Whether "other" or the like stands among the words before a group."""
    return bool(set(before.split()[-4:]) & acts.grammar["excluding"])


def _stand(
    folded: str, start: int, end: int, mention: Mention, cues: tuple[CueHit, ...], acts: ActWords
) -> Stand:
    before = folded[max(start, mention.start - 60) : mention.start]
    stand = _stand_by_word(before, start >= mention.start - 60, acts)
    if any(c.kind is CueKind.URGING and 0 < mention.start - c.end <= 5 for c in cues):
        stand = Stand.ACTS  # "called on Lithuania to"
    possessive = _POSSESSIVE.match(folded, mention.end)
    if possessive or mention.role == "adjective":
        owned_from = possessive.end() if possessive else mention.end
        if _owns_noun(folded, owned_from, end, cues):
            return Stand.ACTS
        if not _owns_office(folded, owned_from, end, acts):
            return Stand.ASIDE
    return stand


_POSSESSIVE = re.compile(r"'s?(?=\s)")


@cache
def _last_words(acts: ActWords) -> re.Pattern[str]:
    """The last two words before a name, past its articles and numbers."""
    skipped = acts.any_of("before_name")
    return re.compile(rf"([\w'-]+\s+)?([\w'-]+)\s+(?:(?:{skipped}|\d{{1,3}}(?:[.,]\d+)*)\s+)*$")


def _stand_by_word(before: str, from_start: bool, acts: ActWords) -> Stand:  # noqa: FBT001
    """Judge by the word before the name; the first word of a clause only opens it."""
    match = _last_words(acts).search(before)
    if match is None:
        return Stand.ACTS
    word = match[2]
    if from_start and not before[: match.start(2)].strip():
        return Stand.AGENT if word in acts.grammar["agent_first"] else Stand.ACTS
    previous = (match[1] or "").strip()
    if word == "of" and previous in _heads(acts):
        return Stand.ACTS
    if word in acts.grammar["agent"]:
        return Stand.AGENT
    if previous.isdigit():
        return Stand.ACTS  # "from 16 October on Angola will be"
    return Stand.ASIDE if word in acts.grammar["adjunct"] else Stand.ACTS


@cache
def _heads(acts: ActWords) -> frozenset[str]:
    kinds = {CueKind.PARLIAMENT, CueKind.GOVERNMENT, CueKind.PRESIDENT, CueKind.MINISTER}
    kinds |= {CueKind.PEOPLE, CueKind.STATE_NOUN}
    nouns = (f for f, cues in acts.cues.items() if any(c.kind in kinds for c in cues))
    return frozenset((*nouns, *acts.grammar["office"], *acts.grammar["quantifier"]))


_WORD = re.compile(r"[\w'.-]+")


def _owns_office(folded: str, start: int, end: int, acts: ActWords) -> bool:
    """Whether an office ("president") follows within a few words."""
    return any(word in acts.grammar["office"] for word, _ in _owned(folded, start, end))


def _owns_noun(folded: str, start: int, end: int, cues: tuple[CueHit, ...]) -> bool:
    """Whether a noun for an act ("withdrawal") follows within a few words."""
    reach = max((stop for _, stop in _owned(folded, start, end)), default=start)
    nouns = (c for c in cues if start <= c.start < reach and c.tense is Tense.NOUN)
    return any(c.kind is not CueKind.VIOLATE for c in nouns)


def _owned(folded: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for number, word in enumerate(_WORD.finditer(folded, start, end)):
        if number >= _OFFICE_REACH or "," in folded[start : word.start()]:
            return
        yield word[0], word.end()


@cache
def _between(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,;/&()'-]|'s\b|\b(?:{acts.any_of('between')})\b)*")


def _joined(folded: str, one: Party, other: Party, acts: ActWords) -> bool:
    if one.vague != other.vague or other.start - one.end > 60:
        return False
    gap = folded[one.end : other.start]
    return gap.strip() != "" and _between(acts).fullmatch(gap) is not None


def _join(one: Party, other: Party) -> Party:
    stand = one.stand if one.stand is not Stand.ASIDE or other.stand is Stand.ASIDE else one.stand
    ids = tuple(dict.fromkeys((*one.ids, *other.ids)))
    return Party(one.start, other.end, ids, stand, one.vague, group=one.group or other.group)
