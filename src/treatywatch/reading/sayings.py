"""Verbs and phrases of saying in one sentence, each with its speaker and with what is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from treatywatch.reading.spans import Manner, Passage, PassageKind
from treatywatch.reading.speakers import (
    Speaker,
    has_head,
    speaker_after,
    speaker_before,
    speaker_words,
)
from treatywatch.reading.wording import any_of
from treatywatch.reading.words import Words

_SHORT_TAIL = 8  # words after a verb at the end of a sentence that are no speech of their own
_LEAST_SAID = 12  # characters
_LEAST_WORDS = 3  # words after a speaker in mid-sentence with which the sentence goes on


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with its speaker; ``start``/``end`` bound what is said, ``whole`` the clause with both."""

    manner: Manner
    cue_start: int
    cue_end: int
    speaker: Speaker | None
    start: int
    end: int
    whole_start: int
    whole_end: int

    def by(self, speaker: Speaker) -> "Saying":
        """The same, by the speaker whom a reference back means."""
        return replace(self, speaker=speaker)


@dataclass(frozen=True, slots=True)
class _Cues:
    verb: re.Pattern[str]
    participle: re.Pattern[str]
    attribution: re.Pattern[str]
    at_head: re.Pattern[str]
    passive: re.Pattern[str]
    inverse: re.Pattern[str]
    also_noun: re.Pattern[str]
    opens_content: re.Pattern[str]
    not_before: re.Pattern[str]
    be_before: re.Pattern[str]
    that: re.Pattern[str]


def find_sayings(
    text: str, masked: str, nameless: str, passage: Passage, words: Words
) -> list[Saying]:
    """The sayings of one passage in order.

    In ``masked`` quotations are blotted out, in ``nameless`` the names of States and treaties too:
    "the United States" says nothing by itself.
    """
    cues = _cues(words)
    found = list(_attributions(text, masked, nameless, passage, words, cues))
    floor = passage.start
    for match in cues.verb.finditer(nameless, passage.start, passage.end):
        if any(one.whole_start <= match.start() < one.cue_end for one in found):
            continue
        saying = _saying(text, masked, passage, match, floor, words)
        if saying is not None:
            found.append(saying)
            floor = match.end()
    found.sort(key=lambda one: one.cue_start)
    return _with_participles(masked, passage, _bounded(found), cues)


def _saying(
    text: str,
    masked: str,
    passage: Passage,
    match: re.Match[str],
    floor: int,
    words: Words,
) -> Saying | None:
    cues = _cues(words)
    manner = Manner(match.lastgroup or Manner.SAYING)
    if cues.inverse.fullmatch(match.group()):
        return _inverse(text, masked, passage, match, words)
    before = masked[max(floor, match.start() - 24) : match.start()]
    if cues.be_before.search(before):
        return _passive(text, masked, passage, match, words)
    if cues.not_before.search(before):
        return None
    speaker = speaker_before(text, masked, floor, match.start(), words)
    if cues.also_noun.fullmatch(match.group()) and not _is_verb(
        text, masked, match, passage, words
    ):
        return None
    if speaker is not None and cues.also_noun.fullmatch(match.group()):
        speaker = speaker if has_head(text, speaker, words) else None
    if speaker is not None:
        return _by_subject(masked, passage, match, speaker, words)
    if re.search(r"[\0,]\s*$", before) and match.start() - passage.start > _LEAST_SAID:
        speaker = speaker_after(text, masked, match.end(), passage.end, words)
        if speaker is not None:
            return _said_before(passage, match, speaker, manner, match.start())
    return None


def _is_verb(text: str, masked: str, match: re.Match[str], passage: Passage, words: Words) -> bool:
    """Whether a word that may be a noun ("states") is followed as a verb of saying is."""
    if _cues(words).opens_content.match(masked, match.end(), passage.end):
        return True
    after = text[match.end() : match.end() + 2]
    if after[:1].isspace() and after[1:].isupper():
        return passage.kind is not PassageKind.HEADLINE
    ends = re.match(r"\s*(?:[.,]|$)", text[match.end() : passage.end])
    return bool(ends) and "\0" in masked[passage.start : match.start()]


def _by_subject(
    masked: str, passage: Passage, match: re.Match[str], speaker: Speaker, words: Words
) -> Saying:
    manner = Manner(match.lastgroup or Manner.SAYING)
    lead = masked[passage.start : speaker.start].rstrip()
    tail = masked[match.end() : passage.end]
    stops = bool(re.match(r"\s*(?:[,.;\0]|$)", tail))
    aside = bool(speaker_words(words).aside.match(masked, match.end(), passage.end))
    short = aside and len(tail.split()) <= _SHORT_TAIL and "\0" not in tail
    if len(lead) > _LEAST_SAID and lead[-1] in ",\0" and (stops or short):
        if stops and len(tail.split()) > _SHORT_TAIL:  # "Russia, they added, had had"
            start, end = passage.start, passage.end
            return Saying(manner, *match.span(), speaker, start, end, start, end)
        return _said_before(passage, match, speaker, manner, speaker.start)
    start = match.end() + len(tail) - len(tail.lstrip(" ,:"))
    return Saying(manner, *match.span(), speaker, start, passage.end, speaker.start, passage.end)


def _said_before(
    passage: Passage, match: re.Match[str], speaker: Speaker, manner: Manner, end: int
) -> Saying:
    return Saying(
        manner,
        *match.span(),
        speaker,
        passage.start,
        end,
        passage.start,
        max(match.end(), speaker.end),
    )


def _passive(
    text: str, masked: str, passage: Passage, match: re.Match[str], words: Words
) -> Saying | None:
    """ "were urged by campaigners": what is said is the rest of the sentence."""
    by = _cues(words).passive.match(masked, match.end(), passage.end)
    speaker = by and speaker_after(text, masked, by.end(), passage.end, words)
    if not by or not speaker:
        return None
    manner = Manner(match.lastgroup or Manner.SAYING)
    whole = passage.start, passage.end
    return Saying(manner, *match.span(), speaker, passage.start, passage.end, *whole)


def _inverse(
    text: str, masked: str, passage: Passage, match: re.Match[str], words: Words
) -> Saying | None:
    """ "sparked outrage among defenders": the speaker is the object."""
    speaker = speaker_after(text, masked, match.end(), passage.end, words)
    if speaker is None:
        return None
    whole = match.start(), passage.end
    return Saying(Manner.BACKING, *match.span(), speaker, *whole, *whole)


def _attributions(
    text: str, masked: str, nameless: str, passage: Passage, words: Words, cues: _Cues
) -> Iterator[Saying]:
    for match in cues.attribution.finditer(masked, passage.start, passage.end):
        speaker = speaker_after(text, masked, match.end(), passage.end, words)
        if speaker is None:
            continue
        whole = passage.start, passage.end
        if match.start() - passage.start <= 2:
            start = masked.find(",", speaker.end, passage.end)
            start = speaker.end if start < 0 else start + 1
            yield Saying(Manner.SAYING, *match.span(), speaker, start, passage.end, *whole)
        else:
            goes_on = len(masked[speaker.end : passage.end].split()) > _LEAST_WORDS
            end = passage.end if goes_on else match.start()
            yield Saying(Manner.SAYING, *match.span(), speaker, passage.start, end, *whole)
    head = cues.at_head.match(masked, passage.start, passage.end)
    speaker = head and speaker_after(text, masked, head.end(), passage.end, words)
    named = speaker is not None and "\0" in nameless[speaker.start : speaker.end]
    if head and speaker and not named and (speaker.pronoun or speaker.kind == "person"):
        comma = masked.find(",", speaker.end, passage.end)
        if comma == speaker.end or (comma > 0 and speaker.kind == "person"):
            said = masked.rfind(",", speaker.end, min(passage.end, speaker.end + 90)) + 1
            whole = passage.start, passage.end
            yield Saying(Manner.OPINION, *head.span(), speaker, said, passage.end, *whole)


def _bounded(sayings: list[Saying]) -> list[Saying]:
    """End what one speaker says where the next speaker of the sentence begins."""
    bounded: list[Saying] = []
    for number, one in enumerate(sayings):
        limits = [
            later.speaker.start
            for later in sayings[number + 1 :]
            if later.speaker and one.cue_end <= later.speaker.start == later.whole_start
        ]
        if limits and one.start >= one.cue_end:
            end = max(limits[0], one.cue_end)
            one = replace(one, end=end, whole_end=min(one.whole_end, end))
        bounded.append(one)
    return bounded


def _with_participles(
    masked: str, passage: Passage, sayings: list[Saying], cues: _Cues
) -> list[Saying]:
    """ "..., warning that": the same speaker goes on; without one the sentence has none named."""
    for match in cues.participle.finditer(masked, passage.start, passage.end):
        if any(one.whole_start <= match.start() < one.whole_end for one in sayings):
            continue
        whole = passage.start, passage.end
        sayings.append(
            Saying(Manner.OPINION, *match.span(), None, match.end() + 1, passage.end, *whole)
        )
    return sayings


@lru_cache(maxsize=8)
def _cues(words: Words) -> _Cues:
    speech = words.speech
    kinds = {
        Manner.BACKING: speech.backing,
        Manner.NAMING: speech.naming,
        Manner.OPINION: speech.opinion,
        Manner.SAYING: speech.saying,
        Manner.NEWS: speech.news,
    }
    verbs = "|".join(rf"(?P<{kind.value}>{any_of(forms)})" for kind, forms in kinds.items())
    pronouns = (*speech.pronouns_person, *speech.pronouns_group, *speech.pronouns_thing)
    content = any_of((*speech.that, *speech.determiners, *pronouns, *speech.be))
    return _Cues(
        verb=re.compile(rf"(?<![\w-])(?:{verbs})(?![\w-])"),
        participle=re.compile(rf"(?<=[,\0])\s+{any_of(speech.participles)}(?!\w)"),
        attribution=re.compile(rf"(?<!\w){any_of(speech.attributions)}\s+"),
        at_head=re.compile(rf"{any_of(speech.attributions_at_head)}\s+"),
        passive=re.compile(rf"\s+{any_of(speech.passive_by)}\s+"),
        inverse=re.compile(any_of(speech.inverse)),
        also_noun=re.compile(any_of(speech.also_nouns)),
        opens_content=re.compile(rf"\s*(?:[\0:]|{content}(?!\w))"),
        not_before=re.compile(rf"(?<!\w){any_of(speech.not_saying_before)}\s+$"),
        be_before=re.compile(rf"(?<!\w){any_of(speech.be)}\s+(?:\w+ly\s+)?$"),
        that=re.compile(rf"\s*{any_of(speech.that)}\s+"),
    )
